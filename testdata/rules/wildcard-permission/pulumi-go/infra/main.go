package main

import (
	"encoding/json"

	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/iam"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		role, err := iam.NewRole(ctx, "role", &iam.RoleArgs{AssumeRolePolicy: pulumi.String(trust)})
		if err != nil {
			return err
		}

		policy, err := json.Marshal(map[string]any{
			"Version": "2012-10-17",
			"Statement": []any{
				map[string]any{
					"Effect":   "Allow",
					"Action":   "sqs:*", // want: sqs:\* allows every action of sqs, granted to api
					"Resource": "*",
				},
			},
		})
		if err != nil {
			return err
		}

		_, err = iam.NewRolePolicy(ctx, "queues", &iam.RolePolicyArgs{
			Role:   role.ID(),
			Policy: pulumi.String(string(policy)),
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
		return nil
	})
}

const trust = `{
	"Version": "2012-10-17",
	"Statement": [{
		"Effect": "Allow",
		"Principal": {"Service": "lambda.amazonaws.com"},
		"Action": "sts:AssumeRole"
	}]
}`
