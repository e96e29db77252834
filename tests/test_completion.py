"""Completion as the shells see it."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from lambdalint.cli.options import PURPOSES, SHELLS, command, spellings


def script(shell: str) -> str:
    command = [sys.executable, "-m", "lambdalint", "generate-shell-completion", shell]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def bash() -> str:
    if shutil.which("bash") is None:
        pytest.skip("there is no bash")
    return script("bash")


def completed(bash: str, *words: str) -> list[str]:
    """What bash offers for the last of these words."""
    quoted = " ".join(f"'{word}'" for word in words)
    program = f'{bash}\nCOMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _lambdalint; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-euc", program], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("lambdalint", "ch"), ["check"]),
        (("lambdalint", "check", "--unsafe"), ["--unsafe-fixes"]),
        (("lambdalint", "check", "--fail-on", "e"), ["error"]),
        (("lambdalint", "check", "--output-format", "sa"), ["sarif"]),
        (("lambdalint", "check", "--select", "LL00"), ["LL001", "LL002", "LL003", "LL004", "LL005", "LL006"]),
        (("lambdalint", "rule", "unused-s"), ["unused-suppression"]),
        (("lambdalint", "config", "v"), ["verify"]),
        (("lambdalint", "check", "some/fi"), []),
        (("lambdalint", "nonsense", "--x"), []),
    ],
)
def test_bash(bash: str, words: tuple[str, ...], expected: list[str]) -> None:
    assert completed(bash, *words) == expected


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_is_in_every_script(shell: str) -> None:
    text = script(shell)
    for name in PURPOSES:
        assert name in text
    for word in {word for name in PURPOSES for option in command(name).all_options() for word in spellings(option)}:
        if word.startswith("--"):
            bare = word if shell != "fish" else f"-l {word[2:]}"
            assert bare in text, word
    assert text.endswith("\n")


@pytest.mark.parametrize(("shell", "options"), [("zsh", ["-n"]), ("fish", ["--no-execute"])])
def test_the_shell_reads_it(shell: str, options: list[str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell}")
    subprocess.run([shell, *options, "/dev/stdin"], input=script(shell), text=True, check=True)


def test_an_unknown_shell() -> None:
    command = [sys.executable, "-m", "lambdalint", "generate-shell-completion", "fsh"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "'fish'" in done.stderr
