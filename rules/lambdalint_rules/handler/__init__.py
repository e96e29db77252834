"""Rules about handler."""
