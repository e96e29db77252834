"""`programs`: give the infrastructure programs of testdata/parity, as they are after all fixes, to their compilers.

Their libraries are hundreds of megabytes, so no test does this. Go programs take the modules that their `go.mod` asks
for; `MODULE=FOLDER` takes a module from elsewhere. Scripts take the newest packages of npm.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

PARITY = Path(__file__).parents[3] / "testdata" / "parity"
GOLDEN = ".golden"
PACKAGES = (
    "typescript",
    "@types/node",
    "aws-cdk-lib",
    "constructs",
    "@aws-cdk/aws-lambda-go-alpha",
    "@pulumi/pulumi",
    "@pulumi/aws",
)
OPTIONS = ("--noEmit", "--strict", "--skipLibCheck", "--target", "es2022", "--module", "nodenext", "--types", "node")


def programs(arguments: list[str]) -> int:
    """`programs [DIALECT …] [MODULE=FOLDER …]`: compile the programs of these dialects, or of all that can be."""
    replaced = [word for word in arguments if "=" in word]
    wanted = [word for word in arguments if "=" not in word]
    failed = []
    with tempfile.TemporaryDirectory() as name:
        scripts = Path(name, "scripts")
        for project, dialect in _deployments(wanted):
            folder = _fixed(project, dialect, scripts if dialect.endswith("-ts") else Path(name))
            if dialect.endswith("-go"):
                print(f"== {project} {dialect}", flush=True)
                failed += [] if _vetted(folder / "infra", replaced) else [f"{project} {dialect}"]
        if scripts.is_dir():
            print("== TypeScript", flush=True)
            failed += [] if _checked(scripts) else ["TypeScript"]
    print(f"failed: {', '.join(failed)}" if failed else "all programs compile", flush=True)
    return 1 if failed else 0


def _deployments(wanted: Sequence[str]) -> Iterator[tuple[str, str]]:
    for folder in sorted(PARITY.glob("*/*")):
        if folder.name.endswith(("-go", "-ts")) and folder.is_dir() and (not wanted or folder.name in wanted):
            yield folder.parent.name, folder.name


def _fixed(project: str, dialect: str, place: Path) -> Path:
    """A copy of a program as it is after all fixes."""
    target = place / project / dialect
    shutil.copytree(PARITY / project / dialect, target)
    for golden in sorted(target.rglob(f"*{GOLDEN}")):
        golden.replace(golden.with_suffix(""))
    return target


def _vetted(folder: Path, replaced: Sequence[str]) -> bool:
    environment = {**os.environ, "GOFLAGS": "-mod=mod", "GOWORK": "off"}
    edits = [("go", "mod", "edit", f"-replace={pair}") for pair in replaced]
    return all(
        subprocess.run(command, cwd=folder, env=environment, check=False).returncode == 0
        for command in (*edits, ("go", "mod", "tidy"), ("go", "vet", "./..."))
    )


def _checked(folder: Path) -> bool:
    files = [str(path) for path in sorted(folder.rglob("*.ts"))]
    install = ("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-save", *PACKAGES)
    return all(
        subprocess.run(command, cwd=folder, check=False).returncode == 0
        for command in (install, ("npx", "tsc", *OPTIONS, *files))
    )
