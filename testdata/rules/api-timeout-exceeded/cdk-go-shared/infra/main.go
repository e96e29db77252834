package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigateway"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	add := func(name string) awslambda.IFunction {
		return awscdklambdagoalpha.NewGoFunction(stack, &name, &awscdklambdagoalpha.GoFunctionProps{
			Entry:   jsii.String("."),
			Timeout: awscdk.Duration_Minutes(jsii.Number(5)), // want: Slow may run for 300 s, but LambdaIntegration waits 29 s
		})
	}
	add("Nightly")
	api := awsapigateway.NewRestApi(stack, jsii.String("Api"), nil)
	api.Root().AddMethod(jsii.String("GET"), awsapigateway.NewLambdaIntegration(add("Slow"), nil), nil)

	app.Synth(nil)
}
