package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")}) // want: the binary carries RPC code that only go1.x uses, -tags lambda.norpc leaves it out

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Worker"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:   jsii.String("."),
		Runtime: awslambda.Runtime_PROVIDED_AL2023(),
		Bundling: &awscdklambdagoalpha.BundlingOptions{
			GoBuildFlags: jsii.Strings("-tags lambda.norpc"),
		},
	})

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Old"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String("."), Runtime: awslambda.Runtime_GO_1_X()})

	app.Synth(nil)
}
