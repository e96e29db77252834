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

	worker := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Worker"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:   jsii.String("."),
		Timeout: awscdk.Duration_Seconds(jsii.Number(30)),
	})

	orders := awssqs.NewQueue(stack, jsii.String("Orders"), &awssqs.QueueProps{
		VisibilityTimeout: awscdk.Duration_Minutes(jsii.Number(1)), // want: Orders hides messages for 60 s, Worker may run for 30 s, so 180 s leave room for retries
	})
	refunds := awssqs.NewQueue(stack, jsii.String("Refunds"), &awssqs.QueueProps{ // want: Refunds hides messages for 30 s, Worker may run for 30 s, so 180 s leave room for retries
		RetentionPeriod: awscdk.Duration_Days(jsii.Number(7)),
	})
	returned := awssqs.NewQueue(stack, jsii.String("Returned"), &awssqs.QueueProps{
		VisibilityTimeout: awscdk.Duration_Minutes(jsii.Number(3)),
	})

	for _, queue := range []awssqs.IQueue{orders, refunds, returned} {
		worker.AddEventSource(awslambdaeventsources.NewSqsEventSource(queue, nil))
	}

	app.Synth(nil)
}
