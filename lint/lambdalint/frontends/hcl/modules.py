"""A Terraform module: what the files of one folder declare, in one name space."""

from __future__ import annotations

from lambdalint.record import NamedTuple
from lambdalint.syntax.hcltree import Attribute, Block

TERRAGRUNT = "terragrunt.hcl"


class Module(NamedTuple):
    """One folder. `whole` is False when a file of it was not read in full. `values` are the tfvars that Terraform
    loads by itself, later files first. Resources are keyed (`managed` or `data`, type, name). `runs_in` is the folder
    that Terraform runs in, where it isn't this one.
    """

    folder: str
    variables: dict[str, Block]
    locals: dict[str, Attribute]
    outputs: dict[str, Block]
    calls: dict[str, Block]
    resources: dict[tuple[str, str, str], Block]
    providers: list[Block]
    settings: list[Block]
    values: list[dict[str, Attribute]]
    whole: bool
    runs_in: str = ""
