package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:      jsii.String("."),
		Timeout:    awscdk.Duration_Minutes(jsii.Number(20)), // want: Api is given 1200 s of timeout, 1 to 900 are allowed
		MemorySize: jsii.Number(10240),
	})

	app.Synth(nil)
}
