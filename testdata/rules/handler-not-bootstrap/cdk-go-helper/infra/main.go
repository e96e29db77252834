package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/jsii-runtime-go"
)

// The name says where the package is, too.
func packed(stack awscdk.Stack, id, name string) awslambda.Function {
	return awslambda.NewFunction(stack, jsii.String(id), &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_PROVIDED_AL2023(),
		Handler: jsii.String(name),
		Code:    awslambda.Code_FromAsset(jsii.String("dist/"+name), nil),
	})
}

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)
	packed(stack, "Place", "place") // want: the handler of Place is place, but provided.al2023 starts bootstrap

	app.Synth(nil)
}
