package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awseventstargets"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslogs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssnssubscriptions"
	"github.com/aws/jsii-runtime-go"
)

const image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1"

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Press"), nil)
	role := awsiam.NewRole(stack, jsii.String("Role"), &awsiam.RoleProps{
		RoleName:  jsii.String("press"),
		AssumedBy: awsiam.NewServicePrincipal(jsii.String("lambda.amazonaws.com"), nil),
		ManagedPolicies: &[]awsiam.IManagedPolicy{
			awsiam.ManagedPolicy_FromAwsManagedPolicyName(jsii.String("service-role/AWSLambdaBasicExecutionRole")),
		},
	})
	publish(stack, role)
	keep(stack, role)
	render(stack, role)

	app.Synth(nil)
}

// packed gives what the makefile has made.
func packed(name string) awslambda.Code {
	return awslambda.Code_FromAsset(jsii.String("../dist/"+name+".zip"), nil)
}

// publish shows the newspaper to everybody.
func publish(stack awscdk.Stack, role awsiam.Role) {
	feed := awslambda.NewFunction(stack, jsii.String("Feed"), &awslambda.FunctionProps{
		FunctionName:  jsii.String("press-feed"),
		Role:          role,
		Code:          packed("feed"),
		Runtime:       awslambda.Runtime_PROVIDED_AL2023(),
		Handler:       jsii.String("bootstrap"),
		Architecture:  awslambda.Architecture_Custom(jsii.String("aarch64"), nil),
		MemorySize:    jsii.Number(256),
		Timeout:       awscdk.Duration_Minutes(jsii.Number(1)),
		LoggingFormat: awslambda.LoggingFormat_TEXT,
		Tracing:       awslambda.Tracing_ACTIVE,
	})

	awslambda.NewCfnUrl(stack, jsii.String("FeedUrl"), &awslambda.CfnUrlProps{
		TargetFunctionArn: feed.FunctionArn(),
		AuthType:          jsii.String("NONE"),
		InvokeMode:        jsii.String("BUFFERED"),
	})

	awslambda.NewCfnPermission(stack, jsii.String("Readers"), &awslambda.CfnPermissionProps{
		Action:              jsii.String("lambda:InvokeFunctionUrl"),
		FunctionName:        feed.FunctionName(),
		Principal:           jsii.String("*"),
		FunctionUrlAuthType: jsii.String("NONE"),
	})
}

// keep lets three services call the archive.
func keep(stack awscdk.Stack, role awsiam.Role) {
	archive := awslambda.NewFunction(stack, jsii.String("Archive"), &awslambda.FunctionProps{
		FunctionName: jsii.String("press-archive"),
		Role:         role,
		Code:         packed("archive"),
		Runtime:      awslambda.Runtime_PROVIDED_AL2023(),
		Handler:      jsii.String("bootstrap"),
		Architecture: awslambda.Architecture_ARM_64(),
		MemorySize:   jsii.Number(128),
		Timeout:      awscdk.Duration_Seconds(jsii.Number(30)),
		Tracing:      awslambda.Tracing_ACTIVE,
	})

	printed := awssns.NewTopic(stack, jsii.String("Printed"), &awssns.TopicProps{
		TopicName: jsii.String("press-printed"),
	})
	printed.AddSubscription(awssnssubscriptions.NewLambdaSubscription(archive, nil))
	archive.AddPermission(jsii.String("PrintedPermission"), &awslambda.Permission{
		Principal: awsiam.NewServicePrincipal(jsii.String("sns.amazonaws.com"), nil),
	})

	weekly := awsevents.NewRule(stack, jsii.String("Weekly"), &awsevents.RuleProps{
		RuleName: jsii.String("press-weekly"),
		Schedule: awsevents.Schedule_Expression(jsii.String("cron(0 4 ? * SUN *)")),
	})
	weekly.AddTarget(awseventstargets.NewLambdaFunction(archive, nil))
	archive.AddPermission(jsii.String("WeeklyPermission"), &awslambda.Permission{
		Principal: awsiam.NewServicePrincipal(jsii.String("event.amazonaws.com"), nil), // the bus of the account
		SourceArn: weekly.RuleArn(),
	})

	archive.AddPermission(jsii.String("ScansPermission"), &awslambda.Permission{
		Action:        jsii.String("lambda:GetFunction"),
		Principal:     awsiam.NewServicePrincipal(jsii.String("s3.amazonaws.com"), nil),
		SourceArn:     jsii.String("arn:aws:s3:::press-scans"),
		SourceAccount: jsii.String("123456789012"),
	})
}

// render makes a function of an image that comes from elsewhere.
func render(stack awscdk.Stack, role awsiam.Role) {
	awslambda.NewCfnFunction(stack, jsii.String("Render"), &awslambda.CfnFunctionProps{
		FunctionName:  jsii.String("press-render"),
		Role:          role.RoleArn(),
		PackageType:   jsii.String("Image"),
		Code:          &awslambda.CfnFunction_CodeProperty{ImageUri: jsii.String(image)},
		Handler:       jsii.String("bootstrap"),
		Architectures: jsii.Strings("arm64"),
		MemorySize:    jsii.Number(1024),
		Timeout:       jsii.Number(120),
		TracingConfig: &awslambda.CfnFunction_TracingConfigProperty{Mode: jsii.String("Active")},
	})

	awslogs.NewLogGroup(stack, jsii.String("RenderLogs"), &awslogs.LogGroupProps{
		LogGroupName: jsii.String("/aws/lambda/press-render"),
		Retention:    awslogs.RetentionDays_TWO_WEEKS,
	})
}
