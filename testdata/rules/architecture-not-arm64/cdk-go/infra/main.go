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

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{ // want: Api runs on x86_64 by default, the same duration costs 20 % less on arm64
		Entry:   jsii.String("."),
		Runtime: awslambda.Runtime_PROVIDED_AL2023(),
	})

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Worker"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:        jsii.String("."),
		Architecture: awslambda.Architecture_X86_64(), // want: Worker runs on x86_64, the same duration costs 20 % less on arm64
	})

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Reports"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String("."), Architecture: awslambda.Architecture_ARM_64()})

	app.Synth(nil)
}
