package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/cloudwatch"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		_, err := cloudwatch.NewLogGroup(ctx, "worker", &cloudwatch.LogGroupArgs{
			Name:            pulumi.String("/aws/lambda/worker"),
			RetentionInDays: pulumi.Int(30),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewFunction(ctx, "worker", &lambda.FunctionArgs{
			Runtime: lambda.RuntimeCustomAL2023,
			Handler: pulumi.String("bootstrap"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/worker"),
			Code:    pulumi.NewFileArchive("dist/worker.zip"),
			Name:    pulumi.String("worker"),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewFunction(ctx, "api", &lambda.FunctionArgs{ // want: api has no log group with a retention time
			Runtime: lambda.RuntimeCustomAL2023,
			Handler: pulumi.String("bootstrap"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/api"),
			Code:    pulumi.NewFileArchive("dist/api.zip"),
			Name:    pulumi.String("api"),
		})
		if err != nil {
			return err
		}
		return nil
	})
}
