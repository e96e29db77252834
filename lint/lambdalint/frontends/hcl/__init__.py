"""The Terraform language: from parsed text to values, module instances and resources."""
