"""The hooks, run by pre-commit itself in a scratch repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
QUEUE = 'resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n'
TYPO = "# lambdalint:ignore[unknwn-suppression]\n" + QUEUE
SETTINGS = 'select = ["LL003"]\n'


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"PRE_COMMIT_HOME": str(folder.parent / "cache"), "PRE_COMMIT_COLOR": "never"}
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_NAME": "t", f"GIT_{role}_EMAIL": "t@example.com"}
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository that uses the hooks of this one, as it is in the working tree."""
    pytest.importorskip("pre_commit")
    base = tmp_path_factory.mktemp("hooks")
    hooks = base / "lambdalint"
    hooks.mkdir()
    for name in ("lint", "rules"):
        shutil.copytree(ROOT / name, hooks / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, hooks / name)
    run(hooks, "git", "init", "-q")
    run(hooks, "git", "add", "-A")
    assert run(hooks, "git", "commit", "-qm", "hooks").returncode == 0
    revision = run(hooks, "git", "rev-parse", "HEAD").stdout.strip()

    project = base / "project"
    project.mkdir()
    run(project, "git", "init", "-q")
    ids = re.findall(r"^- id: (\S+)", MANIFEST.read_text(), re.M)
    listed = "".join(f"      - id: {name}\n" for name in ids)
    (project / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {hooks}\n    rev: {revision}\n    hooks:\n{listed}"
    )
    (project / "lambdalint.toml").write_text(SETTINGS)
    for name in ("a", "b"):
        (project / name).mkdir()
        (project / name / "main.tf").write_text(TYPO)
    run(project, "git", "add", "-A")
    installed = run(project, sys.executable, "-m", "pre_commit", "install-hooks")
    if installed.returncode != 0 and re.search(
        "connection|resolution|No matching distribution", installed.stdout, re.I
    ):
        pytest.skip("the hooks' dependencies can't be downloaded here")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return project


def hook(project: Path, name: str, *files: str) -> subprocess.CompletedProcess[str]:
    return run(project, sys.executable, "-m", "pre_commit", "run", name, "--files", *files)


def test_the_manifest_is_plain() -> None:
    """Other runners read it too: no anchors, and one text for all patterns of analysed files."""
    text = MANIFEST.read_text()
    assert not re.search(r"[&*]files", text)
    patterns = re.findall(r"^  files: '(.*)'$", text, re.M)
    assert len(patterns) == 4
    assert len(set(patterns[:3])) == 1
    read = "main.go a/go.mod x.tf prod.auto.tfvars Makefile api/Dockerfile.prod deploy.sh a/template.yml bin/app.ts"
    more = (
        "stack.py stack.js stack.mts deploy.ps1 x.bat justfile a/Justfile build/go.mk function.jsonnet samconfig.toml"
    )
    for name in f"{read} {more}".split():
        assert re.search(patterns[0], name), name
    for name in ("README.md", "Makefile.md", "go.modx", "notes.txt", "just.png", "a.pyc"):
        assert not re.search(patterns[0], name), name


def test_names_are_a_filter(scratch: Path) -> None:
    ran = hook(scratch, "lambdalint", "a/main.tf")
    assert ran.returncode == 1
    assert "a/main.tf" in ran.stdout
    assert "b/main.tf" not in ran.stdout


def test_files_without_findings_pass(scratch: Path) -> None:
    (scratch / "c.tf").write_text(QUEUE)
    assert hook(scratch, "lambdalint", "c.tf").returncode == 0


def test_the_whole_project(scratch: Path) -> None:
    ran = hook(scratch, "lambdalint-full", "c.tf", "lambdalint.toml")
    assert ran.returncode == 1
    assert "a/main.tf" in ran.stdout
    assert "b/main.tf" in ran.stdout


def test_the_configuration(scratch: Path) -> None:
    assert hook(scratch, "lambdalint-config", "lambdalint.toml").returncode == 0
    (scratch / "lambdalint.toml").write_text("selekt = 1\n")
    ran = hook(scratch, "lambdalint-config", "lambdalint.toml")
    (scratch / "lambdalint.toml").write_text(SETTINGS)
    assert ran.returncode == 1
    assert "lambdalint.toml:1: unknown setting `selekt`" in ran.stdout


def test_fixing_fails_the_commit_once(scratch: Path) -> None:
    """A hook that changes files stops the commit; the next try finds nothing left to change."""
    ran = hook(scratch, "lambdalint-fix", "a/main.tf")
    assert ran.returncode == 1
    assert "files were modified by this hook" in ran.stdout
    assert (scratch / "a/main.tf").read_text() == TYPO.replace("unknwn", "unknown")
    assert (scratch / "b/main.tf").read_text() == TYPO
    run(scratch, "git", "add", "-A")
    assert hook(scratch, "lambdalint-fix", "a/main.tf").returncode == 0
