package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigateway"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	longest := awscdk.Duration_Minutes(jsii.Number(2)) // want: Place may run for 120 s
	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Nightly"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:   jsii.String("."),
		Timeout: longest,
	})
	place := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Place"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:   jsii.String("."),
		Timeout: longest,
	})
	api := awsapigateway.NewRestApi(stack, jsii.String("Api"), nil)
	api.Root().AddMethod(jsii.String("POST"), awsapigateway.NewLambdaIntegration(place, nil), nil)

	app.Synth(nil)
}
