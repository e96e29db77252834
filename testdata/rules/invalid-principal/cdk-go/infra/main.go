package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	api := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})

	api.AddPermission(jsii.String("Events"), &awslambda.Permission{
		Principal: awsiam.NewServicePrincipal(jsii.String("events:amazonaws.com"), nil), // want: events:amazonaws.com in Events is no service principal, events.amazonaws.com is
		SourceArn: jsii.String("arn:aws:events:eu-west-1:111122223333:rule/nightly"),
	})

	app.Synth(nil)
}
