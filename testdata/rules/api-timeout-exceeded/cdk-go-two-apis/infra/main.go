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

	// Once one of them has a time of its own, the other can have the variable: it must not be left without a use.
	longest := awscdk.Duration_Minutes(jsii.Number(2)) // want: may run for 120 s
	cancel := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Cancel"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:   jsii.String("."),
		Timeout: longest,
	})
	place := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Place"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:   jsii.String("."),
		Timeout: longest,
	})
	api := awsapigateway.NewRestApi(stack, jsii.String("Api"), nil)
	api.Root().AddMethod(jsii.String("POST"), awsapigateway.NewLambdaIntegration(place, nil), nil)
	api.Root().AddMethod(jsii.String("DELETE"), awsapigateway.NewLambdaIntegration(cancel, &awsapigateway.LambdaIntegrationOptions{
		Timeout: awscdk.Duration_Seconds(jsii.Number(10)),
	}), nil)

	app.Synth(nil)
}
