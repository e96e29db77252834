"""Which files say how binaries are made, by their names."""

from __future__ import annotations

_SKIPPED = frozenset({"vendor", "node_modules", "testdata", "docs", "doc", ".git", ".terraform", ".aws-sam", "cdk.out"})
_MAKEFILES = frozenset({"makefile", "gnumakefile"})
_TASKFILES = ("taskfile.yml", "taskfile.yaml", "taskfile.dist.yml", "taskfile.dist.yaml")
_RELEASES = (".goreleaser.yml", ".goreleaser.yaml", "goreleaser.yml", "goreleaser.yaml")
_PIPELINES = (".github/", ".gitlab/", ".circleci/")
_PIPELINE_FILES = ("bitbucket-pipelines.", "azure-pipelines", "action.")
_RUNNERS = frozenset({"package.json", "justfile", ".justfile"})
_COPIES = (".bak", ".backup", ".golden", ".old", ".orig", ".pyc", ".rej", ".save", "~")  # of what stands beside it


def kind_of(path: str) -> str | None:
    """What kind of build file a name stands for; `maybe` where its first line decides."""
    if path.endswith(".go"):
        return None
    *folders, name = path.split("/")
    if not _SKIPPED.isdisjoint(folders):
        return None
    lower = name.lower()
    if lower.endswith(_COPIES):
        return None
    if lower in _MAKEFILES or lower.startswith("makefile.") or lower.endswith((".mk", ".mak")):
        return "make"
    if lower.startswith(("dockerfile", "containerfile")) or lower.endswith((".dockerfile", ".containerfile")):
        return "docker" if not lower.endswith((".md", ".dockerignore", ".sh")) else None
    if lower.endswith((".sh", ".bash", ".zsh", ".ksh")):
        return "shell"
    if lower.endswith((".bat", ".cmd")):
        return "batch"
    if lower.endswith(".ps1"):
        return "powershell"
    if lower.endswith((".yml", ".yaml")):
        return _kind_of_yaml(path, lower)
    if lower in _RUNNERS:
        return "runner"
    return "maybe" if "." not in name and not name.isupper() else None


def _kind_of_yaml(path: str, name: str) -> str | None:
    if name in _TASKFILES:
        return "tasks"
    if name in _RELEASES:
        return "release"
    inside = any(path.startswith(folder) or f"/{folder}" in path for folder in _PIPELINES)
    named = name.startswith(_PIPELINE_FILES) or "buildspec" in name or ".gitlab-ci" in name
    return "pipeline" if inside or named else None
