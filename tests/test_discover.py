"""Which files belong to a project, and what the reader gives out."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lambdalint import config, discover
from lambdalint.config import Config, Pattern
from lambdalint.listing import listing
from lambdalint.reader import LARGEST, Reader


def write(root: Path, *paths: str, text: str = "x\n") -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


TRACKED = "description"  # a file of `.git` that says whether new files are to be tracked


def listed(root: Path, settings: Config | None = None, named: tuple[str, ...] = ()) -> discover.Inventory:
    if (root / ".git" / TRACKED).is_file() and (root / ".git" / TRACKED).read_text() == "tracked":
        git(root, "add", "-A")
    return discover.inventory(root, settings or Config(), named)


def paths(root: Path, settings: Config | None = None, named: tuple[str, ...] = ()) -> tuple[str, ...]:
    return listed(root, settings, named).paths


@pytest.fixture(params=["tracked", "new", "walk"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A folder whose files a repository tracks or doesn't yet, or that is in none: what belongs to it is the same."""
    folder = tmp_path / "project"
    folder.mkdir()
    if request.param != "walk":
        git(folder, "init", "-q")
        (folder / ".git" / TRACKED).write_text(request.param)
    return folder


def test_files_are_sorted_and_relative(root: Path) -> None:
    write(root, "b/main.go", "a.tf", "Makefile")
    assert paths(root) == ("Makefile", "a.tf", "b/main.go")


@pytest.mark.parametrize("listed", [True, False])
def test_ignored_files_are_left_out(listed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path
    git(root, "init", "-q")
    if not listed:
        monkeypatch.setenv("PATH", str(root / "nowhere"))
    write(root, "main.go", "out/main.go", "sub/keep.log", "sub/drop.log", "deep/a/gen.go", "deep/gen.go")
    (root / ".gitignore").write_text("out/\n*.log\n!keep.log\n/deep/a\n")
    (root / "sub" / ".gitignore").write_text("drop.*\n")
    assert paths(root) == (".gitignore", "deep/gen.go", "main.go", "sub/.gitignore", "sub/keep.log")
    everything = paths(root, Config(respect_gitignore=False))
    assert {"out/main.go", "sub/drop.log", "deep/a/gen.go"} <= set(everything)


def test_outside_of_a_repository_nothing_is_ignored(tmp_path: Path) -> None:
    write(tmp_path, "main.go", "template.yaml")
    (tmp_path / ".gitignore").write_text("*.yaml\n")
    assert paths(tmp_path) == (".gitignore", "main.go", "template.yaml")


def test_folders_of_tools_are_never_looked_into(root: Path) -> None:
    write(root, "main.go", "vendor/x/x.go", "a/node_modules/y.js", ".terraform/modules/m/main.tf", "cdk.out/t.json")
    assert paths(root) == ("main.go",)


def test_of_what_the_cdk_makes_only_templates_are_kept(root: Path) -> None:
    write(root, "main.go", "a/cdk.out/S.template.json", "cdk.out/tree.json", "cdk.out/asset.1/x.template.json")
    write(root, "node_modules/cdk.out/S.template.json")
    assert paths(root) == ("a/cdk.out/S.template.json", "main.go")


def test_what_the_cdk_makes_is_found_though_git_ignores_it(root: Path) -> None:
    write(root, "main.go", "infra/cdk.json", "infra/cdk.out/S.template.json", "infra/cdk.out/cdk.out", "out/x.go")
    (root / ".gitignore").write_text("cdk.out\n")
    found = (".gitignore", "infra/cdk.json", "infra/cdk.out/S.template.json", "main.go", "out/x.go")
    assert paths(root) == found
    assert "infra/cdk.out/S.template.json" not in paths(root, Config(exclude=(Pattern("cdk.out"),)))


def test_a_file_may_be_called_like_such_a_folder(root: Path) -> None:
    write(root, "dist", "main.go")
    assert paths(root) == ("dist", "main.go")


def test_patterns_leave_out_and_in(root: Path) -> None:
    write(root, "main.go", "examples/a.go", "examples/a.tf", "deep/examples/b.go", "main.tf")
    assert paths(root, Config(exclude=(Pattern("examples"),))) == ("main.go", "main.tf")
    assert paths(root, Config(extend_exclude=(Pattern("/examples"),), include=(Pattern("*.go"),))) == (
        "deep/examples/b.go",
        "main.go",
    )


def test_patterns_are_seen_from_their_file(root: Path) -> None:
    write(root, "a/x.go", "x.go")
    assert paths(root, Config(exclude=(Pattern("/x.go", str(root.resolve() / "a")),))) == ("x.go",)
    assert paths(root / "a", Config(exclude=(Pattern("a/x.go", str(root.resolve())),))) == ()


def test_named_files_are_kept_unless_that_is_forced(root: Path) -> None:
    write(root, "main.go", "examples/a.go")
    settings = Config(exclude=(Pattern("examples"),))
    assert paths(root, settings, ("examples/a.go",)) == ("examples/a.go", "main.go")
    assert paths(root, settings._replace(force_exclude=True), ("examples/a.go",)) == ("main.go",)


def test_links(root: Path, tmp_path: Path) -> None:
    write(root, "shared/provider.tf", "main.tf")
    write(tmp_path, "outside.tf", "elsewhere/x.tf")
    (root / "provider.tf").symlink_to("shared/provider.tf")
    (root / "outside.tf").symlink_to(tmp_path / "outside.tf")
    (root / "folder").symlink_to("shared")
    (root / "loop").symlink_to(".")
    (root / "far").symlink_to(tmp_path / "elsewhere")
    (root / "broken.tf").symlink_to("nowhere.tf")
    found = listed(root)
    assert found.paths == ("main.tf", "provider.tf", "shared/provider.tf")
    assert found.skipped == (("far", discover.OUTSIDE), ("outside.tf", discover.OUTSIDE))
    assert Reader(root)("provider.tf") == b"x\n"
    assert Reader(root)("outside.tf") is None
    assert Reader(root).start("provider.tf", 1) == b"x\n"
    assert Reader(root).start("shared/provider.tf", 1) == b"x"
    assert Reader(root).start("outside.tf", 1) is None
    assert Reader(root).start("far/x.tf", 1) is None
    assert Reader(root).start("../elsewhere/x.tf", 1) is None
    assert Reader(root).start("shared/../../elsewhere/x.tf", 1) is None


def test_pipes_are_skipped(root: Path) -> None:
    write(root, "main.go")
    os.mkfifo(root / "pipe.go")
    found = listed(root)
    assert found.paths == ("main.go",)
    assert Reader(root)("pipe.go") is None
    assert Reader(root).start("pipe.go", 10) is None


def test_deleted_files_are_gone(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "main.go", "old.go")
    git(tmp_path, "add", ".")
    (tmp_path / "old.go").unlink()
    assert paths(tmp_path) == ("main.go",)


def test_what_is_tracked_and_has_become_something_else(tmp_path: Path) -> None:
    project = tmp_path / "project"
    write(project, "main.go", "once.go", "folder/x.go", "away/y.go", "left.go")
    write(tmp_path, "secret/y.go", "secret.go", text="secret\n")
    git(project, "init", "-q")
    git(project, "add", ".")
    for name in ("once.go", "folder/x.go", "away/y.go", "left.go"):
        (project / name).unlink()
    (project / "once.go").symlink_to(tmp_path / "secret.go")
    (project / "away").rmdir()
    (project / "away").symlink_to(tmp_path / "secret")
    (project / "folder" / "x.go").mkdir()
    write(project, "folder/x.go/new.go")
    git(project, "update-index", "--skip-worktree", "left.go")
    found = paths(project)
    assert {"main.go", "folder/x.go/new.go"} <= {*found}
    assert "left.go" not in found
    reader = Reader(project)
    assert [reader(path) for path in found if path not in ("main.go", "folder/x.go/new.go")].count(None) == len(
        found
    ) - 2
    assert [reader.start(path, 9) for path in ("once.go", "away/y.go", "folder/x.go")] == [None] * 3


def test_a_file_in_conflict_is_there_once(tmp_path: Path) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    git(tmp_path, "init", "-q", "-b", "one")
    for text, *branch in (("a\n",), ("b\n", "-b", "two"), ("c\n", "one")):
        if branch:
            git(tmp_path, "checkout", "-q", *branch)
        write(tmp_path, "main.go", text=text)
        git(tmp_path, "add", ".")
        git(tmp_path, *identity, "commit", "-qm", text)
    with pytest.raises(subprocess.CalledProcessError):
        git(tmp_path, *identity, "merge", "-q", "two")
    assert paths(tmp_path) == ("main.go",)


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_names_of_tracked_files_may_be_strange(form: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", f"--object-format={form}")
    names = ("a\tb.go", "H 100644 x 0\ty.go", "R 100644 x 0\tz.go", "? new.go", "line\nbreak.go", "é.go")
    write(tmp_path, *names)
    git(tmp_path, "add", ".")
    write(tmp_path, "? other.go", "new\tone.go")
    assert paths(tmp_path) == tuple(sorted((*names, "? other.go", "new\tone.go")))


def test_a_repository_in_another_is_left_alone(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "main.go", "tracked/main.go", "new/main.go")
    for inner in ("tracked", "new"):
        git(tmp_path / inner, "init", "-q")
        git(
            tmp_path / inner,
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.com",
            "commit",
            "-qm",
            "x",
            "--allow-empty",
        )
    git(tmp_path, "add", "tracked", "main.go")
    found = discover.inventory(tmp_path, Config())
    assert found.paths == ("main.go",)
    assert found.skipped == (("new", "another repository"), ("tracked", "another repository"))


def test_a_folder_that_the_repository_ignores_can_be_named(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "build/main.go")
    (tmp_path / ".gitignore").write_text("build/\n")
    assert paths(tmp_path / "build") == ("main.go",)


def test_prefix_is_the_way_from_the_repository(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "services/api/main.go")
    found = discover.inventory(tmp_path / "services" / "api", Config())
    assert (found.prefix, found.paths) == ("services/api/", ("main.go",))
    assert discover.inventory(tmp_path, Config()).prefix == ""


def test_a_repository_that_git_refuses_is_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "main.go")
    (tmp_path / ".git" / "HEAD").write_text("nonsense")
    monkeypatch.setenv("GIT_DIR", "/nonexistent")
    assert paths(tmp_path) == ("main.go",)


def test_without_git_a_repository_is_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "main.go", "ignored.go")
    (tmp_path / ".gitignore").write_text("ignored.go\n")
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    assert paths(tmp_path) == (".gitignore", "main.go")


@pytest.fixture(params=["spawned", "opened"])
def asking(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to ask Git: that of most systems, and that of systems which can't spawn."""
    if request.param == "opened":
        monkeypatch.delattr(os, "posix_spawnp", raising=False)
    return str(request.param)


@pytest.mark.usefixtures("asking")
def test_git_answers_of_itself_alone(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert listing(str(tmp_path))() is None
    git(tmp_path, "init", "-q")
    assert listing(str(tmp_path))() == ([], frozenset())
    write(tmp_path, "main.go", "a b/\u00e9.go", *(f"many/{'x' * 200}{number}.tf" for number in range(600)))
    before = sorted(os.listdir("/dev/fd"))
    answer = listing(str(tmp_path))()
    assert answer is not None
    assert sorted(os.listdir("/dev/fd")) == before
    assert {"main.go", "a b/\u00e9.go"} < {*answer.paths}
    assert len(answer.paths) == 602
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("closed", ["<&-", "2>&-", "<&- 2>&-", "<&- >&- 2>&-"])
def test_git_can_be_asked_where_streams_are_closed(tmp_path: Path, closed: str) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "main.go")
    program = f"from lambdalint.listing import listing; assert listing({str(tmp_path)!r})().paths == ['main.go']"
    done = subprocess.run(["/bin/sh", "-c", f'exec "$0" -c "$1" {closed}', sys.executable, program], check=False)
    assert done.returncode == 0


def test_git_can_be_asked_where_nobody_waits_for_processes(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "main.go")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert paths(tmp_path) == ("main.go",)
    finally:
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)


def test_variables_of_a_git_hook_do_not_mislead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "main.go", "ignored.go")
    (tmp_path / ".gitignore").write_text("ignored.go\n")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nonexistent/index")
    assert paths(tmp_path) == (".gitignore", "main.go")


def test_no_program_of_the_project_is_run(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, "main.go")
    monitor = tmp_path / "monitor.sh"
    monitor.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    monitor.chmod(0o755)
    git(tmp_path, "config", "core.fsmonitor", str(monitor))
    assert "main.go" in paths(tmp_path)
    assert not (tmp_path / "ran").exists()


def test_names_that_are_not_utf8_are_told_of(root: Path) -> None:
    write(root, "main.go")
    (root / os.fsdecode(b"caf\xe9.go")).write_text("package main\n")
    found = listed(root)
    assert found.paths == ("main.go",)
    assert found.skipped == ((r"caf\udce9.go", "a name that is not UTF-8"),)


def test_reader_stays_inside_and_reads_once(tmp_path: Path) -> None:
    write(tmp_path, "project/main.go", "secret.txt")
    reader = Reader(tmp_path / "project")
    assert reader("../secret.txt") is None
    assert reader(str(tmp_path / "secret.txt")) is None
    assert reader("missing.go") is None
    assert reader("main.go/x") is None
    assert reader("nul\0byte") is None
    assert reader("main.go") == b"x\n"
    (tmp_path / "project" / "main.go").write_text("changed\n")
    assert reader("main.go") == b"x\n"
    assert reader.read_paths() == ("main.go",)
    assert reader.problems() == ()


def test_reader_notes_what_it_cannot_use(tmp_path: Path) -> None:
    (tmp_path / "program").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "wide.tf").write_bytes("x = 1\n".encode("utf-16"))
    (tmp_path / "huge.go").write_bytes(b"// " + b"x" * LARGEST)
    reader = Reader(tmp_path)
    assert [reader(name) for name in ("program", "wide.tf", "huge.go")] == [None, None, None]
    assert [(p.kind, p.path, p.fatal) for p in reader.problems()] == [
        ("too-large", "huge.go", False),
        ("binary", "program", False),
        ("encoding", "wide.tf", False),
    ]


def test_overlays_stand_in_for_files(tmp_path: Path) -> None:
    write(tmp_path, "main.go")
    reader = Reader(tmp_path, {"main.go": b"unsaved\n", "new.go": b"new\n"})
    assert (reader("main.go"), reader("new.go")) == (b"unsaved\n", b"new\n")
    assert discover.inventory(tmp_path, Config(), unsaved=("new.go",)).paths == ("main.go", "new.go")


def test_excluded_defaults_come_from_nowhere_else() -> None:
    assert config.Config().exclude == ()
    assert {"vendor", ".git", "node_modules", ".terraform"} <= discover.ALWAYS_EXCLUDED


TREE = (
    "x.go", "x", "README", "a.log", "b c", "c ", "#note", "!loud", "[x].go", "[abc", "-.go", "\\b", "é.go", "keep/.env",
    "a/x.go", "a/x", "a/b/x.go", "a/b/c/x", "a/b/b/y.go", "a/keep/x", "b/x.go", "b/a/x", "ab/x", "foo/bar/x.go",
    "foo/x.go", "deep/foo/bar/y.go", "deep/foo/x", "deep/a/b/x.go", "deep/x.log", "deep/er/still/x.log", "a/b.log/x.go",
    "Z/x.tf", "z1/x.tf", "one/two/three/x.tf", "one/three/x.tf", "one/two/x.tf",
)  # fmt: skip

IGNORES = {
    "everything but names with a dot": {"": "*\n!*.*\n!*/\n"},
    "everything but one kind": {"": "*\n!*/\n!*.go\n"},
    "everything": {"": "*\n"},
    "everything, twice the star": {"": "**\n!/a\n"},
    "inside of a folder": {"": "a/**\n!a/keep\n!a/keep/**\n"},
    "folders inside of a folder": {"": "a/**/\n"},
    "what is in a folder": {"": "a/*\n!a/b\n"},
    "a folder with nothing to take back": {"": "a/\n!a/x.go\n!a/keep/\n"},
    "folders only": {"": "x/\nfoo/\nx.go/\n"},
    "anchored": {"": "/a\nfoo/bar\n/deep/*.log\n"},
    "anywhere": {"": "**/b\n**/foo/bar\n"},
    "between": {"": "one/**/three\na/**/b\n"},
    "many stars": {"": "*o*/*a*r*/*.*o\na/***/c\n**/**/three\n*b*\n"},
    "stars that are no folders": {"": "x**\n**.log\na**b\n"},
    "comments, spaces, escapes": {"": "#note\n\\#note\n\\!loud\nb c   \nc\\ \n\\[abc\n   \n\n\\\\b\n"},
    "sets": {"": "[xy].go\n[[]x].go\n[!a-x]\n[a-]*\n[[:upper:]]\nz[[:digit:]]\n"},
    "sets that are not closed": {"": "[abc\n[\nx\\\n[z-a]*\n[[:none:]]\n"},
    "a question mark": {"": "?.go\na?b\n?\n"},
    "ends of lines": {"": "\ufeffx.go\r\na/\r\n"},
    "beyond the alphabet": {"": "é.*\n"},
    "the inner file wins": {"": "*.go\n!b/x.go\n", "a/": "!x.go\n/b/\n", "a/b/": "!*\n", "b/": "*\n"},
    "all taken back inside": {"": "/deep/*\n!/deep/foo\n", "deep/": "!*.log\nfoo/*/\n"},
    "no end of line, double slashes": {"": "a//b\n//foo\nfoo//"},
}


@pytest.mark.parametrize("case", sorted(IGNORES))
def test_ignore_files_mean_what_git_says(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, *TREE)
    for folder, text in IGNORES[case].items():
        (tmp_path / folder / ".gitignore").write_bytes(text.encode())
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path / "nowhere"))
        walked = paths(tmp_path)
    command = ["git", "-C", str(tmp_path), "ls-files", "-co", "--exclude-standard", "-z"]
    said = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert walked == tuple(sorted(name for name in said.split("\0") if name))


def test_hostile_patterns_are_read_to_the_end(tmp_path: Path) -> None:
    write(tmp_path, "a" * 200, "/".join("a" * 60) + "/main.go")
    (tmp_path / ".gitignore").write_text("*a" * 60 + "b\n" + "**/a/" * 60 + "b\n" + "**/" * 60 + "b\n")
    assert len(paths(tmp_path)) == 3
