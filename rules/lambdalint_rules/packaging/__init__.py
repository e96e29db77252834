"""Rules about packaging."""
