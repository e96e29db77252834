"""What was understood of a project, for people who want to know why something is reported, or is not."""
