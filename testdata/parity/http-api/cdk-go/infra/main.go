package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigatewayv2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigatewayv2integrations"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Tickets"), nil)

	tickets := awslambda.NewFunction(stack, jsii.String("Tickets"), &awslambda.FunctionProps{
		FunctionName: jsii.String("tickets"),
		Code:         awslambda.Code_FromAsset(jsii.String("../dist/tickets.zip"), nil),
		Runtime:      awslambda.Runtime_PROVIDED_AL2023(),
		Handler:      jsii.String("bootstrap"),
		Architecture: awslambda.Architecture_ARM_64(),
		MemorySize:   jsii.Number(12000),
		Timeout:      awscdk.Duration_Seconds(jsii.Number(45)),
		Environment: &map[string]*string{
			"VENUES":       jsii.String("north,south"),
			"ticket-table": jsii.String("tickets"),
		},
	})

	tickets.AddFunctionUrl(&awslambda.FunctionUrlOptions{
		AuthType: awslambda.FunctionUrlAuthType_NONE,
	})

	tickets.AddPermission(jsii.String("EverybodyPermission"), &awslambda.Permission{
		Principal: awsiam.NewAnyPrincipal(),
	})

	tickets.AddToRolePolicy(awsiam.NewPolicyStatement(&awsiam.PolicyStatementProps{
		Actions:   jsii.Strings("*"),
		Resources: jsii.Strings("*"),
	}))

	api := awsapigatewayv2.NewHttpApi(stack, jsii.String("Api"), &awsapigatewayv2.HttpApiProps{
		ApiName: jsii.String("tickets"),
	})
	api.AddRoutes(&awsapigatewayv2.AddRoutesOptions{
		Path:        jsii.String("/tickets"),
		Methods:     &[]awsapigatewayv2.HttpMethod{awsapigatewayv2.HttpMethod_GET},
		Integration: awsapigatewayv2integrations.NewHttpLambdaIntegration(jsii.String("Integration"), tickets, nil),
	})

	app.Synth(nil)
}
