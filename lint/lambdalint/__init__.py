"""lambdalint: a linter for Go on AWS Lambda and the infrastructure that deploys it."""

__version__ = "0.1.0"
