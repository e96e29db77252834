module example.com/infra

go 1.24

require (
	github.com/aws/aws-cdk-go/awscdk/v2 v2.229.1
	github.com/aws/jsii-runtime-go v1.119.0
)
