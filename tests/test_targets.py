"""Which project the paths on a command line mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from lambdalint.cli.targets import Target, target
from lambdalint.errors import UsageError


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory outside of any repository."""
    for path in ("app/cmd/main.go", "app/infra/main.tf", "lone/notes.tf.txt"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("")
    monkeypatch.chdir(tmp_path)
    return tmp_path.resolve()


def test_no_path_and_one_folder_are_projects(here: Path) -> None:
    assert target([], None, False) == Target(str(here), None)
    assert target(["app"], None, False) == Target(str(here / "app"), None)


def test_files_belong_to_their_repository(here: Path) -> None:
    (here / "app" / ".git").mkdir()
    assert target(["app/cmd/main.go"], None, False) == Target(str(here / "app"), ("cmd/main.go",))
    assert target(["app/cmd", "app/infra"], None, False) == Target(str(here / "app"), ("cmd", "infra"))
    assert target(["app/cmd"], None, True) == Target(str(here / "app"), ("cmd",))


def test_a_folder_of_a_go_module_is_no_project(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "app" / ".git").mkdir()
    (here / "app" / "go.mod").write_text("")
    part = Target(str(here / "app"), ("cmd",))
    assert target(["app/cmd"], None, False) == part
    assert target(["app/cmd/..."], None, False) == part
    assert target(["app"], None, False) == target(["app/..."], None, False) == Target(str(here / "app"), None)
    monkeypatch.chdir(here / "app" / "cmd")
    assert target([], None, False) == target(["./..."], None, False) == part


@pytest.mark.parametrize("own", ["go.mod", "lambdalint.toml", ".git"])
def test_a_folder_that_says_so_is_a_project_in_a_go_module(here: Path, own: str) -> None:
    (here / "app" / "go.mod").write_text("")
    assert target(["app/cmd"], None, False) == Target(str(here / "app"), ("cmd",))
    (here / "app" / "cmd" / own).write_text("")
    assert target(["app/cmd"], None, False) == Target(str(here / "app" / "cmd"), None)


def test_files_belong_to_the_nearest_configuration(here: Path) -> None:
    (here / ".git").mkdir()
    (here / "app" / "lambdalint.toml").write_text("")
    assert target(["app/cmd/main.go"], None, False).root == str(here / "app")
    assert target(["app/cmd/main.go", "lone/notes.tf.txt"], None, False).root == str(here)


def test_without_either_the_go_module_counts_and_nothing_above(here: Path) -> None:
    assert target(["app/cmd/main.go"], None, False).root == str(here / "app" / "cmd")
    (here / "app" / "go.mod").write_text("")
    assert target(["app/cmd/main.go"], None, False).root == str(here / "app")
    assert target(["lone/notes.tf.txt"], None, False).root == str(here / "lone")


def test_root_is_obeyed(here: Path) -> None:
    assert target(["app/cmd/main.go"], Path("app"), False) == Target(str(here / "app"), ("cmd/main.go",))
    assert target([], Path("app"), False) == Target(str(here / "app"), None)
    assert target(["app"], Path("app"), False) == Target(str(here / "app"), None)
    with pytest.raises(UsageError, match="is not in"):
        target(["lone/notes.tf.txt"], Path("app"), False)


def test_links_are_named_as_they_are(here: Path) -> None:
    (here / "app" / "link.tf").symlink_to("infra/main.tf")
    assert target(["app/link.tf"], Path("app"), False).named == ("link.tf",)
