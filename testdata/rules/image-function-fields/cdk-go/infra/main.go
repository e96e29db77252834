package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	awslambda.NewCfnFunction(stack, jsii.String("Render"), &awslambda.CfnFunctionProps{
		Role: jsii.String("arn:aws:iam::111122223333:role/render"),
		Code: &awslambda.CfnFunction_CodeProperty{
			ImageUri: jsii.String("111122223333.dkr.ecr.eu-west-1.amazonaws.com/render:1"),
		},
		Timeout:     jsii.Number(10),
		PackageType: jsii.String("Image"),
		Handler:     jsii.String("bootstrap"), // want: Render runs an image, which can't have handler
	})

	app.Synth(nil)
}
