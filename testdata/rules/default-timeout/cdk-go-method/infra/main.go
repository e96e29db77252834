package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	shop := &shop{Stack: stack, memory: 256}
	for _, name := range []string{"orders", "refunds"} {
		shop.service(name, nil)
	}
	shop.service("reports", awscdk.Duration_Seconds(jsii.Number(30)))

	app.Synth(nil)
}

type shop struct {
	awscdk.Stack
	memory float64
}

func (s *shop) service(name string, timeout awscdk.Duration) awslambda.IFunction {
	return awscdklambdagoalpha.NewGoFunction(s.Stack, &name, &awscdklambdagoalpha.GoFunctionProps{ // want: orders has no timeout and is stopped after 3 s
		Entry:      jsii.String("."),
		MemorySize: &s.memory,
		Timeout:    timeout,
	})
}
