package main

import (
	"encoding/json"
	"os"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	shared := &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")}
	json.Unmarshal([]byte(os.Getenv("SHARED")), shared)
	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), shared)

	props := &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")}
	if os.Getenv("SLOW") != "" {
		props.Timeout = awscdk.Duration_Minutes(jsii.Number(5))
	}
	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Worker"), props)

	app.Synth(nil)
}
