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

	slow := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Slow"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:   jsii.String("."),
		Timeout: awscdk.Duration_Minutes(jsii.Number(1)), // want: Slow may run for 60 s, but LambdaIntegration waits 29 s
	})

	api := awsapigateway.NewRestApi(stack, jsii.String("Api"), nil)
	api.Root().AddMethod(jsii.String("GET"), awsapigateway.NewLambdaIntegration(slow, nil), nil)

	app.Synth(nil)
}
