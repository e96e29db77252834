"""Syntax trees of Go → the model: types, functions, statements and expressions, each when it is asked for."""
