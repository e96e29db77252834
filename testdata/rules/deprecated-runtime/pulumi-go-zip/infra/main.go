package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		_, err := lambda.NewFunction(ctx, "place", &lambda.FunctionArgs{
			Runtime: lambda.RuntimeGo1dx, // want: runs go1.x, refused for new functions since 2024-02-08
			Handler: pulumi.String("place"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/place"),
			Code:    pulumi.NewFileArchive("place.zip"),
		})
		if err != nil {
			return err
		}
		return nil
	})
}
