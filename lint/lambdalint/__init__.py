"""lambdalint: a linter for Go on AWS Lambda and the infrastructure that deploys it."""
from __future__ import annotations

__version__ = "0.1.0"
