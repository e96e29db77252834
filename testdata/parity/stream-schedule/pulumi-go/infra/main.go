package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cloudwatch"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/dynamodb"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/iam"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

const (
	assume = `{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]
}`
	reports = `{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": ["s3:PutObject"], "Resource": "*"}]
}`
	logs = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		auditRole, err := newRole(ctx, "audit")
		if err != nil {
			return err
		}
		reportRole, err := newRole(ctx, "report")
		if err != nil {
			return err
		}
		_, err = iam.NewRolePolicy(ctx, "reports", &iam.RolePolicyArgs{
			Role:   reportRole.ID(),
			Policy: pulumi.String(reports),
		})
		if err != nil {
			return err
		}

		audit, err := lambda.NewFunction(ctx, "audit", &lambda.FunctionArgs{
			Name:          pulumi.String("ledger-audit"),
			Role:          auditRole.Arn,
			Code:          pulumi.NewFileArchive("../dist/audit.zip"),
			Runtime:       pulumi.String("provided.al2023"),
			Handler:       pulumi.String("bootstrap"),
			Architectures: pulumi.StringArray{pulumi.String("x86_64")},
			MemorySize:    pulumi.Int(512),
			Timeout:       pulumi.Int(1000),
			Environment: &lambda.FunctionEnvironmentArgs{
				Variables: pulumi.StringMap{
					"AUDIT_MODE": pulumi.String("loose"),
				},
			},
		})
		if err != nil {
			return err
		}

		report, err := lambda.NewFunction(ctx, "report", &lambda.FunctionArgs{
			Name:       pulumi.String("ledger-report"),
			Role:       reportRole.Arn,
			Code:       pulumi.NewFileArchive("../dist/report.zip"),
			Runtime:    pulumi.String("go1.x"),
			Handler:    pulumi.String("report"),
			MemorySize: pulumi.Int(256),
			Timeout:    pulumi.Int(120),
			Environment: &lambda.FunctionEnvironmentArgs{
				Variables: pulumi.StringMap{
					"REPORT_BUCKET":            pulumi.String("ledger-reports"),
					"AWS_LAMBDA_FUNCTION_NAME": pulumi.String("ledger-report"),
				},
			},
		})
		if err != nil {
			return err
		}

		ledger, err := dynamodb.NewTable(ctx, "ledger", &dynamodb.TableArgs{
			Name:        pulumi.String("ledger"),
			BillingMode: pulumi.String("PAY_PER_REQUEST"),
			HashKey:     pulumi.String("id"),
			Attributes: dynamodb.TableAttributeArray{
				&dynamodb.TableAttributeArgs{Name: pulumi.String("id"), Type: pulumi.String("S")},
			},
			StreamEnabled:  pulumi.Bool(true),
			StreamViewType: pulumi.String("NEW_AND_OLD_IMAGES"),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewEventSourceMapping(ctx, "ledger", &lambda.EventSourceMappingArgs{
			EventSourceArn:                 ledger.StreamArn,
			FunctionName:                   audit.Arn,
			StartingPosition:               pulumi.String("LATEST"),
			BatchSize:                      pulumi.Int(20000),
			FunctionResponseTypes:          pulumi.StringArray{pulumi.String("ReportBatchItemFailures")},
			MaximumBatchingWindowInSeconds: pulumi.Int(5),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewPermission(ctx, "ledger", &lambda.PermissionArgs{
			Action:    pulumi.String("lambda:InvokeFunction"),
			Function:  audit.Name,
			Principal: pulumi.String("dynamodb.amazonaws.com"),
		})
		if err != nil {
			return err
		}

		nightly, err := cloudwatch.NewEventRule(ctx, "nightly", &cloudwatch.EventRuleArgs{
			ScheduleExpression: pulumi.String("cron(0 2 * * ? *)"),
		})
		if err != nil {
			return err
		}

		_, err = cloudwatch.NewEventTarget(ctx, "nightly", &cloudwatch.EventTargetArgs{
			Rule: nightly.Name,
			Arn:  report.Arn,
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewPermission(ctx, "nightly", &lambda.PermissionArgs{
			Action:    pulumi.String("lambda:InvokeFunction"),
			Function:  report.Name,
			Principal: pulumi.String("events.amazonaws.com"),
			SourceArn: nightly.Arn,
		})
		return err
	})
}

func newRole(ctx *pulumi.Context, name string) (*iam.Role, error) {
	return iam.NewRole(ctx, name, &iam.RoleArgs{
		AssumeRolePolicy:  pulumi.String(assume),
		ManagedPolicyArns: pulumi.StringArray{pulumi.String(logs)},
	})
}
