package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	role := awsiam.NewRole(stack, jsii.String("Role"), &awsiam.RoleProps{ // want: Api can't log, Role lacks logs:CreateLogStream and logs:PutLogEvents
		AssumedBy: awsiam.NewServicePrincipal(jsii.String("lambda.amazonaws.com"), nil),
	})
	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String("."), Role: role})

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Other"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})

	app.Synth(nil)
}
