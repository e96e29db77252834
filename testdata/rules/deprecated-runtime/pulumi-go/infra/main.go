package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		_, err := lambda.NewFunction(ctx, "api", &lambda.FunctionArgs{
			Runtime: lambda.RuntimeCustomAL2, // want: api runs provided.al2, deprecated since 2026-07-31
			Handler: pulumi.String("bootstrap"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/api"),
			Code:    pulumi.NewFileArchive("dist/api.zip"),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewFunction(ctx, "old", &lambda.FunctionArgs{
			Runtime: pulumi.String("go1.x"), // want: old runs go1.x, refused for new functions since 2024-02-08
			Handler: pulumi.String("main"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/old"),
			Code:    pulumi.NewFileArchive("dist/old.zip"),
		})
		if err != nil {
			return err
		}
		return nil
	})
}
