"""Prints a newspaper."""

import aws_cdk as cdk
from aws_cdk import (
    aws_events as events,
    aws_events_targets as targets,
    aws_iam as iam,
    aws_lambda as lambda_,
    aws_logs as logs,
    aws_sns as sns,
    aws_sns_subscriptions as subscriptions,
)
from constructs import Construct

IMAGE = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/press-render:1"


class PressStack(cdk.Stack):
    """A feed that everybody reads, an archive that services call, and an image."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        self.role = iam.Role(
            self,
            "Role",
            role_name="press",
            assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
            managed_policies=[
                iam.ManagedPolicy.from_aws_managed_policy_name(
                    "service-role/AWSLambdaBasicExecutionRole"
                )
            ],
        )
        self.publish()
        self.keep()
        self.render()

    def packed(self, name: str) -> dict:
        """What all packages of this repository have in common."""
        return {
            "function_name": f"press-{name}",
            "role": self.role,
            "code": lambda_.Code.from_asset(f"dist/{name}.zip"),
            "runtime": lambda_.Runtime.PROVIDED_AL2023,
            "handler": "bootstrap",
            "tracing": lambda_.Tracing.ACTIVE,
        }

    def publish(self) -> None:
        """Shows the newspaper to everybody."""
        feed = lambda_.Function(
            self,
            "Feed",
            architecture=lambda_.Architecture.custom("aarch64"),
            memory_size=256,
            timeout=cdk.Duration.minutes(1),
            logging_format=lambda_.LoggingFormat.TEXT,
            **self.packed("feed"),
        )
        lambda_.CfnUrl(
            self,
            "FeedUrl",
            target_function_arn=feed.function_arn,
            auth_type="NONE",
            invoke_mode="BUFFERED",
        )
        lambda_.CfnPermission(
            self,
            "Readers",
            action="lambda:InvokeFunctionUrl",
            function_name=feed.function_name,
            principal="*",
            function_url_auth_type="NONE",
        )

    def keep(self) -> None:
        """Lets three services call the archive."""
        archive = lambda_.Function(
            self,
            "Archive",
            architecture=lambda_.Architecture.ARM_64,
            memory_size=128,
            timeout=cdk.Duration.seconds(30),
            **self.packed("archive"),
        )

        printed = sns.Topic(self, "Printed", topic_name="press-printed")
        printed.add_subscription(subscriptions.LambdaSubscription(archive))
        archive.add_permission(
            "PrintedPermission", principal=iam.ServicePrincipal("sns.amazonaws.com")
        )

        weekly = events.Rule(
            self,
            "Weekly",
            rule_name="press-weekly",
            schedule=events.Schedule.expression("cron(0 4 ? * SUN *)"),
        )
        weekly.add_target(targets.LambdaFunction(archive))
        archive.add_permission(
            "WeeklyPermission",
            principal=iam.ServicePrincipal("event.amazonaws.com"),  # the account's bus
            source_arn=weekly.rule_arn,
        )

        archive.add_permission(
            "ScansPermission",
            action="lambda:GetFunction",
            principal=iam.ServicePrincipal("s3.amazonaws.com"),
            source_arn="arn:aws:s3:::press-scans",
            source_account="123456789012",
        )

    def render(self) -> None:
        """Makes a function of an image that comes from elsewhere."""
        lambda_.CfnFunction(
            self,
            "Render",
            function_name="press-render",
            role=self.role.role_arn,
            package_type="Image",
            code=lambda_.CfnFunction.CodeProperty(image_uri=IMAGE),
            handler="bootstrap",
            architectures=["arm64"],
            memory_size=1024,
            timeout=120,
            tracing_config=lambda_.CfnFunction.TracingConfigProperty(mode="Active"),
        )
        logs.LogGroup(
            self,
            "RenderLogs",
            log_group_name="/aws/lambda/press-render",
            retention=logs.RetentionDays.TWO_WEEKS,
        )


app = cdk.App()
PressStack(app, "Press")
app.synth()
