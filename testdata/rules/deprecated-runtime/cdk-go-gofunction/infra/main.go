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

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Place"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:   jsii.String("."),
		Runtime: awslambda.Runtime_GO_1_X(), // want: runs go1.x, refused for new functions since 2024-02-08
	})

	app.Synth(nil)
}
