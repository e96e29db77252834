package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/iam"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

const trust = `{
	"Version": "2012-10-17",
	"Statement": [{
		"Effect": "Allow",
		"Action": "sts:AssumeRole",
		"Principal": {"Service": "lambda:amazonaws.com"}
	}]
}`

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		role, err := iam.NewRole(ctx, "role", &iam.RoleArgs{AssumeRolePolicy: pulumi.String(trust)})
		if err != nil {
			return err
		}
		other, err := iam.NewRole(ctx, "other", &iam.RoleArgs{
			AssumeRolePolicy: pulumi.String("{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"sts:AssumeRole\", \"Principal\": {\"Service\": \"lambda.amazonaws.co\"}}]}"),
		})
		if err != nil {
			return err
		}
		_, err = lambda.NewFunction(ctx, "api", &lambda.FunctionArgs{
			Runtime: lambda.RuntimeCustomAL2023,
			Handler: pulumi.String("bootstrap"),
			Role:    role.Arn,
			Code:    pulumi.NewFileArchive("dist/api.zip"),
		})
		if err != nil {
			return err
		}
		_, err = lambda.NewFunction(ctx, "worker", &lambda.FunctionArgs{
			Runtime: lambda.RuntimeCustomAL2023,
			Handler: pulumi.String("bootstrap"),
			Role:    other.Arn,
			Code:    pulumi.NewFileArchive("dist/worker.zip"),
		})
		return err
	})
}
