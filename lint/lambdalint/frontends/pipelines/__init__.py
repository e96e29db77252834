"""Builds that run elsewhere: the jobs of services that build and deploy, Taskfiles, and goreleaser."""
