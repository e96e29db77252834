"""Where Lambda comes in: entry points, the handlers they are given, routes and commands."""
