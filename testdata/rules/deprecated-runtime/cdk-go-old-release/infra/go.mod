module example.com/x/infra

go 1.24

require (
	github.com/aws/aws-cdk-go/awscdk/v2 v2.99.1
	github.com/aws/jsii-runtime-go v1.89.0
)
