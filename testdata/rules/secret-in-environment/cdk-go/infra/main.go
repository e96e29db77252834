package main

import (
	"os"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{
		Entry: jsii.String("."),
		Environment: &map[string]*string{
			"PAYMENT_TOKEN":     jsii.String("pk9fQ2xZ7vT4mB1sWc8RjH5nLe"), // want: PAYMENT_TOKEN of Api holds a secret in clear \(secret by its name\)
			"PAYMENT_SECRET_ID": jsii.String("shop/payment"),
			"API_KEY":           jsii.String(os.Getenv("API_KEY")),
		},
	})

	app.Synth(nil)
}
