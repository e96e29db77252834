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

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{ // want: Api runs provided.al2, deprecated since 2026-07-31
		Entry: jsii.String("."),
	})

	awslambda.NewFunction(stack, jsii.String("Worker"), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_PROVIDED_AL2(), // want: Worker runs provided.al2, deprecated since 2026-07-31
		Handler: jsii.String("bootstrap"),
		Code:    awslambda.Code_FromAsset(jsii.String("dist"), nil),
	})
	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Reports"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String("."), Runtime: awslambda.Runtime_PROVIDED_AL2023()})

	app.Synth(nil)
}
