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

	environment := map[string]*string{"STAGE": jsii.String("prod")}
	environment["AWS_REGION"] = jsii.String("eu-west-1") // want: AWS_REGION of Api is reserved by Lambda
	environment["TABLE"] = jsii.String("orders")
	for key, value := range map[string]string{"OWNER": "sales", "AWS_EXECUTION_ENV": "go"} { // want: AWS_EXECUTION_ENV of Api is reserved by Lambda
		environment[key] = jsii.String(value)
	}
	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:       jsii.String("."),
		Environment: &environment,
	})

	app.Synth(nil)
}
