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

	failed := awssqs.NewQueue(stack, jsii.String("Failed"), nil)
	orders := awssqs.NewQueue(stack, jsii.String("Orders"), nil) // want: Orders has no redrive policy, a message that always fails comes back until it expires
	refunds := awssqs.NewQueue(stack, jsii.String("Refunds"), &awssqs.QueueProps{
		DeadLetterQueue: &awssqs.DeadLetterQueue{Queue: failed, MaxReceiveCount: jsii.Number(5)},
	})

	worker.AddEventSource(awslambdaeventsources.NewSqsEventSource(orders, nil))
	worker.AddEventSource(awslambdaeventsources.NewSqsEventSource(refunds, nil))

	app.Synth(nil)
}
