"""Settings: where they are found, how they are merged, and what is said about mistakes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from lambdalint import config, registry
from lambdalint.config import Config, FunctionCode, keys, merging, text
from lambdalint.errors import ConfigError
from lambdalint.report import FORMATS
from lambdalint.rule import Severity


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages show paths relative to the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()


def settings(tmp_path: Path, text: str, name: str = "lambdalint.toml", **overrides: object) -> Config:
    (tmp_path / name).write_text(text)
    return merging.load(tmp_path, overrides={key.replace("_", "-"): value for key, value in overrides.items()})


def complaint(tmp_path: Path, text: str, name: str = "lambdalint.toml") -> str:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, text, name)
    return str(caught.value)


def test_defaults_without_a_file(tmp_path: Path) -> None:
    assert merging.load(tmp_path) == Config()


def test_defaults_are_those_of_the_table() -> None:
    shown = text.as_mapping(Config())
    for key in keys.KEYS:
        default = list(key.default) if isinstance(key.default, tuple) else key.default
        assert shown[key.name] == default, key.name


def test_formats_are_those_that_reports_have() -> None:
    assert set(config.FORMATS) == set(FORMATS)


def test_every_setting_is_understood(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        """
        required-version = ">=0.1, <99"
        include = ["**/*.go"]
        exclude = ["examples"]
        respect-gitignore = false
        select = ["LL", "ALL"]
        ignore = ["ll0"]
        fail-on = "error"
        min-severity = "warning"
        preview = true
        output-format = "concise"
        [severity]
        LL0 = "info"
        syntax-error = "error"
        [per-file-ignores]
        "**/*_test.go" = ["LL0"]
        [suppressions]
        max-days = 90
        [project]
        functions = [{ code = "cmd/api", resource = "aws_lambda_function.api" }]
        [rules.syntax-error]
        some-option = 3
        """,
    )
    assert read.fail_on is Severity.ERROR
    assert read.min_severity is Severity.WARNING
    assert not read.respect_gitignore
    assert read.severity == {"LL0": Severity.INFO, "syntax-error": Severity.ERROR}
    assert [(i.pattern.glob, i.selectors) for i in read.per_file_ignores] == [("**/*_test.go", ("LL0",))]
    assert read.functions == (FunctionCode("cmd/api", "aws_lambda_function.api"),)
    assert read.options_of("LL001") == {"some-option": 3}
    assert read.options_of("LL004") == {"max-days": 90}
    assert read.exclude[0].base == str(tmp_path)
    assert read.origins["fail-on"] == "lambdalint.toml:8"
    assert read.origins["suppressions.max-days"] == "lambdalint.toml:18"


def test_nearest_file_wins_and_nothing_is_merged(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "lambdalint.toml").write_text('fail-on = "error"\n')
    assert config.find(inner) == str(tmp_path / "lambdalint.toml")
    (inner.parent / ".lambdalint.toml").write_text("preview = true\n")
    read = merging.load(inner)
    assert (read.preview, read.fail_on) == (True, Severity.WARNING)


def test_order_of_names_in_one_folder(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.other]\n[tool.lambdalint]\npreview = true\n")
    assert config.find(tmp_path) == str(tmp_path / "pyproject.toml")
    assert merging.load(tmp_path).preview
    (tmp_path / ".lambdalint.toml").write_text("")
    assert config.find(tmp_path) == str(tmp_path / ".lambdalint.toml")
    (tmp_path / "lambdalint.toml").write_text("")
    assert config.find(tmp_path) == str(tmp_path / "lambdalint.toml")


def test_pyproject_counts_only_with_the_table(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "lambdalint-user"\n')
    assert config.find(tmp_path) is None


def test_search_ends_at_the_repository(tmp_path: Path) -> None:
    (tmp_path / "lambdalint.toml").write_text("preview = true\n")
    inner = tmp_path / "inner"
    (inner / ".git").mkdir(parents=True)
    assert not merging.load(inner).preview


def test_isolated_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "lambdalint.toml").write_text("preview = true\n")
    assert not merging.load(tmp_path, isolated=True).preview


def test_extend_merges_tables_and_adds_to_extend_lists(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "all.toml").write_text(
        'ignore = ["LL001"]\nextend-exclude = ["gen"]\npreview = true\n[severity]\nLL0 = "info"\nLL001 = "info"\n'
    )
    read = settings(
        tmp_path, 'extend = "base/all.toml"\nignore = []\nextend-exclude = ["mine"]\n[severity]\nLL0 = "error"\n'
    )
    assert read.ignore == ()
    assert read.preview
    assert [(p.glob, p.base) for p in read.extend_exclude] == [("gen", str(tmp_path / "base")), ("mine", str(tmp_path))]
    assert read.severity == {"LL0": Severity.ERROR, "LL001": Severity.INFO}


def test_extend_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_text('extend = "lambdalint.toml"\n')
    assert "extends itself" in complaint(tmp_path, 'extend = "b.toml"\n')


def test_extend_of_nothing(tmp_path: Path) -> None:
    assert complaint(tmp_path, '\nextend = "../x.toml"\n').startswith("lambdalint.toml:2: `extend` names ../x.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nfail_on = "error"\n', "lambdalint.toml:2: unknown setting `fail_on`; did you mean `fail-on`?"),
        ('selct = ["LL"]\n', "lambdalint.toml:1: unknown setting `selct`; did you mean `select`?"),
        (
            "[suppressions]\n# why\nreport-unusd = true\n",
            "lambdalint.toml:3: unknown setting `suppressions.report-unusd`; did you mean `suppressions.report-un",
        ),
        ("preview = 1\n", "lambdalint.toml:1: `preview` must be true or false"),
        ('select = "LL"\n', "lambdalint.toml:1: `select` must be a list of texts"),
        (
            'fail-on = "eror"\n',
            "lambdalint.toml:1: `fail-on` must be one of info, warning, error; did you mean `error`?",
        ),
        ('[severity]\nLL001 = "bad"\n', "lambdalint.toml:1: `severity` must be one of info, warning, error for LL001"),
        ("[suppressions]\nmax-days = -1\n", "lambdalint.toml:2: `suppressions.max-days` must be a number from 0"),
        ("[suppressions]\nmax-days = true\n", "lambdalint.toml:2: `suppressions.max-days` must be a number from 0"),
        ("suppressions = 3\n", "lambdalint.toml:1: unknown setting `suppressions`"),
        ("[project]\nfunctions = [{ code = 'x' }]\n", "lambdalint.toml:2: `project.functions` must be a list of"),
        ("required-version = '>=99'\n", "lambdalint.toml:1: this project needs lambdalint >=99, and this is"),
        ("required-version = 'new'\n", "lambdalint.toml:1: `required-version` must look like"),
    ],
)
def test_mistakes_name_their_line(tmp_path: Path, text: str, message: str) -> None:
    assert complaint(tmp_path, text).startswith(message)


def test_unknown_rules_name_the_line_they_stand_in(tmp_path: Path) -> None:
    message = complaint(tmp_path, 'preview = true\nignore = [\n  "LL001",\n  "syntax-eror",\n]\n')
    assert message == "lambdalint.toml:4: `ignore` has 'syntax-eror', which is no rule; did you mean syntax-error?"
    assert complaint(tmp_path, '[severity]\nLL001 = "info"\nLX9 = "info"\n').startswith("lambdalint.toml:3: ")
    assert complaint(tmp_path, "[rules.LL001]\n[rules.LL9999]\n").startswith("lambdalint.toml:2: ")
    assert complaint(tmp_path, '[per-file-ignores]\n"*.go" = ["nothing-like-it"]\n').startswith("lambdalint.toml:2: ")


def test_mistakes_in_pyproject(tmp_path: Path) -> None:
    text = '[project]\nselect = 1\n[tool.lambdalint]\nselekt = ["LL"]\n'
    assert complaint(tmp_path, text, "pyproject.toml").startswith("pyproject.toml:4: unknown setting `selekt`")


def test_broken_toml(tmp_path: Path) -> None:
    assert complaint(tmp_path, "select = [\n").startswith("lambdalint.toml: is not TOML: ")
    (tmp_path / "lambdalint.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="is not TOML"):
        merging.load(tmp_path)


def test_overrides_win_and_add(tmp_path: Path) -> None:
    text = 'fail-on = "error"\nextend-exclude = ["a"]\n'
    read = settings(tmp_path, text, fail_on="info", extend_exclude=["b"])
    assert read.fail_on is Severity.INFO
    assert [pattern.glob for pattern in read.extend_exclude] == ["a", "b"]
    assert read.origins["fail-on"] == "command line"


def test_select_on_the_command_line_means_exactly_these(tmp_path: Path) -> None:
    read = settings(tmp_path, 'ignore = ["LL001"]\nextend-select = ["LL0"]\n', select=["LL001"])
    assert (read.select, read.ignore, read.extend_select) == (("LL001",), (), ())
    again = merging.load(tmp_path, overrides={"select": ["LL0"], "ignore": ["LL002"]})
    assert again.ignore == ("LL002",)


def test_wrong_overrides_are_told_of_too(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"^command line: `select` has 'LLX'"):
        merging.load(tmp_path, overrides={"select": ["LLX"]})
    with pytest.raises(ConfigError, match=r"^command line: unknown setting `nope`"):
        merging.load(tmp_path, overrides={"nope": 1})


def test_suppression_wishes_choose_their_rules(tmp_path: Path) -> None:
    read = settings(tmp_path, "[suppressions]\nrequire-reason = true\nreport-unused = false\n")
    codes = registry.select((*read.select, *read.extend_select), (*read.ignore, *read.extend_ignore), read.preview)
    assert "LL005" in codes
    assert "LL002" not in codes


def test_schema_accepts_what_load_accepts(tmp_path: Path) -> None:
    schema = keys.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    text = 'select = ["LL"]\n[severity]\nLL0 = "info"\n[suppressions]\nmax-days = 3\n[rules.LL001]\nx = 1\n'
    validator.validate(tomllib.loads(text))
    settings(tmp_path, text)
    wrongs: list[dict[str, object]] = [
        {"selekt": []},
        {"preview": "yes"},
        {"suppressions": {"x": 1}},
        {"fail-on": "bad"},
    ]
    for wrong in wrongs:
        assert not validator.is_valid(wrong)
    assert json.loads(json.dumps(schema)) == schema


def test_the_starter_changes_nothing(tmp_path: Path) -> None:
    start = text.starter()
    (tmp_path / "lambdalint.toml").write_text(start)
    assert merging.load(tmp_path)._replace(path=None) == Config()
    uncommented = "\n".join(line[2:] for line in start.splitlines() if " = " in line and line.startswith("# "))
    assert set(tomllib.loads(uncommented.split('LL7 = "info"')[0])) == set(text.SHOWN)
