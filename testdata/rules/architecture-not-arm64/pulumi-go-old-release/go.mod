module example.com/worker

go 1.24

require (
	github.com/aws/aws-lambda-go v1.54.0
	github.com/pulumi/pulumi-aws/sdk/v4 v4.0.0
	github.com/pulumi/pulumi/sdk/v3 v3.0.0
)
