package main

import (
	"fmt"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3assets"
	"github.com/aws/jsii-runtime-go"
)

const out = "/asset-output"

func main() {
	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)
	awslambda.NewFunction(stack, jsii.String("Place"), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_GO_1_X(), // want: runs go1.x, refused for new functions since 2024-02-08
		Handler: jsii.String("place"),
		Code: awslambda.Code_FromAsset(jsii.String("."), &awss3assets.AssetOptions{
			Bundling: &awscdk.BundlingOptions{
				Image:   awscdk.DockerImage_FromRegistry(jsii.String("golang:1.24")),
				Command: jsii.Strings("bash", "-c", fmt.Sprintf("GOOS=linux go build -o %s/place .", out)),
			},
		}),
	})
	app.Synth(nil)
}
