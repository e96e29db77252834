package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v6/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		variables := pulumi.StringMap{"STAGE": pulumi.String("prod")}
		variables["AWS_REGION"] = pulumi.String("eu-west-1") // want: AWS_REGION of api is reserved by Lambda
		variables["TABLE"] = pulumi.String("orders")
		_, err := lambda.NewFunction(ctx, "api", &lambda.FunctionArgs{
			Runtime:     lambda.RuntimeCustomAL2023,
			Handler:     pulumi.String("bootstrap"),
			Role:        pulumi.String("arn:aws:iam::111122223333:role/api"),
			Code:        pulumi.NewFileArchive("dist/api.zip"),
			Environment: &lambda.FunctionEnvironmentArgs{Variables: variables},
		})
		return err
	})
}
