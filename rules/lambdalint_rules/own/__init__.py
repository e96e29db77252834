"""Rules about lambdalint itself."""
