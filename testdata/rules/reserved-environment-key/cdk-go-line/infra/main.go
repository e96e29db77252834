package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:       jsii.String("."),
		Environment: &map[string]*string{"AWS_REGION": jsii.String("eu-west-1"), "STAGE": jsii.String("prod")}, // want: AWS_REGION of Api is reserved by Lambda
	})

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Worker"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:       jsii.String("."),
		Environment: &map[string]*string{"STAGE": jsii.String("prod"), "AWS_REGION": jsii.String("eu-west-1")}, // want: AWS_REGION of Worker is reserved by Lambda
	})

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Reports"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:       jsii.String("."),
		Environment: &map[string]*string{"AWS_REGION": jsii.String("eu-west-1")}, // want: AWS_REGION of Reports is reserved by Lambda
	})

	app.Synth(nil)
}
