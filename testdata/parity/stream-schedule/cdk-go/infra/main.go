package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awseventstargets"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambdaeventsources"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Ledger"), nil)

	audit := awslambda.NewFunction(stack, jsii.String("Audit"), &awslambda.FunctionProps{
		FunctionName: jsii.String("ledger-audit"),
		Code:         awslambda.Code_FromAsset(jsii.String("../dist/audit.zip"), nil),
		Runtime:      awslambda.Runtime_PROVIDED_AL2023(),
		Handler:      jsii.String("bootstrap"),
		Architecture: awslambda.Architecture_X86_64(),
		MemorySize:   jsii.Number(512),
		Timeout:      awscdk.Duration_Seconds(jsii.Number(1000)),
		Environment: &map[string]*string{
			"AUDIT_MODE": jsii.String("loose"),
		},
	})

	report := awslambda.NewFunction(stack, jsii.String("Report"), &awslambda.FunctionProps{
		FunctionName: jsii.String("ledger-report"),
		Code:         awslambda.Code_FromAsset(jsii.String("../dist/report.zip"), nil),
		Runtime:      awslambda.Runtime_GO_1_X(),
		Handler:      jsii.String("report"),
		MemorySize:   jsii.Number(256),
		Timeout:      awscdk.Duration_Seconds(jsii.Number(120)),
		Environment: &map[string]*string{
			"REPORT_BUCKET":            jsii.String("ledger-reports"),
			"AWS_LAMBDA_FUNCTION_NAME": jsii.String("ledger-report"),
		},
	})

	ledger := awsdynamodb.NewTable(stack, jsii.String("Ledger"), &awsdynamodb.TableProps{
		TableName:    jsii.String("ledger"),
		BillingMode:  awsdynamodb.BillingMode_PAY_PER_REQUEST,
		PartitionKey: &awsdynamodb.Attribute{Name: jsii.String("id"), Type: awsdynamodb.AttributeType_STRING},
		Stream:       awsdynamodb.StreamViewType_NEW_AND_OLD_IMAGES,
	})

	audit.AddEventSource(awslambdaeventsources.NewDynamoEventSource(ledger, &awslambdaeventsources.DynamoEventSourceProps{
		StartingPosition:        awslambda.StartingPosition_LATEST,
		BatchSize:               jsii.Number(20000),
		MaxBatchingWindow:       awscdk.Duration_Seconds(jsii.Number(5)),
		ReportBatchItemFailures: jsii.Bool(true),
	}))

	audit.AddPermission(jsii.String("LedgerPermission"), &awslambda.Permission{
		Principal: awsiam.NewServicePrincipal(jsii.String("dynamodb.amazonaws.com"), nil),
	})

	awsevents.NewRule(stack, jsii.String("Nightly"), &awsevents.RuleProps{
		Schedule: awsevents.Schedule_Expression(jsii.String("cron(0 2 * * ? *)")),
		Targets:  &[]awsevents.IRuleTarget{awseventstargets.NewLambdaFunction(report, nil)},
	})

	report.AddToRolePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Actions:   jsii.Strings("s3:PutObject"),
		Resources: jsii.Strings("*"),
	}))

	app.Synth(nil)
}
