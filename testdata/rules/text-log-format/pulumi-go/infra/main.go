package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		_, err := lambda.NewFunction(ctx, "api", &lambda.FunctionArgs{ // want: the log format of api is Text, but its code logs JSON
			Runtime: lambda.RuntimeCustomAL2023,
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
