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

	orders := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Orders"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})

	orders.AddFunctionUrl(&awslambda.FunctionUrlOptions{
		AuthType:   awslambda.FunctionUrlAuthType_AWS_IAM,
		InvokeMode: awslambda.InvokeMode_RESPONSE_STREAM, // want: the handler of Orders doesn't stream its answers, but its address is RESPONSE_STREAM
	})

	app.Synth(nil)
}
