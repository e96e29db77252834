"""Rules about practice."""
