package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambdaeventsources"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	worker := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Worker"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})

	orders := awssqs.NewQueue(stack, jsii.String("Orders"), nil)
	refunds := awssqs.NewQueue(stack, jsii.String("Refunds"), nil)
	returned := awssqs.NewQueue(stack, jsii.String("Returned"), nil)

	worker.AddEventSource(awslambdaeventsources.NewSqsEventSource(orders, &awslambdaeventsources.SqsEventSourceProps{})) // want: Worker returns a batch response, but SqsEventSource doesn't have ReportBatchItemFailures

	worker.AddEventSource(awslambdaeventsources.NewSqsEventSource(refunds, &awslambdaeventsources.SqsEventSourceProps{ // want: Worker returns a batch response, but SqsEventSource doesn't have ReportBatchItemFailures
		BatchSize: jsii.Number(5),
	}))
	worker.AddEventSource(awslambdaeventsources.NewSqsEventSource(returned, &awslambdaeventsources.SqsEventSourceProps{
		ReportBatchItemFailures: jsii.Bool(true),
	}))

	app.Synth(nil)
}
