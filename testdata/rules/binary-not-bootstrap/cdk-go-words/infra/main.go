package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3assets"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	awslambda.NewFunction(stack, jsii.String("Strings"), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_PROVIDED_AL2023(),
		Handler: jsii.String("bootstrap"),
		Code: awslambda.Code_FromAsset(jsii.String("."), &awss3assets.AssetOptions{
			Bundling: &awscdk.BundlingOptions{
				Image:       awscdk.DockerImage_FromRegistry(jsii.String("golang:1.24")),
				Environment: &map[string]*string{"GOOS": jsii.String("linux")},
				Command:     jsii.Strings("go", "build", "-o", "/asset-output/main", "."),
			},
		}),
	})

	awslambda.NewFunction(stack, jsii.String("Pointers"), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_PROVIDED_AL2023(),
		Handler: jsii.String("bootstrap"),
		Code: awslambda.Code_FromAsset(jsii.String("."), &awss3assets.AssetOptions{
			Bundling: &awscdk.BundlingOptions{
				Image: awscdk.DockerImage_FromRegistry(jsii.String("golang:1.24")),
				Command: &[]*string{
					jsii.String("go"),
					jsii.String("build"),
					jsii.String("-o"),
					jsii.String("/asset-output/main"),
					jsii.String("."),
				},
				Environment: &map[string]*string{
					"GOOS":   jsii.String("linux"),
					"GOARCH": jsii.String("amd64"),
				},
			},
		}),
	})

	awslambda.NewFunction(stack, jsii.String("Bare"), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_PROVIDED_AL2023(),
		Handler: jsii.String("bootstrap"),
		Code: awslambda.Code_FromAsset(jsii.String("."), &awss3assets.AssetOptions{
			Bundling: &awscdk.BundlingOptions{
				Image:   awscdk.DockerImage_FromRegistry(jsii.String("golang:1.24")),
				Command: jsii.Strings("go", "build", "-o", "/asset-output/main", "."),
			},
		}),
	})

	app.Synth(nil)
}
