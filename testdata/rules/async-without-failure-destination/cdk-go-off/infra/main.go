package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awseventstargets"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	orders := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Orders"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})

	nightly := awsevents.NewRule(stack, jsii.String("Nightly"), &awsevents.RuleProps{
		Schedule: awsevents.Schedule_Rate(awscdk.Duration_Days(jsii.Number(1))),
		Enabled:  jsii.Bool(false),
	})
	nightly.AddTarget(awseventstargets.NewLambdaFunction(orders, nil))

	app.Synth(nil)
}
