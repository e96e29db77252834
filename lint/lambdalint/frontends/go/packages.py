"""Packages: what an import path means, which files make a package, and the plain names of foreign things."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Sequence

from lambdalint.frontends.go.expressions import plain_name
from lambdalint.golang.source.header import Header, name_is_built, scan
from lambdalint.golang.source.modules import Modules
from lambdalint.pattern import pattern

Reader = Callable[[str], bytes | None]

CDK = "github.com/aws/aws-cdk-go/"
_CDK = pattern(
    r"github\.com/aws/aws-cdk-go/awscdk(?:/v\d+)?(?:/(?:(?:aws|alexa)(\w+)|(triggers))(?:/(experimental))?)?"
)
_ALPHA = pattern(r"github\.com/aws/aws-cdk-go/awscdk(\w+?)(?:alpha)?(?:/v\d+)?")
_SDK = pattern(r"github\.com/pulumi/pulumi/sdk(?:/v\d+)?/go/pulumi(?:/(\w+))?")
_PROVIDER = pattern(r"github\.com/pulumi/pulumi-([\w-]+)/sdk(?:/v\d+)?/go/\w[\w-]*(?:/([\w/]+))?")
_PLAIN = {"github.com/aws/jsii-runtime-go": "jsii", "github.com/aws/constructs-go/constructs": "constructs"}
_VERSION = pattern(r"/v\d+$")
_MAIN = pattern(rb"^func\s+main\s*\(\s*\)", re.MULTILINE)
_PASSED = frozenset({"testdata", "node_modules", ".git", "vendor", "cdk.out"})
_FUNCTIONS = {
    ("go:github.com/fogfish/scud", "NewFunctionGo"): "scud.NewFunctionGo",
    ("go:github.com/fogfish/scud", "NewContainerGo"): "scud.NewContainerGo",
    (
        "go:github.com/cargo-lambda/cargo-lambda-cdk/cargolambdacdk",
        "NewRustFunction",
    ): "cargo-lambda-cdk.NewRustFunction",
}
"""What other libraries make functions with; nothing else of these is known."""
_CONSTANT = pattern(r"[A-Z0-9_]+")


def package_path(path: str) -> str:
    """The path of a package outside the project.

    `…/awscdk/v2/awslambda` is `lambda`, `…/awscdk/v2` is `core`, `…/awscdklambdagoalpha/v2` is `lambdago`,
    `…/pulumi-aws/sdk/v6/go/aws/lambda` is `pulumi.aws.lambda`; others begin with `go:`.
    """
    plain = _PLAIN.get(_VERSION.sub("", path))
    if plain is not None:
        return plain
    if found := _CDK.fullmatch(path):
        return ".".join(word for word in found.groups() if word) or "core"
    if found := _ALPHA.fullmatch(path):
        return found[1]
    if found := _SDK.fullmatch(path):
        return "pulumi.pulumi" + (f".{found[1]}" if found[1] else "")
    if found := _PROVIDER.fullmatch(path):
        return f"pulumi.{found[1]}" + (f".{found[2].replace('/', '.')}" if found[2] else "")
    return f"go:{path}"


def lower(name: str) -> str:
    """The name of a member in TypeScript: `MemorySize` is `memorySize`, `ID` is `id`."""
    return name.lower() if name.isupper() else name[:1].lower() + name[1:]


def inside(path: str, name: str) -> tuple[str, int]:
    """The path of a member of a foreign package, and how many characters of its name come before the last part.

    `Runtime_PROVIDED_AL2` of `lambda` is `lambda.Runtime.PROVIDED_AL2`, `Code_FromAsset` is `lambda.Code.fromAsset`,
    `RuntimeCustomAL2` of `pulumi.aws.lambda` is `pulumi.aws.lambda.Runtime.CustomAL2`.
    """
    if path == "pulumi.aws.lambda" and name.startswith("Runtime") and name[7:8].isupper():
        return f"{path}.Runtime.{name[7:]}", 7
    if (path, name) in _FUNCTIONS:
        return _FUNCTIONS[path, name], 0
    if path.startswith(("go:", "pulumi.")) or "_" not in name:
        return f"{path}.{name}", 0
    owner, _, member = name.partition("_")
    known = member if _CONSTANT.fullmatch(member) else lower(member)
    return f"{path}.{owner}.{known}", len(owner) + 1


class Workspace:
    """The Go packages of a project. `look` reads a file without counting it as read.

    `elsewhere` are packages that are known not to reach an import path, by its beginning.
    """

    def __init__(self, look: Reader, paths: Sequence[str]) -> None:
        self._look = look
        self.files: dict[str, list[str]] = {}
        for path in paths:
            if path.endswith(".go") and name_is_built(path) and not _PASSED & set(path.split("/")):
                self.files.setdefault(posixpath.dirname(path) or ".", []).append(path)
        self._modules = Modules(paths, self.files, look)
        self._heads: dict[str, Header] = {}
        self.elsewhere: dict[str, set[str]] = {}

    def head(self, path: str) -> Header:
        """The head of a file."""
        found = self._heads.get(path)
        if found is None:
            found = self._heads[path] = scan(self._look(path) or b"")
        return found

    def is_program(self, path: str) -> bool:
        """True for a file with the `main` of a program."""
        return self.head(path).package == "main" and _MAIN.search(self._look(path) or b"") is not None

    def package(self, name: str) -> list[str]:
        """The files of a package: those of a folder, or those built together with the file of a `main`."""
        if name in self.files:
            return [path for path in self.files[name] if self.head(path).built and not self.is_program(path)]
        folder = posixpath.dirname(name) or "."
        beside = [path for path in self.files.get(folder, ()) if path != name and not self.is_program(path)]
        return [name, *(path for path in beside if self.head(path).built and self.head(path).package == "main")]

    def resolve(self, path: str, folder: str) -> str | None:
        """The folder of a package of the project, None for one from elsewhere."""
        if path.startswith((CDK, "github.com/aws/", "github.com/pulumi/")) or ("." not in path and "/" not in path):
            known = self._modules.resolve(path, folder)
            return known if known is not None and not path.startswith(CDK) else None
        return self._modules.resolve(path, folder)

    def name_of(self, path: str, folder: str | None) -> str:
        """The name that a package goes by where the import gives none."""
        if folder is not None:
            for file in self.files.get(folder, ()):
                if self.head(file).package:
                    return self.head(file).package
        return _PLAIN.get(_VERSION.sub("", path)) or plain_name(path)
