"""Python programs that describe infrastructure: their modules, their library, their text."""
