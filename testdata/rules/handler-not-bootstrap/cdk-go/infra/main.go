package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	base := awslambda.FunctionProps{
		Runtime: awslambda.Runtime_PROVIDED_AL2023(),
		Code:    awslambda.Code_FromAsset(jsii.String("dist"), nil),
	}

	api := base
	api.Handler = jsii.String("main") // want: the handler of Api is main, but provided.al2023 starts bootstrap
	awslambda.NewFunction(stack, jsii.String("Api"), &api)

	worker := base
	worker.Handler = jsii.String("bootstrap")
	awslambda.NewFunction(stack, jsii.String("Worker"), &worker)

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Reports"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})

	app.Synth(nil)
}
