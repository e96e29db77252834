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

	api.AddPermission(jsii.String("Anybody"), &awslambda.Permission{Principal: awsiam.NewAnyPrincipal()}) // want: Anybody lets every AWS account invoke Api
	api.AddPermission(jsii.String("Partner"), &awslambda.Permission{
		Principal: awsiam.NewAccountPrincipal(jsii.String("111122223333")),
	})

	app.Synth(nil)
}
