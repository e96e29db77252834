package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

type wish struct {
	name         string
	architecture string
	memory       int
	timeout      int
	layers       pulumi.StringArrayInput
}

// or is the first value that isn't the zero value of its type.
func or[T comparable](value, fallback T) T {
	var zero T
	if value == zero {
		return fallback
	}
	return value
}

func orElse[T any](value *T, fallback T) T {
	if value == nil {
		return fallback
	}
	return *value
}

func deploy(ctx *pulumi.Context, w wish) error {
	var retries *int
	_, err := lambda.NewFunction(ctx, w.name, &lambda.FunctionArgs{
		Runtime:                      lambda.RuntimeCustomAL2023,
		Handler:                      pulumi.String("bootstrap"),
		Role:                         pulumi.String("arn:aws:iam::111122223333:role/worker"),
		Code:                         pulumi.NewFileArchive("dist/" + w.name + ".zip"),
		Architectures:                pulumi.StringArray{pulumi.String(or(w.architecture, "arm64"))},
		Layers:                       or(w.layers, pulumi.StringArrayInput(pulumi.StringArray{})),
		MemorySize:                   pulumi.Int(or(w.memory, 512)),
		Timeout:                      pulumi.Int(or(w.timeout, 30)),
		ReservedConcurrentExecutions: pulumi.Int(orElse(retries, 2)),
	})
	return err
}

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		for _, w := range []wish{
			{name: "orders"},
			{name: "export", architecture: "arm64", memory: 10240, timeout: 900},
			{name: "report", timeout: 901}, // want: report is given 901 s of timeout, 1 to 900 are allowed
		} {
			if err := deploy(ctx, w); err != nil {
				return err
			}
		}
		return nil
	})
}
