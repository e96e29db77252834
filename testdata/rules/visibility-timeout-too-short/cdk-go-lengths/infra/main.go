package main

import (
	"time"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambdaeventsources"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

const patience = 30 * time.Second

func seconds(length time.Duration) awscdk.Duration {
	return awscdk.Duration_Seconds(jsii.Number(length.Seconds()))
}

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	worker := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Worker"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:   jsii.String("."),
		Timeout: seconds(patience),
	})

	queue := func(name string, length time.Duration) {
		made := awssqs.NewQueue(stack, jsii.String(name), &awssqs.QueueProps{VisibilityTimeout: seconds(length)})
		worker.AddEventSource(awslambdaeventsources.NewSqsEventSource(made, nil))
	}
	queue("Orders", 90*time.Second) // want: Orders hides messages for 90 s, Worker may run for 30 s, so 180 s leave room
	queue("Refunds", 6*patience)
	queue("Bills", time.Minute) // want: Bills hides messages for 60 s, Worker may run for 30 s, so 180 s leave room
	queue("Returned", 2*time.Minute+time.Hour/60)
	queue("Late", time.Duration(180)*time.Second)

	app.Synth(nil)
}
