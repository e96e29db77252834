package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Api"), &awscdklambdagoalpha.GoFunctionProps{ // want: Api is not traced
		Entry:   jsii.String("."),
		Runtime: awslambda.Runtime_PROVIDED_AL2023(),
	})

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Worker"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")}) // want: Worker is not traced

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Reports"), &awscdklambdagoalpha.GoFunctionProps{ // want: Reports is not traced
		Entry:        jsii.String("."),
		LogRetention: awslogs.RetentionDays_ONE_WEEK,

		Environment: &map[string]*string{
			"STAGE": jsii.String("prod"),
		},
	})

	awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Traced"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String("."), Tracing: awslambda.Tracing_ACTIVE})

	app.Synth(nil)
}
