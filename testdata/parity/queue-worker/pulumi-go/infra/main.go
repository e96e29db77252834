package main

import (
	"encoding/json"

	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/iam"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/lambda"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/sqs"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

const assume = `{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]
}`

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		role, err := iam.NewRole(ctx, "worker", &iam.RoleArgs{
			Name:             pulumi.String("receipt-worker"),
			AssumeRolePolicy: pulumi.String(assume),
		})
		if err != nil {
			return err
		}
		_, err = iam.NewRolePolicyAttachment(ctx, "logs", &iam.RolePolicyAttachmentArgs{
			Role:      role.Name,
			PolicyArn: pulumi.String("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
		})
		if err != nil {
			return err
		}
		policy, err := json.Marshal(map[string]interface{}{
			"Version": "2012-10-17",
			"Statement": []map[string]interface{}{
				{
					"Effect":   "Allow",
					"Action":   []string{"s3:*"},
					"Resource": "*",
				},
			},
		})
		if err != nil {
			return err
		}
		_, err = iam.NewRolePolicy(ctx, "receipts", &iam.RolePolicyArgs{
			Role:   role.ID(),
			Policy: pulumi.String(policy),
		})
		if err != nil {
			return err
		}

		worker, err := lambda.NewFunction(ctx, "worker", &lambda.FunctionArgs{
			Name:       pulumi.String("receipt-worker"),
			Role:       role.Arn,
			Code:       pulumi.NewFileArchive("../dist/worker.zip"),
			Runtime:    pulumi.String("provided.al2"),
			Handler:    pulumi.String("worker"),
			MemorySize: pulumi.Int(256),
			Timeout:    pulumi.Int(60),
			Environment: &lambda.FunctionEnvironmentArgs{
				Variables: pulumi.StringMap{
					"RECEIPTS_TABLE": pulumi.String("receipts"),
					"PRINTER_TOKEN":  pulumi.String("tR7!vq2#Lm9$Zx4w"),
					"LEGACY_PRINTER": pulumi.String("lp0"),
					"AWS_REGION":     pulumi.String("eu-west-1"),
				},
			},
		})
		if err != nil {
			return err
		}

		receipts, err := sqs.NewQueue(ctx, "receipts", &sqs.QueueArgs{
			Name:                     pulumi.String("receipts"),
			VisibilityTimeoutSeconds: pulumi.Int(30),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewEventSourceMapping(ctx, "receipts", &lambda.EventSourceMappingArgs{
			EventSourceArn: receipts.Arn,
			FunctionName:   worker.Arn,
			BatchSize:      pulumi.Int(10),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewPermission(ctx, "receipts", &lambda.PermissionArgs{
			Action:    pulumi.String("lambda:InvokeFunction"),
			Function:  worker.Name,
			Principal: pulumi.String("sns.amazonaws.com"),
		})
		return err
	})
}
