"""Which variables of the environment a program reads, and whether it can do without them."""
