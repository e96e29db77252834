package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		distribution := config.Require(ctx, "distribution")
		pages, err := function(ctx, "pages")
		if err != nil {
			return err
		}
		_, err = lambda.NewPermission(ctx, "pages-cdn", &lambda.PermissionArgs{
			Action:    pulumi.String("lambda:InvokeFunctionUrl"), // want: calls to the address of pages also need lambda:InvokeFunction
			Function:  pages.Name,
			Principal: pulumi.String("cloudfront.amazonaws.com"),
			SourceArn: pulumi.String(distribution),
		})
		if err != nil {
			return err
		}

		images, err := function(ctx, "images")
		if err != nil {
			return err
		}
		_, err = lambda.NewPermission(ctx, "images-cdn", &lambda.PermissionArgs{
			Action:    pulumi.String("lambda:InvokeFunctionUrl"), // want: calls to the address of images also need lambda:InvokeFunction
			Function:  images.Name,
			Principal: pulumi.String("cloudfront.amazonaws.com"),
			SourceArn: pulumi.String(distribution),
		})
		return err
	})
}

func function(ctx *pulumi.Context, name string) (*lambda.Function, error) {
	made, err := lambda.NewFunction(ctx, name, &lambda.FunctionArgs{
		Runtime: lambda.RuntimeCustomAL2023,
		Handler: pulumi.String("bootstrap"),
		Role:    pulumi.String("arn:aws:iam::111122223333:role/pages"),
		Code:    pulumi.NewFileArchive("dist/" + name + ".zip"),
	})
	if err != nil {
		return nil, err
	}
	_, err = lambda.NewFunctionUrl(ctx, name, &lambda.FunctionUrlArgs{
		FunctionName:      made.Name,
		AuthorizationType: pulumi.String("AWS_IAM"),
	})
	return made, err
}
