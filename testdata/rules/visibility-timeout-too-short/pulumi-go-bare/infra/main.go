package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/sqs"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		worker, err := lambda.NewFunction(ctx, "worker", &lambda.FunctionArgs{
			Runtime: lambda.RuntimeCustomAL2023,
			Handler: pulumi.String("bootstrap"),
			Role:    pulumi.String("arn:aws:iam::111122223333:role/worker"),
			Code:    pulumi.NewFileArchive("dist/worker.zip"),
			Timeout: pulumi.Int(40),
		})
		if err != nil {
			return err
		}

		orders, err := sqs.NewQueue(ctx, "orders", nil) // want: orders hides messages for 30 s
		if err != nil {
			return err
		}

		_, err = lambda.NewEventSourceMapping(ctx, "orders", &lambda.EventSourceMappingArgs{
			EventSourceArn: orders.Arn,
			FunctionName:   worker.Arn,
		})
		return err
	})
}
