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
		Timeout: awscdk.Duration_Seconds(jsii.Number(40)),
	})

	orders := awssqs.NewQueue(stack, jsii.String("Orders"), nil) // want: Orders hides messages for 30 s
	worker.AddEventSource(awslambdaeventsources.NewSqsEventSource(orders, nil))

	app.Synth(nil)
}
