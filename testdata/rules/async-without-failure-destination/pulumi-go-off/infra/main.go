package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/cloudwatch"
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

		nightly, err := cloudwatch.NewEventRule(ctx, "nightly", &cloudwatch.EventRuleArgs{
			ScheduleExpression: pulumi.String("rate(1 day)"),
			State:              pulumi.String("DISABLED"),
		})
		if err != nil {
			return err
		}

		_, err = cloudwatch.NewEventTarget(ctx, "nightly", &cloudwatch.EventTargetArgs{Rule: nightly.Name, Arn: orders.Arn})
		return err
	})
}
