"""What a handler reaches at each invocation: the call graph, its guards, and the walks over it."""
