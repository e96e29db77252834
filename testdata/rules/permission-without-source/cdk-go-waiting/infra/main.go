package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsiam"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	"github.com/aws/aws-cdk-go/awscdklambdagoalpha/v2"
	"github.com/aws/jsii-runtime-go"
)

func main() {
	defer jsii.Close()

	app := awscdk.NewApp(nil)
	stack := awscdk.NewStack(app, jsii.String("Shop"), nil)

	night := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Night"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})
	nightly := awsevents.NewCfnRule(stack, jsii.String("Nightly"), &awsevents.CfnRuleProps{
		ScheduleExpression: jsii.String("rate(1 day)"),
		Targets:            &[]*awsevents.CfnRule_TargetProperty{{Id: jsii.String("night"), Arn: night.FunctionArn()}},
	})
	night.AddPermission(jsii.String("Events"), &awslambda.Permission{ // want: Events lets events.amazonaws.com invoke Night on behalf of anybody
		Principal: awsiam.NewServicePrincipal(jsii.String("events.amazonaws.com"), nil),
	})
	nightly.ApplyRemovalPolicy(awscdk.RemovalPolicy_RETAIN, nil)

	// This rule is made after all that belongs to the function, the permission is part of that.
	day := awscdklambdagoalpha.NewGoFunction(stack, jsii.String("Day"), &awscdklambdagoalpha.GoFunctionProps{Entry: jsii.String(".")})
	daily := awsevents.NewCfnRule(stack, jsii.String("Daily"), &awsevents.CfnRuleProps{
		ScheduleExpression: jsii.String("rate(1 day)"),
		Targets:            &[]*awsevents.CfnRule_TargetProperty{{Id: jsii.String("day"), Arn: day.FunctionArn()}},
	})
	daily.Node().AddDependency(day)
	day.AddPermission(jsii.String("Events"), &awslambda.Permission{ // want: Events lets events.amazonaws.com invoke Day on behalf of anybody
		Principal: awsiam.NewServicePrincipal(jsii.String("events.amazonaws.com"), nil),
	})

	app.Synth(nil)
}
