package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigateway"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigatewayv2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigatewayv2integrations"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	handler := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Handler"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})

	integration := awsapigateway.NewLambdaIntegration(handler, nil)
	api := awsapigateway.NewRestApi(stack, jsii.String("Api"), nil)
	orders := api.Root().AddResource(jsii.String("orders"), nil)
	orders.AddMethod(jsii.String("GET"), integration, nil) // want: anybody can call Handler through GET /orders of Api
	orders.AddMethod(jsii.String("POST"), integration, &awsapigateway.MethodOptions{
		AuthorizationType: awsapigateway.AuthorizationType_IAM,
	})
	orders.AddMethod(jsii.String("DELETE"), integration, &awsapigateway.MethodOptions{ApiKeyRequired: jsii.Bool(true)})

	http := awsapigatewayv2.NewHttpApi(stack, jsii.String("Http"), nil)
	http.AddRoutes(&awsapigatewayv2.AddRoutesOptions{ // want: anybody can call Handler through /orders of Http
		Path:        jsii.String("/orders"),
		Methods:     &[]awsapigatewayv2.HttpMethod{awsapigatewayv2.HttpMethod_GET},
		Integration: awsapigatewayv2integrations.NewHttpLambdaIntegration(jsii.String("Orders"), handler, nil),
	})

	app.Synth(nil)
}
