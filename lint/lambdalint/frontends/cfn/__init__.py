"""CloudFormation templates, with the resources that SAM adds: from text to the model."""
