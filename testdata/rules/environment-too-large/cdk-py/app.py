from itertools import chain, product

import aws_cdk as cdk
from aws_cdk import aws_lambda as lambda_

app = cdk.App()
stack = cdk.Stack(app, "Shop")

COUNTRIES = ("austria", "belgium", "denmark", "estonia", "finland", "france", "germany", "greece", "hungary")
KINDS = ["confirmation", "invoice", "reminder", "dunning-letter", "cancellation", "shipping-notice", "return-label"]
VARIANTS = ("consumer-orders", "business-orders", "wholesale-orders")
TEMPLATES = [f"{country}/{kind}" for country, kind in product(COUNTRIES, KINDS)]


def program(name: str, **variables: str) -> lambda_.Function:
    return lambda_.Function(
        stack,
        name,
        runtime=lambda_.Runtime.PROVIDED_AL2023,
        handler="bootstrap",
        code=lambda_.Code.from_asset(f"dist/{name}"),
        environment=variables,
    )


program(  # want: the variables of Letters take at least \d+ bytes, Lambda allows 4096
    "Letters",
    TEMPLATES=",".join(f"{template}/{variant}" for template in TEMPLATES for variant in VARIANTS),
)
program("Mails", TEMPLATES=",".join(TEMPLATES), KINDS=",".join(chain(KINDS, VARIANTS)))
