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

	api := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{
		Entry: jsii.String("."),
	})

	for key, value := range map[string]string{
		"STAGE":      "prod",
		"AWS_REGION": "eu-west-1", // want: AWS_REGION of Api is reserved by Lambda
	} {
		api.AddEnvironment(jsii.String(key), jsii.String(value), nil)
	}

	for _, key := range []string{"TABLE", "LAMBDA_TASK_ROOT"} { // want: LAMBDA_TASK_ROOT of Api is reserved by Lambda
		api.AddEnvironment(jsii.String(key), jsii.String("orders"), nil)
	}

	for _, setting := range []struct{ key, value string }{
		{"BUCKET", "receipts"},
		{"AWS_ACCESS_KEY_ID", "none"}, // want: AWS_ACCESS_KEY_ID of Api is reserved by Lambda
	} {
		api.AddEnvironment(jsii.String(setting.key), jsii.String(setting.value), nil)
	}

	// What is at a number of one list belongs to what is at that number of another.
	queues := []string{"high", "low"}
	for at, key := range []string{"QUEUE", "_HANDLER"} { // want: _HANDLER of Api is reserved by Lambda
		api.AddEnvironment(jsii.String(key), jsii.String(queues[at]), nil)
	}

	// Another name comes out of the same call.
	for _, suffix := range []string{"DEFAULT_REGION", "ACCOUNT"} {
		api.AddEnvironment(jsii.String("AWS_"+suffix), jsii.String("none"), nil) // want: AWS_DEFAULT_REGION of Api is reserved by Lambda
	}

	// The account is told, too.
	for _, key := range []string{"AWS_SESSION_TOKEN", "OWNER"} { // want: AWS_SESSION_TOKEN of Api is reserved by Lambda
		api.AddEnvironment(jsii.String(key), jsii.String("none"), nil)
		awscdk.NewCfnOutput(stack, jsii.String(key), &awscdk.CfnOutputProps{Value: jsii.String(key)})
	}

	api.AddEnvironment(jsii.String("AWS_EXECUTION_ENV"), jsii.String("go"), nil). // want: AWS_EXECUTION_ENV of Api is reserved by Lambda
											AddEnvironment(jsii.String("REGIONS"), jsii.String("eu"), nil)

	app.Synth(nil)
}
