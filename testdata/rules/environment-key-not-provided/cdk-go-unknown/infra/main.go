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

	variables := map[string]*string{"STAGE": jsii.String("prod")}
	json.Unmarshal([]byte(os.Getenv("SHARED")), &variables)
	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Orders"), &awscdklambdagoalpha.GoFunctionProps{
		Entry:       jsii.String("."),
		Environment: &variables,
	})

	app.Synth(nil)
}
