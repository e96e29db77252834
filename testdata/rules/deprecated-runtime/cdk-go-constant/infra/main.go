package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/jsii-runtime-go"
)

const (
	handlerName = "place" // the name of the binary
	packagePath = "dist/place.zip"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	awslambda.NewFunction(stack, jsii.String("Place"), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_GO_1_X(), // want: runs go1.x, refused for new functions since 2024-02-08
		Handler: jsii.String(handlerName),
		Code:    awslambda.Code_FromAsset(jsii.String(packagePath), nil),
	})

	app.Synth(nil)
}
