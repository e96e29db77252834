"""Go programs that describe infrastructure: their trees, what they do, and how values are written back."""
