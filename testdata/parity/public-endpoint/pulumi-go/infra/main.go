package main

import (
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/cloudwatch"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/iam"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/lambda"
	"github.com/pulumi/pulumi-aws/sdk/v7/go/aws/sns"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

const (
	assume = `{
  "Version": "2012-10-17",
  "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]
}`
	logs  = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
	image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1"
)

var tracing = &lambda.FunctionTracingConfigArgs{Mode: pulumi.String("Active")}

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		role, err := iam.NewRole(ctx, "press", &iam.RoleArgs{
			Name:              pulumi.String("press"),
			AssumeRolePolicy:  pulumi.String(assume),
			ManagedPolicyArns: pulumi.StringArray{pulumi.String(logs)},
		})
		if err != nil {
			return err
		}

		if err := publish(ctx, role); err != nil {
			return err
		}
		if err := keep(ctx, role); err != nil {
			return err
		}
		return render(ctx, role)
	})
}

// publish shows the newspaper to everybody.
func publish(ctx *pulumi.Context, role *iam.Role) error {
	feed, err := lambda.NewFunction(ctx, "feed", &lambda.FunctionArgs{
		Name:          pulumi.String("press-feed"),
		Role:          role.Arn,
		Code:          pulumi.NewFileArchive("../dist/feed.zip"),
		Runtime:       pulumi.String("provided.al2023"),
		Handler:       pulumi.String("bootstrap"),
		Architectures: pulumi.StringArray{pulumi.String("aarch64")},
		MemorySize:    pulumi.Int(256),
		Timeout:       pulumi.Int(60),
		LoggingConfig: &lambda.FunctionLoggingConfigArgs{
			LogFormat: pulumi.String("Text"),
		},
		TracingConfig: tracing,
	})
	if err != nil {
		return err
	}

	_, err = lambda.NewFunctionUrl(ctx, "feed", &lambda.FunctionUrlArgs{
		FunctionName:      feed.Name,
		AuthorizationType: pulumi.String("NONE"),
		InvokeMode:        pulumi.String("BUFFERED"),
	})
	if err != nil {
		return err
	}

	_, err = lambda.NewPermission(ctx, "readers", &lambda.PermissionArgs{
		Action:              pulumi.String("lambda:InvokeFunctionUrl"),
		Function:            feed.Name,
		Principal:           pulumi.String("*"),
		FunctionUrlAuthType: pulumi.String("NONE"),
	})
	if err != nil {
		return err
	}
	return nil
}

// keep lets three services call the archive.
func keep(ctx *pulumi.Context, role *iam.Role) error {
	archive, err := lambda.NewFunction(ctx, "archive", &lambda.FunctionArgs{
		Name:          pulumi.String("press-archive"),
		Role:          role.Arn,
		Code:          pulumi.NewFileArchive("../dist/archive.zip"),
		Runtime:       pulumi.String("provided.al2023"),
		Handler:       pulumi.String("bootstrap"),
		Architectures: pulumi.StringArray{pulumi.String("arm64")},
		MemorySize:    pulumi.Int(128),
		Timeout:       pulumi.Int(30),
		TracingConfig: tracing,
	})
	if err != nil {
		return err
	}

	printed, err := sns.NewTopic(ctx, "printed", &sns.TopicArgs{
		Name: pulumi.String("press-printed"),
	})
	if err != nil {
		return err
	}
	_, err = sns.NewTopicSubscription(ctx, "printed", &sns.TopicSubscriptionArgs{
		Topic:    printed.Arn,
		Protocol: pulumi.String("lambda"),
		Endpoint: archive.Arn,
	})
	if err != nil {
		return err
	}
	_, err = lambda.NewPermission(ctx, "printed", &lambda.PermissionArgs{
		Action:    pulumi.String("lambda:InvokeFunction"),
		Function:  archive.Name,
		Principal: pulumi.String("sns.amazonaws.com"),
	})
	if err != nil {
		return err
	}

	weekly, err := cloudwatch.NewEventRule(ctx, "weekly", &cloudwatch.EventRuleArgs{
		Name:               pulumi.String("press-weekly"),
		ScheduleExpression: pulumi.String("cron(0 4 ? * SUN *)"),
	})
	if err != nil {
		return err
	}
	_, err = cloudwatch.NewEventTarget(ctx, "weekly", &cloudwatch.EventTargetArgs{
		Rule: weekly.Name,
		Arn:  archive.Arn,
	})
	if err != nil {
		return err
	}
	_, err = lambda.NewPermission(ctx, "weekly", &lambda.PermissionArgs{
		Action:    pulumi.String("lambda:InvokeFunction"),
		Function:  archive.Name,
		Principal: pulumi.String("event.amazonaws.com"), // the bus of the account
		SourceArn: weekly.Arn,
	})
	if err != nil {
		return err
	}

	_, err = lambda.NewPermission(ctx, "scans", &lambda.PermissionArgs{
		Action:        pulumi.String("lambda:GetFunction"),
		Function:      archive.Name,
		Principal:     pulumi.String("s3.amazonaws.com"),
		SourceArn:     pulumi.String("arn:aws:s3:::press-scans"),
		SourceAccount: pulumi.String("123456789012"),
	})
	return err
}

// render makes a function of an image that comes from elsewhere.
func render(ctx *pulumi.Context, role *iam.Role) error {
	_, err := lambda.NewFunction(ctx, "render", &lambda.FunctionArgs{
		Name:          pulumi.String("press-render"),
		Role:          role.Arn,
		PackageType:   pulumi.String("Image"),
		ImageUri:      pulumi.String(image),
		Handler:       pulumi.String("bootstrap"),
		Architectures: pulumi.StringArray{pulumi.String("arm64")},
		MemorySize:    pulumi.Int(1024),
		Timeout:       pulumi.Int(120),
		TracingConfig: tracing,
	})
	if err != nil {
		return err
	}
	_, err = cloudwatch.NewLogGroup(ctx, "render", &cloudwatch.LogGroupArgs{
		Name:            pulumi.String("/aws/lambda/press-render"),
		RetentionInDays: pulumi.Int(14),
	})
	return err
}
