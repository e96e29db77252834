"""The Go compiler's word on the cases: each builds, and each still builds after all fixes."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cases import TESTDATA, files, rule_cases
from tests.toolchain import go

MODULE = "example.com/cases"
VERSIONS = TESTDATA / "rules" / "GO_VERSIONS.txt"
# Programs that describe infrastructure need hundreds of megabytes of libraries, some of which proxies don't have.
DESCRIBES = re.compile(r'"github\.com/(?:aws/aws-cdk-go|pulumi/pulumi)')


def _collect(target: Path, golden: bool) -> int:
    """Copy the Go cases into one module, so that one build does for all. Returns how many there are."""
    count = 0
    for case in rule_cases():
        if not (case.folder / "go.mod").is_file() or (case.folder / "NOT_COMPILED").exists():
            continue
        name = f"c{count}_{re.sub(r'[^a-z0-9]', '_', case.id)}"
        module = re.search(r"^module\s+(\S+)", (case.folder / "go.mod").read_text(encoding="utf-8"), re.M)
        assert module, case.id
        copied = False
        for path, file in files(case.folder):
            if not path.endswith(".go"):
                continue
            fixed = file.with_name(file.name + ".golden")
            text = (fixed if golden and fixed.exists() else file).read_text(encoding="utf-8")
            if DESCRIBES.search(text):
                continue
            text = text.replace(f'"{module[1]}/', f'"{MODULE}/{name}/').replace(f'"{module[1]}"', f'"{MODULE}/{name}"')
            (target / name / path).parent.mkdir(parents=True, exist_ok=True)
            (target / name / path).write_text(text, encoding="utf-8")
            copied = True
        count += copied
    requires = "".join(f"\t{line}\n" for line in VERSIONS.read_text(encoding="utf-8").splitlines() if line.strip())
    (target / "go.mod").write_text(f"module {MODULE}\n\ngo 1.24\n\nrequire (\n{requires})\n", encoding="utf-8")
    return count


@pytest.mark.parametrize("golden", [False, True], ids=["cases", "fixed"])
def test_build(golden: bool, tmp_path: Path) -> None:
    assert _collect(tmp_path, golden) > 0
    environment = go.environment(tmp_path)
    run = subprocess.run(
        [go.command(), "list", "-mod=mod", "-export", "./..."],  # compiles all, links nothing
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr[-6000:]


def test_fixed_cases_are_formatted(tmp_path: Path) -> None:
    """A formatted case is still formatted after its fixes."""
    pairs = [
        (file, file.with_name(file.name + ".golden"))
        for case in rule_cases()
        for path, file in files(case.folder)
        if path.endswith(".go") and file.with_name(file.name + ".golden").exists()
    ]
    assert pairs
    for number, (_, golden) in enumerate(pairs):
        shutil.copy(golden, tmp_path / f"{number}.go")
    run = subprocess.run([go.gofmt(), "-l", "."], cwd=tmp_path, capture_output=True, text=True)
    unformatted = {int(Path(line).stem) for line in run.stdout.split()}
    assert [str(pairs[number][0]) for number in sorted(unformatted)] == []
