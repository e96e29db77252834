from aws_cdk import Duration, Stack
from constructs import Construct

from .service import Service


class ShopStack(Stack):
    def __init__(self, scope: Construct, id: str, *, names: list[str], **kwargs) -> None:
        super().__init__(scope, id, **kwargs)

        self.services = [self._service(name) for name in names]
        self._service("reports", timeout=Duration.seconds(30))

    def _service(self, name: str, **options) -> Service:
        return Service(self, name, entry=".", **options)
