"""What the Go files of a project are: modules, packages, their headers and declarations."""
