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

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Worker"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String("."), Architecture: awslambda.Architecture_ARM_64()})

	app.Synth(nil)
}
