package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambdaeventsources"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Receipts"), nil)

	worker := awslambda.NewFunction(stack, jsii.String("Worker"), &awslambda.FunctionProps{
		FunctionName: jsii.String("receipt-worker"),
		Code:         awslambda.Code_FromAsset(jsii.String("../dist/worker.zip"), nil),
		Runtime:      awslambda.Runtime_PROVIDED_AL2(),
		Handler:      jsii.String("worker"),
		MemorySize:   jsii.Number(256),
		Timeout:      awscdk.Duration_Seconds(jsii.Number(60)),
		Environment: &map[string]*string{
			"RECEIPTS_TABLE": jsii.String("receipts"),
			"PRINTER_TOKEN":  jsii.String("tR7!vq2#Lm9$Zx4w"),
			"LEGACY_PRINTER": jsii.String("lp0"),
			"AWS_REGION":     jsii.String("eu-west-1"),
		},
	})

	receipts := awssqs.NewQueue(stack, jsii.String("Receipts"), &awssqs.QueueProps{
		QueueName:         jsii.String("receipts"),
		VisibilityTimeout: awscdk.Duration_Seconds(jsii.Number(30)),
	})

	worker.AddEventSource(awslambdaeventsources.NewSqsEventSource(receipts, &awslambdaeventsources.SqsEventSourceProps{
		BatchSize: jsii.Number(10),
	}))

	worker.AddPermission(jsii.String("ReceiptsPermission"), &awslambda.Permission{
		Principal: awsiam.NewServicePrincipal(jsii.String("sns.amazonaws.com"), nil),
	})

	worker.AddToRolePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Actions:   jsii.Strings("s3:*"),
		Resources: jsii.Strings("*"),
	}))

	app.Synth(nil)
}
