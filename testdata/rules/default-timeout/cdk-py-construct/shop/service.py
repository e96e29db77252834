from aws_cdk.aws_lambda_go_alpha import GoFunction
from constructs import Construct


class Service(GoFunction):
    def __init__(self, scope: Construct, id: str, **kwargs) -> None:
        super().__init__(scope, id, memory_size=256, **kwargs)  # want: orders has no timeout and is stopped after 3 s
