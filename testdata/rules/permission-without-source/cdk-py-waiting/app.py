import aws_cdk as cdk
from aws_cdk import aws_events as events
from aws_cdk import aws_iam as iam
from aws_cdk import aws_lambda_go_alpha as lambda_go

app = cdk.App()
stack = cdk.Stack(app, "Shop")

night = lambda_go.GoFunction(stack, "Night", entry=".")
nightly = events.CfnRule(
    stack,
    "Nightly",
    schedule_expression="rate(1 day)",
    targets=[events.CfnRule.TargetProperty(id="night", arn=night.function_arn)],
)
night.add_permission("Events", principal=iam.ServicePrincipal("events.amazonaws.com"))  # want: Events lets events.amazonaws.com invoke Night on behalf of anybody

# This rule is made after all that belongs to the function, the permission is part of that.
day = lambda_go.GoFunction(stack, "Day", entry=".")
daily = events.CfnRule(
    stack,
    "Daily",
    schedule_expression="rate(1 day)",
    targets=[events.CfnRule.TargetProperty(id="day", arn=day.function_arn)],
)
daily.node.add_dependency(day)
day.add_permission("Events", principal=iam.ServicePrincipal("events.amazonaws.com"))  # want: Events lets events.amazonaws.com invoke Day on behalf of anybody
