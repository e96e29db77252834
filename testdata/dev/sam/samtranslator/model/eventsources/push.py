    principal = "sns.amazonaws.com"
