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

	bundling := &awscdklambdagoalpha.BundlingOptions{}
	json.Unmarshal([]byte(os.Getenv("BUNDLING")), bundling)
	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String("."), Bundling: bundling})

	app.Synth(nil)
}
