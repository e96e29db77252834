package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/apigatewayv2"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/iam"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/lambda"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

const assume = `{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]
}`

const everything = `{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]
}`

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		role, err := iam.NewRole(ctx, "tickets", &iam.RoleArgs{
			Name:             pulumi.String("tickets"),
			AssumeRolePolicy: pulumi.String(assume),
		})
		if err != nil {
			return err
		}
		_, err = iam.NewRolePolicy(ctx, "everything", &iam.RolePolicyArgs{
			Role:   role.ID(),
			Policy: pulumi.String(everything),
		})
		if err != nil {
			return err
		}

		tickets, err := lambda.NewFunction(ctx, "tickets", &lambda.FunctionArgs{
			Name:          pulumi.String("tickets"),
			Role:          role.Arn,
			Code:          pulumi.NewFileArchive("../dist/tickets.zip"),
			Runtime:       pulumi.String("provided.al2023"),
			Handler:       pulumi.String("bootstrap"),
			Architectures: pulumi.StringArray{pulumi.String("arm64")},
			MemorySize:    pulumi.Int(12000),
			Timeout:       pulumi.Int(45),
			Environment: &lambda.FunctionEnvironmentArgs{
				Variables: pulumi.StringMap{
					"VENUES":       pulumi.String("north,south"),
					"ticket-table": pulumi.String("tickets"),
				},
			},
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewFunctionUrl(ctx, "tickets", &lambda.FunctionUrlArgs{
			FunctionName:      tickets.Name,
			AuthorizationType: pulumi.String("NONE"),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewPermission(ctx, "everybody", &lambda.PermissionArgs{
			Action:    pulumi.String("lambda:InvokeFunction"),
			Function:  tickets.Name,
			Principal: pulumi.String("*"),
		})
		if err != nil {
			return err
		}

		api, err := apigatewayv2.NewApi(ctx, "tickets", &apigatewayv2.ApiArgs{
			Name:         pulumi.String("tickets"),
			ProtocolType: pulumi.String("HTTP"),
		})
		if err != nil {
			return err
		}

		_, err = lambda.NewPermission(ctx, "api", &lambda.PermissionArgs{
			Action:    pulumi.String("lambda:InvokeFunction"),
			Function:  tickets.Name,
			Principal: pulumi.String("apigateway.amazonaws.com"),
			SourceArn: pulumi.Sprintf("%s/*/*", api.ExecutionArn),
		})
		if err != nil {
			return err
		}

		integration, err := apigatewayv2.NewIntegration(ctx, "tickets", &apigatewayv2.IntegrationArgs{
			ApiId:                api.ID(),
			IntegrationType:      pulumi.String("AWS_PROXY"),
			IntegrationUri:       tickets.InvokeArn,
			PayloadFormatVersion: pulumi.String("2.0"),
		})
		if err != nil {
			return err
		}

		_, err = apigatewayv2.NewRoute(ctx, "tickets", &apigatewayv2.RouteArgs{
			ApiId:    api.ID(),
			RouteKey: pulumi.String("GET /tickets"),
			Target:   pulumi.Sprintf("integrations/%s", integration.ID()),
		})
		return err
	})
}
