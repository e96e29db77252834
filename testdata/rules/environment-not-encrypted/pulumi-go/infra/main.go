package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		_, err := lambda.NewFunction(ctx, "orders", &lambda.FunctionArgs{
			Runtime: lambda.RuntimeCustomAL2023,
			Handler: pulumi.String("bootstrap"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/orders"),
			Code:    pulumi.NewFileArchive("dist/orders.zip"),
			Environment: &lambda.FunctionEnvironmentArgs{
				Variables: pulumi.StringMap{"TABLE": pulumi.String("orders")}, // want: encrypted with no key
			},
		})
		if err != nil {
			return err
		}
		return nil
	})
}
