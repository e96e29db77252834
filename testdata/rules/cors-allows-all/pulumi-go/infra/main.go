package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		orders, err := lambda.NewFunction(ctx, "orders", &lambda.FunctionArgs{
			Runtime: lambda.RuntimeCustomAL2023,
			Handler: pulumi.String("bootstrap"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/orders"),
			Code:    pulumi.NewFileArchive("dist/orders.zip"),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewFunctionUrl(ctx, "address", &lambda.FunctionUrlArgs{
			FunctionName:      orders.Name,
			AuthorizationType: pulumi.String("AWS_IAM"),
			Cors: &lambda.FunctionUrlCorsArgs{
				AllowOrigins: pulumi.StringArray{pulumi.String("*")}, // want: every website may call the address of orders
			},
		})
		return err
	})
}
