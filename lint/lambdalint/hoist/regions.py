"""Values that are built once for each region that a function is asked for."""

from __future__ import annotations

from lambdalint.hoist.family import Family
from lambdalint.model import goast
from lambdalint.model.goast import Call, Name
from lambdalint.model.gotypes import Basic


def is_region(name: Name, family: Family) -> bool:
    """True for a parameter that nothing changes, where it is given as the region of a configuration."""
    plain = name.ref in family.parameters and not family.writes.get(name.ref) and name.type == Basic("string")
    node: goast.Node = name
    above = family.above(node)
    if isinstance(above, Call) and above.callee is not None and above.callee.name == "String":
        node, above = above, family.above(above)
    if isinstance(above, goast.Unary) and above.op == "&":
        node, above = above, family.above(above)
    if isinstance(above, Call):
        return plain and above.callee is not None and above.callee.name == "WithRegion"
    return plain and isinstance(above, goast.Element) and above.field == "Region"


def kept(name: str, store: str, key: str, kind: str, local: str, lines: list[str], fails: bool) -> str:
    """Declarations of a function that makes what `lines` put into `local`, once for each `key`; gofmt's layout."""
    result, end = (f"({kind}, error)", ", nil") if fails else (kind, "")
    made = "".join(f"\t{line}\n" if line else "\n" for line in lines)
    return (
        f"var {store} sync.Map // {kind} by {key}\n\n"
        f"func {name}({key} string) {result} {{\n"
        f"\tif {local}, ok := {store}.Load({key}); ok {{\n\t\treturn {local}.({kind}){end}\n\t}}\n"
        f"{made}\t{store}.Store({key}, {local})\n\treturn {local}{end}\n}}\n\n"
    )
