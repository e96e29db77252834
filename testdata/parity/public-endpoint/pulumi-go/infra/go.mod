module example.com/infra

go 1.24

require (
	github.com/pulumi/pulumi-aws/sdk/v7 v7.17.0
	github.com/pulumi/pulumi/sdk/v3 v3.207.0
)
