"""The command line as people and scripts meet it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lambdalint import __version__, cli
from lambdalint.report import FORMATS

QUEUE = 'resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n'
TYPO = "# lambdalint:ignore[unknwn-suppression]\n" + QUEUE
FIXED = "# lambdalint:ignore[unknown-suppression]\n" + QUEUE
BROKEN = 'resource "aws_sqs_queue" "jobs" {\n  name = \n'
OLD = (
    'resource "aws_lambda_function" "api" {\n'
    '  function_name = "api"\n'
    '  role          = "arn:aws:iam::123456789012:role/api"\n'
    '  runtime       = "go1.x"\n'
    '  handler       = "main"\n'
    '  filename      = "api.zip"\n'
    "}\n"
)
ONLY_TYPOS = ("--select", "LL003")


class Ran:
    """What a command left behind."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err


class Shell:
    """A working directory with files, and the command line run in it."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.root = root
        self._capsys = capsys

    def write(self, path: str, text: str) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode())
        return file

    def run(self, *arguments: str) -> Ran:
        self._capsys.readouterr()
        code = cli.main(arguments)
        captured = self._capsys.readouterr()
        return Ran(code, captured.out, captured.err)


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    root = tmp_path / "work"
    root.mkdir()
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    monkeypatch.chdir(root)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CI", "GITHUB_STEP_SUMMARY", "LAMBDALINT_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("LAMBDALINT_OUTPUT_FORMAT", raising=False)
    return Shell(root, capsys)


def process(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "lambdalint", *arguments],
        cwd=root,
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


# -- exit codes and streams ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_exit_codes_are_the_same_in_every_format(shell: Shell, name: str) -> None:
    for folder, text, code in (("clean", QUEUE, 0), ("dirty", TYPO, 1), ("broken", BROKEN, 1)):
        shell.write(f"{folder}/main.tf", text)
        assert shell.run("check", folder, "--output-format", name).code == code, folder
    (shell.root / "empty").mkdir()
    assert shell.run("check", "empty", "--output-format", name).code == 2


def test_nothing_to_analyse(shell: Shell) -> None:
    shell.write("notes.txt", "x")
    ran = shell.run("check")
    assert (ran.code, ran.out) == (2, "")
    assert "nothing to analyse" in ran.err
    assert shell.run("check", "--allow-empty").code == 0


def test_findings_go_to_standard_output(shell: Shell) -> None:
    shell.write("main.tf", TYPO)
    ran = shell.run("check", "--output-format", "concise")
    assert ran.out.startswith("main.tf:1:21: warning LL003 [*] there is no rule unknwn-suppression")
    assert ran.err == ""


def test_machine_formats_have_standard_output_for_themselves(shell: Shell) -> None:
    shell.write("main.tf", TYPO)
    ran = shell.run("check", "--output-format", "json")
    assert json.loads(ran.out)["findings"][0]["rule"] == "LL003"
    assert ran.err.startswith("Found 1 warning.")
    assert shell.run("check", "--output-format", "json", "--quiet").err == ""


def test_silent_says_nothing(shell: Shell) -> None:
    shell.write("main.tf", TYPO)
    ran = shell.run("check", "--silent")
    assert (ran.code, ran.out, ran.err) == (1, "", "")


def test_thresholds(shell: Shell) -> None:
    shell.write("main.tf", TYPO)
    assert shell.run("check", "--fail-on", "error").code == 0
    assert shell.run("check", "--exit-zero").code == 0
    ran = shell.run("check", "--min-severity", "error", "--output-format", "concise")
    assert ran.code == 0
    assert "LL003" not in ran.out
    shell.write("lambdalint.toml", '[severity]\nLL003 = "error"\n')
    assert shell.run("check", "--fail-on", "error").code == 1


def test_precision(shell: Shell) -> None:
    shell.write("main.tf", TYPO)
    for least, code in (("low", 1), ("medium", 1), ("high", 1), ("very-high", 0)):
        assert shell.run("check", "--min-precision", least, "--fail-on", "info").code == code, least


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "--selct", "LL"), "unknown option --selct; did you mean --select?"),
        (("chek",), "unknown command chek; did you mean check?"),
        (("lint",), "unknown command lint; did you mean check?"),
        (("explain", "LL301"), "unknown command explain; did you mean rule?"),
        (("serve",), "unknown command serve; use one of check, rule, rules, "),
        (("sub",), "sub is no command; did you mean check sub?"),
        (("./...",), "./... is no command; did you mean check ./...?"),
        (("baseline",), "are required: ACTION; use one of create, update, prune, show"),
        (("baseline", "sohw"), "did you mean show?"),
        (("--fix",), "unknown option --fix; it belongs to a command: check --fix"),
        (("check", "--fail-on", "eror"), "did you mean error?"),
        (("check", "--select", "sintax-error"), "'sintax-error', which is no rule; did you mean syntax-error?"),
        (("check", "nowhere"), "there is no file or folder nowhere"),
        (("check", "--root", "nowhere"), "--root nowhere is not a folder"),
        (("check", "--root", "sub", "main.tf"), "is not in"),
        (("check", "--output-format", "sarfi"), "there is no output format 'sarfi'; did you mean sarif?"),
        (("check", "--output-format", "json", "--output-format", "full"), "only one format"),
        (("check", "--statistics", "--output-format", "sarif"), "--statistics works with"),
        (("check", "--max-diagnostics", "-1"), "--max-diagnostics"),
        (("check", "--config", "nowhere.toml"), "there is no configuration file nowhere.toml"),
        (("check", "--config", "fail-on=error"), "is not TOML; write texts in quotes"),
        (("check", "--config", "fail_on='error'"), "unknown setting `fail_on`; did you mean `fail-on`?"),
        (("check", "--per-file-ignores", "LL001"), "must look like"),
        (("rule", "LL9999"), "there is no rule 'LL9999'"),
        (("rule",), "name one rule"),
        (("config", "show", "selekt"), "there is no setting selekt; did you mean select?"),
        (("config", "verify", "nowhere.toml"), "there is no configuration file nowhere.toml"),
    ],
)
def test_mistakes_are_one_line_and_exit_2(shell: Shell, arguments: tuple[str, ...], message: str) -> None:
    shell.write("main.tf", QUEUE)
    shell.write("sub/main.tf", QUEUE)
    ran = shell.run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("lambdalint: ")
    assert ran.err.count("\n") == 1
    assert message in ran.err


def test_a_wrong_configuration_stops_the_run(shell: Shell) -> None:
    shell.write("main.tf", QUEUE)
    shell.write("lambdalint.toml", "\nfail_on = 'error'\n")
    ran = shell.run("check")
    assert ran.code == 2
    assert ran.err == "lambdalint: lambdalint.toml:2: unknown setting `fail_on`; did you mean `fail-on`?\n"
    assert shell.run("check", "--isolated").code == 0


def test_a_reader_that_goes_away(shell: Shell) -> None:
    for number in range(300):
        shell.write(f"m{number}/main.tf", TYPO)
    child = subprocess.Popen(
        [sys.executable, "-m", "lambdalint", "check"], cwd=shell.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait() == 1
    child.stderr.close()


def test_an_interrupt(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write("main.tf", QUEUE)

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("lambdalint.runner.analyse", interrupt)
    assert shell.run("check").code == 130


def test_internal_errors_are_told_shortly(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write("main.tf", QUEUE)

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("lambdalint.runner.analyse", fail)
    ran = shell.run("check")
    assert (ran.code, ran.err) == (
        2,
        "lambdalint: internal error: ZeroDivisionError: by zero; --debug shows where\n",
    )
    assert "Traceback" in shell.run("check", "--debug").err


# -- what is analysed ------------------------------------------------------------------------------------------------


def test_files_are_a_filter_on_the_project(shell: Shell) -> None:
    shell.write("a/main.tf", TYPO)
    shell.write("b/main.tf", TYPO)
    ran = shell.run("check", "a/main.tf", "--output-format", "concise")
    assert [line.split(":")[0] for line in ran.out.splitlines() if "LL003" in line] == ["a/main.tf"]
    both = shell.run("check", "a", "b", "--output-format", "concise")
    assert [line.split(":")[0] for line in both.out.splitlines() if "LL003" in line] == ["a/main.tf", "b/main.tf"]
    own = shell.run("check", "a", "--output-format", "concise")
    assert own.out.startswith("main.tf:1:")


def test_only_files(shell: Shell) -> None:
    shell.write("a/main.tf", TYPO)
    shell.write("b/main.tf", QUEUE)
    assert shell.run("check", "--only-files", "b/main.tf").code == 0
    assert shell.run("check", "--only-files", "a/main.tf").code == 1
    assert shell.run("check", "--only-files").code == 0


def test_unused_suppressions_are_not_judged_on_part_of_a_project(shell: Shell) -> None:
    shell.write("main.tf", "# lambdalint:ignore[LL001]\n" + QUEUE)
    assert shell.run("check").code == 1
    assert shell.run("check", "main.tf").code == 0


def test_excluded_files(shell: Shell) -> None:
    shell.write("main.tf", QUEUE)
    shell.write("old/main.tf", TYPO)
    assert shell.run("check").code == 1
    assert shell.run("check", "--exclude", "old").code == 0
    assert shell.run("check", "--extend-exclude", "other,old").code == 0
    shell.write("lambdalint.toml", 'exclude = ["old"]\n')
    assert shell.run("check").code == 0
    assert shell.run("check", "old/main.tf").code == 1, "a named file is checked even when excluded"
    assert shell.run("check", "old/main.tf", "--force-exclude").code == 0


def test_ignored_files(shell: Shell) -> None:
    shell.write("main.tf", QUEUE)
    shell.write("gen/main.tf", TYPO)
    shell.write(".gitignore", "gen\n")
    assert shell.run("check").code == 0
    assert shell.run("check", "--no-respect-gitignore").code == 1


def test_show_files(shell: Shell) -> None:
    shell.write("main.tf", QUEUE)
    shell.write("b/x.go", "package b\n")
    assert shell.run("check", "--show-files").out == "b/x.go\nmain.tf\n"
    assert shell.run("check", "--show-files", "b/x.go").out == "b/x.go\n"


def test_the_nearest_configuration_counts(shell: Shell) -> None:
    shell.write("lambdalint.toml", 'ignore = ["LL003"]\n')
    shell.write("app/main.tf", TYPO)
    assert shell.run("check", "app").code == 0
    shell.write("app/lambdalint.toml", "")
    assert shell.run("check", "app").code == 1


def test_paths_in_reports_for_machines_start_at_the_repository(shell: Shell) -> None:
    shell.write("services/api/main.tf", TYPO)
    ran = shell.run("check", "services/api", "--output-format", "github")
    assert "file=services/api/main.tf" in ran.out


# -- choosing rules --------------------------------------------------------------------------------------------------


def test_selection(shell: Shell) -> None:
    shell.write("main.tf", TYPO)
    assert shell.run("check", "--select", "LL001").code == 0
    assert shell.run("check", "--select", "LL001,unknown-suppression").code == 1
    assert shell.run("check", "--ignore", "LL003").code == 0
    assert shell.run("check", "--select", "LL001", "--extend-select", "LL003").code == 1
    assert shell.run("check", "--extend-ignore", "LL00").code == 0
    ran = shell.run("check", "--extend-select", "LL005", "--output-format", "concise")
    assert "LL005" in ran.out


def test_per_file_ignores(shell: Shell) -> None:
    shell.write("main.tf", QUEUE)
    shell.write("examples/main.tf", TYPO)
    assert shell.run("check").code == 1
    assert shell.run("check", "--per-file-ignores", "examples/:LL003,*.go:LL001").code == 0
    shell.write("lambdalint.toml", '[per-file-ignores]\n"examples/**" = ["LL003"]\n')
    assert shell.run("check").code == 0


def test_suppressed_findings(shell: Shell) -> None:
    shell.write("main.tf", "# lambdalint:ignore-file[LL003]\n" + TYPO)
    ran = shell.run("check")
    assert ran.code == 0
    assert "1 suppressed" in ran.out
    assert shell.run("check", "--ignore-suppressions").code == 1
    report = json.loads(shell.run("check", "--output-format", "sarif", "--include-suppressed").out)
    assert [r["ruleId"] for r in report["runs"][0]["results"] if r["suppressions"]] == ["LL003"]
    report = json.loads(shell.run("check", "--output-format", "sarif").out)
    assert report["runs"][0]["results"] == []


# -- fixing ----------------------------------------------------------------------------------------------------------


def test_fix_writes_safe_fixes_only(shell: Shell) -> None:
    typo, old = shell.write("main.tf", TYPO), shell.write("old.tf", OLD)
    ran = shell.run("check", "--fix", "--select", "LL003,LL301")
    assert ran.code == 1
    assert (typo.read_text(), old.read_text()) == (FIXED, OLD)
    assert "1 fixed" in ran.out
    ran = shell.run("check", "--fix", "--unsafe-fixes", "--select", "LL003,LL301")
    assert ran.code == 0
    assert 'runtime       = "provided.al2023"' in old.read_text()


def test_diff_writes_nothing_and_can_be_applied(shell: Shell) -> None:
    file = shell.write("main.tf", TYPO.replace("\n", "\r\n"))
    ran = shell.run("check", "--diff", *ONLY_TYPOS)
    assert ran.code == 1
    assert ran.err == "Would fix 1 finding.\n"
    assert file.read_bytes() == TYPO.replace("\n", "\r\n").encode()
    raw = process(shell.root, "check", "--diff", *ONLY_TYPOS)
    subprocess.run(["git", "apply", "-"], cwd=shell.root, input=raw.stdout, check=True)
    assert file.read_bytes() == FIXED.replace("\n", "\r\n").encode()
    again = shell.run("check", "--diff", *ONLY_TYPOS)
    assert (again.code, again.out) == (0, "")


def test_fix_only_reports_nothing(shell: Shell) -> None:
    file = shell.write("main.tf", TYPO + "# lambdalint:ignore[LL\n")
    ran = shell.run("check", "--fix-only", "--show-fixes", "--select", "LL003,LL006")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("fixed 1 x LL003\n")
    assert file.read_text().startswith(FIXED)


def test_exit_non_zero_on_fix(shell: Shell) -> None:
    shell.write("main.tf", TYPO)
    assert shell.run("check", "--fix", "--exit-non-zero-on-fix", "--select", "LL003").code == 1
    assert shell.run("check", "--fix", "--exit-non-zero-on-fix", "--select", "LL003").code == 0


def test_unfixable(shell: Shell) -> None:
    file = shell.write("main.tf", TYPO)
    assert shell.run("check", "--fix", "--unfixable", "LL003").code == 1
    assert shell.run("check", "--fix", "--fixable", "LL001").code == 1
    assert file.read_text() == TYPO


def test_fix_with_only_files_touches_only_them(shell: Shell) -> None:
    a, b = shell.write("a/main.tf", TYPO), shell.write("b/main.tf", TYPO)
    shell.run("check", "--fix", "--only-files", "a/main.tf", *ONLY_TYPOS)
    assert (a.read_text(), b.read_text()) == (FIXED, TYPO)


def test_standard_input(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write("main.tf", QUEUE)

    def given(text: str, *arguments: str) -> Ran:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return shell.run("check", *ONLY_TYPOS, *arguments)

    ran = given(TYPO, "--stdin-filename", "main.tf", "--output-format", "concise")
    assert ran.code == 1
    assert ran.out.startswith("main.tf:1:21: ")
    ran = given(TYPO, "--stdin-filename", "unsaved.tf", "--fix", "--quiet")
    assert (ran.code, ran.out) == (0, FIXED)
    assert given(QUEUE, "--stdin-filename", "unsaved.tf", "--fix", "--quiet").out == QUEUE
    assert (shell.root / "main.tf").read_text() == QUEUE
    assert not (shell.root / "unsaved.tf").exists()
    assert given(TYPO, "--stdin-filename", "nowhere/x.tf").code == 2


# -- reports ---------------------------------------------------------------------------------------------------------


def test_several_reports_from_one_run(shell: Shell) -> None:
    shell.write("main.tf", TYPO)
    ran = shell.run("check", "--output-format", "sarif=out/deep/x.sarif", "--output-format", "json=x.json")
    assert (ran.code, ran.out) == (1, "")
    assert json.loads((shell.root / "x.json").read_text())["findings"]
    assert json.loads((shell.root / "out/deep/x.sarif").read_text())["version"] == "2.1.0"
    shell.run("check", "--output-format", "concise", "-o", "x.txt")
    assert (shell.root / "x.txt").read_text().startswith("main.tf:1:21")


def test_a_report_is_written_when_there_is_nothing(shell: Shell) -> None:
    assert shell.run("check", "--output-format", "sarif=x.sarif").code == 2
    assert json.loads((shell.root / "x.sarif").read_text())["runs"][0]["results"] == []


def test_a_report_that_cannot_be_written(shell: Shell) -> None:
    shell.write("main.tf", QUEUE)
    ran = shell.run("check", "--output-format", "json=main.tf/x.json")
    assert ran.code == 2
    assert "can't be written to main.tf/x.json" in ran.err


def test_environment_and_configuration_choose_the_format(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write("main.tf", TYPO)
    shell.write("lambdalint.toml", 'output-format = "concise"\n')
    assert shell.run("check").out.startswith("main.tf:1:21")
    monkeypatch.setenv("LAMBDALINT_OUTPUT_FORMAT", "github")
    assert shell.run("check").out.startswith("::warning ")
    assert shell.run("check", "--output-format", "json").out.startswith("{")


def test_configuration_from_the_environment(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write("main.tf", TYPO)
    monkeypatch.setenv("LAMBDALINT_CONFIG", str(shell.write("ci/lint.toml", 'ignore = ["LL003"]\n')))
    assert shell.run("check").code == 0
    assert shell.run("check", "--isolated").code == 1


def test_the_summary_of_a_ci_step(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    shell.write("main.tf", TYPO)
    page = shell.write("summary.md", "before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    shell.run("check")
    assert page.read_text() == "before\n"
    shell.run("check", "--output-format", "github")
    assert page.read_text().startswith("before\n### lambdalint")
    assert "LL003" in page.read_text()


def test_limits_and_statistics(shell: Shell) -> None:
    shell.write("main.tf", TYPO + TYPO.replace("jobs", "more"))
    ran = shell.run("check", "--max-diagnostics", "1", "--output-format", "concise")
    assert ran.out.count("LL003") == 1
    assert "1 more finding not shown" in ran.out
    assert shell.run("check", "--statistics").out.startswith("2  LL003  [*]  unknown-suppression\n")


def test_bytes_do_not_depend_on_the_run(shell: Shell) -> None:
    for number in range(5):
        shell.write(f"m{number}/main.tf", TYPO + OLD)
    for name in sorted(FORMATS):
        runs = {
            process(shell.root, "check", "--output-format", name, PYTHONHASHSEED=seed).stdout for seed in ("1", "2")
        }
        assert len(runs) == 1, name


def test_arguments_from_a_file(shell: Shell) -> None:
    shell.write("a b/main.tf", TYPO)
    shell.write("args", "check\n--output-format\nconcise\n\na b/main.tf\n")
    assert shell.run("@args").out.startswith("a b/main.tf:1:21")


def test_characters_that_the_stream_cannot_show(shell: Shell) -> None:
    shell.write("main.tf", "# lambdalint:ignore[LL003, żółw]\n" + QUEUE)
    ran = process(shell.root, "check", PYTHONIOENCODING="ascii")
    assert ran.returncode == 1
    ran.stdout.decode("ascii")


# -- other commands --------------------------------------------------------------------------------------------------


def test_version(shell: Shell) -> None:
    assert shell.run("--version").out == f"lambdalint {__version__}\n"
    assert shell.run("version").out == f"lambdalint {__version__}\n"
    assert json.loads(shell.run("version", "--output-format", "json").out)["version"] == __version__
    assert process(shell.root, "--version").stdout.decode() == f"lambdalint {__version__}\n"


def test_no_command_is_a_mistake(shell: Shell) -> None:
    ran = shell.run()
    assert (ran.code, ran.out) == (2, "")
    assert "usage: lambdalint" in ran.err


def test_rule(shell: Shell) -> None:
    for word in ("LL003", "ll003", "unknown-suppression"):
        assert shell.run("rule", word).out.startswith("unknown-suppression (LL003)\n")
    text = shell.run("rule", "LL003").out
    assert "Why it matters" in text
    assert "lambdalint:ignore[LL003] -- reason" in text
    assert shell.run("rule", "LL003", "--output-format", "markdown").out.startswith("# unknown-suppression (LL003)\n")
    page = json.loads(shell.run("rule", "LL003", "--output-format", "json").out)
    assert (page["code"], page["severity"], page["fix"]) == ("LL003", "warning", "safe")
    everything = json.loads(shell.run("rule", "--all", "--output-format", "json").out)
    assert {"LL001", "LL006"} <= {page["code"] for page in everything}


def test_rules(shell: Shell) -> None:
    table = shell.run("rules").out.splitlines()
    listed = json.loads(shell.run("rules", "--output-format", "json").out)
    assert [line.split()[0] for line in table] == [rule["code"] for rule in listed]
    assert next(rule for rule in listed if rule["code"] == "LL005")["status"] == "opt-in"


def test_config_commands(shell: Shell) -> None:
    assert shell.run("config", "init").code == 0
    assert shell.run("config", "init").code == 2, "an existing file is kept"
    assert shell.run("config", "verify").err == "lambdalint.toml: fine\n"
    file = shell.write("lambdalint.toml", 'fail-on = "error"\n')
    assert shell.run("config", "show", "fail-on").out == 'fail-on = "error"  # lambdalint.toml:1\n'
    assert shell.run("check", "--show-settings").out == shell.run("config", "show").out
    shown = shell.run("config", "show", "fail-on", "--config", "fail-on = 'info'").out
    assert shown == 'fail-on = "info"  # command line\n'
    assert "properties" in json.loads(shell.run("config", "schema").out)
    assert shell.run("config", "verify", str(file)).code == 0
    file.write_text("fail-on = 3\n")
    ran = shell.run("config", "verify", "lambdalint.toml")
    assert (ran.code, ran.err) == (2, "lambdalint: lambdalint.toml:1: `fail-on` must be one of info, warning, error\n")


def test_config_verify_tells_patterns_that_match_no_file(shell: Shell) -> None:
    shell.write("infra/main.tf", QUEUE)
    shell.write(
        "lambdalint.toml",
        'extend-exclude = ["infra/*.tf", "gone"]\n[per-file-ignores]\n"infra/**" = ["LL7"]\n"infa/**" = ["LL7"]\n',
    )
    ran = shell.run("config", "verify")
    assert ran.code == 0
    assert ran.err == (
        "lambdalint.toml:2: `per-file-ignores` infa/**: matches no file\n"
        "lambdalint.toml:1: `extend-exclude` gone: matches no file\n"
    )
