package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		settings := config.New(ctx, "")

		_, err := lambda.NewFunction(ctx, "api", &lambda.FunctionArgs{
			Runtime: lambda.RuntimeCustomAL2023,
			Handler: pulumi.String("bootstrap"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/api"),
			Code:    pulumi.NewFileArchive("dist/api.zip"),
			Timeout: pulumi.Int(settings.GetInt("timeout")),
		})
		if err != nil {
			return err
		}
		return nil
	})
}
