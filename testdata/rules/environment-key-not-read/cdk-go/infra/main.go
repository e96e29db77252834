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
		Environment: &map[string]*string{
			"TABLE": jsii.String("orders"),
			"STAGE": jsii.String("prod"), // want: STAGE of Api is read by nothing in .
		},
	})

	api.AddEnvironment(jsii.String("TOPIC"), jsii.String("orders"), nil) // want: TOPIC of Api is read by nothing in .

	app.Synth(nil)
}
