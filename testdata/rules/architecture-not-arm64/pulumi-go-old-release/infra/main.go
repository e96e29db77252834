package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v4/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		_, err := lambda.NewFunction(ctx, "api", &lambda.FunctionArgs{ // want: api runs on x86_64 by default, the same duration costs 20 % less on arm64
			Runtime: pulumi.String("provided.al2023"),
			Handler: pulumi.String("bootstrap"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/api"),
			Code:    pulumi.NewFileArchive("dist/api.zip"),
		})
		if err != nil {
			return err
		}
		return nil
	})
}
