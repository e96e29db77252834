"""The Serverless Framework, versions 3 and 4: from the files of a service to the model."""
