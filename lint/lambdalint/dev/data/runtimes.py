"""When runtimes end: from cfn-lint's table, held against the runtimes that the API and CDK know."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lambdalint.dev.data.hand import GLIBC, IMAGE_TAGS

SOURCES = ("cfn-lint", "botocore", "cdk")
FACTS = (GLIBC, IMAGE_TAGS)


def values(roots: Mapping[str, Path]) -> Mapping[str, str]:
    """The assignments of `runtimes`. ValueError where the sources disagree about which runtimes there are."""
    table = json.loads((roots["cfn-lint"] / "cfnlint/data/AdditionalSpecs/LmbdRuntimeLifecycle.json").read_bytes())
    dates = {name: entry for name, entry in table.items() if is_go(name)}
    known = {name for name in lambda_model(roots["botocore"])["shapes"]["Runtime"]["enum"] if is_go(name)}
    if known != dates.keys():
        raise ValueError(f"the API knows {sorted(known)}, the table of dates {sorted(dates)}")
    ended = deprecated_in_cdk(roots["cdk"])
    newest = max(dates, key=lambda name: _three(dates[name]))
    if newest in ended:
        raise ValueError(f"{newest} is deprecated in CDK and the last of all in the table of dates")
    entries = [f'"{name}": Lifecycle({", ".join(map(_date, _three(dates[name])))}),' for name in sorted(dates)]
    return {
        "LIFECYCLES": "{\n" + "\n".join(entries) + "\n}",
        "RECOMMENDED": f'"{newest}"',
        "GLIBC": repr(GLIBC.value),
        "RETIRED_IMAGE_TAGS": f"frozenset({IMAGE_TAGS.value!r})",
    }


def is_go(runtime: str) -> bool:
    """True for the runtimes that a Go program can name."""
    return runtime == "provided" or runtime.startswith(("go", "provided."))


def lambda_model(root: Path) -> Any:
    """The service model of Lambda."""
    return service_model(root, "lambda")


def service_model(root: Path, service: str) -> Any:
    """The newest model of a service. ValueError where there is none."""
    newest = max((root / "botocore/data" / service).glob("*/service-2.json*"), default=None)
    if newest is None:
        raise ValueError(f"no service is called {service}")
    data = newest.read_bytes()
    return json.loads(gzip.decompress(data) if newest.suffix == ".gz" else data)


def deprecated_in_cdk(root: Path) -> frozenset[str]:
    """The runtimes of Go that CDK's class marks, by their names in the API."""
    text = (root / "aws-lambda/lib/runtime.d.ts").read_text("utf-8")
    marked = re.findall(r"/\*\*((?:[^*]|\*(?!/))*)\*/\s*static readonly (GO_\w+|PROVIDED\w*): Runtime;", text)
    spelt = {"GO_1_X": "go1.x"}
    return frozenset(
        spelt.get(name, name.lower().replace("_", ".")) for comment, name in marked if "@deprecated" in comment
    )


def _three(entry: Mapping[str, str]) -> tuple[str, str, str]:
    return entry["deprecated"], entry["create-block"], entry["update-block"]


def _date(text: str) -> str:
    year, month, day = map(int, text.split("-"))
    return f'"{year:04}-{month:02}-{day:02}"'
