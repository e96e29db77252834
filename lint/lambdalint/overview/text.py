"""The overview of a project as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lambdalint.overview.places import Object
from lambdalint.report.paint import Paint
from lambdalint.report.sanitize import fold

WIDEST = 26  # a place that is longer pushes its text to the right
NOTHING = "No Lambda programs in Go and no Lambda functions were found.\n"


def render(facts: Object, colour: bool = False) -> str:
    """Headings, a block for each thing, its parts indented below it."""
    return _Text(Paint(colour, False)).all(facts)


class _Text:
    """Lines for the parts of an overview."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint

    def all(self, facts: Object) -> str:
        sections = (
            ("Go modules", self._modules(facts)),
            ("Lambda programs", self._programs(facts)),
            ("Lambda functions", self._functions(facts)),
            ("Lambda functions in other languages", self._others(facts)),
            ("Builds", self._builds(facts)),
            ("Not followed", self._reasons(facts["not_followed"])),
            ("Not readable", self._reasons(facts["broken"])),
            ("Skipped files", self._reasons(facts["skipped"])),
        )
        lines: list[str] = []
        for title, found in sections:
            blocks = list(found)
            if blocks:
                lines += [
                    self._paint("bold", f"{title} ({len(blocks)})"),
                    *(line for block in blocks for line in block),
                ]
                lines.append("")
        nothing = "" if facts["programs"] or facts["functions"] else NOTHING
        files = facts["files"]
        return (
            "\n".join(lines)
            + ("\n" if lines else "")
            + nothing
            + (f"{files['read']:,} of {files['listed']:,} {'file' if files['listed'] == 1 else 'files'} read.\n")
        )

    def _modules(self, facts: Object) -> Iterator[list[str]]:
        for module in facts["modules"]:
            yield [f"  {_safe(module['path'])}  in {_safe(module['folder'])}, Go {module['go']}"]

    def _programs(self, facts: Object) -> Iterator[list[str]]:
        for program in facts["programs"]:
            environment = program["environment"]
            reads = [_variables(environment)] if environment["read"] or not environment["complete"] else []
            handlers = [_handler(one) for one in program["handlers"]]
            yield [
                f"  {self._paint('help', _safe(program['folder']))}  {_where(program)}",
                *self._part("starts", (f"{one['call']}  {_where(one)}" for one in program["starts"])),
                *self._part("handler", handlers or ["unknown"]),
                *self._part("runs as", [_list(program["functions"] or ["no function that was found"])]),
                *self._part("reads", reads),
            ]

    def _functions(self, facts: Object) -> Iterator[list[str]]:
        for function in facts["functions"]:
            if not function["go"]:
                continue
            environment = function["environment"]
            names = [*environment["set"], *([] if environment["complete"] else ["others that aren't known"])]
            builds = (f"{_safe(one['build'])} ({one['strength']})  {_where(one)}" for one in function["builds"])
            unknown = (f"{_safe(one['what'])}: {_safe(one['reason'])}  {_where(one)}" for one in function["unknown"])
            yield [
                f"  {self._paint('help', _safe(function['label']))}  {function['dialect']}  {_where(function)}",
                *self._part("runs", self._code(function)),
                *self._part("built by", builds),
                *self._part("is", [_settings(function["settings"])]),
                *self._part("invoked by", (f"{one['kind']}  {_where(one)}" for one in function["triggers"])),
                *self._part("sets", [_list(names)] if names else []),
                *self._part("role", [_safe(function["role"])] if function["role"] else []),
                *self._part("unknown", unknown),
            ]

    def _others(self, facts: Object) -> Iterator[list[str]]:
        for function in facts["functions"]:
            if not function["go"]:
                what = f"{_safe(function['label'])}, {function['dialect']}: {_safe(function['no_code'])}"
                yield [f"  {_where(function):<{WIDEST}} {what}"]

    def _code(self, function: Object) -> Iterator[str]:
        if not function["code"]:
            yield f"no program that is known: {_safe(function['no_code'])}"
        for link in function["code"]:
            yield f"{_safe(link['program'])} ({link['strength']})"
            yield from (f"  {_where(one):<{WIDEST}} {_safe(one['shows'])}" for one in link["evidence"])

    def _builds(self, facts: Object) -> Iterator[list[str]]:
        for build in facts["builds"]:
            packages = (
                _list(package or "an unknown package" for package in build["packages"]) or "the folder it runs in"
            )
            output = f" to {_safe(build['output'])}" if build["output"] else ""
            users = f", for {_list(build['functions'])}" if build["functions"] else ""
            yield [f"  {_where(build):<{WIDEST}} {packages}{output}{users}"]

    def _reasons(self, rows: Iterable[Object]) -> Iterator[list[str]]:
        for row in rows:
            yield [f"  {_where(row):<{WIDEST}} {_safe(row['reason'])}"]

    def _part(self, name: str, lines: Iterable[str]) -> list[str]:
        """Lines under a name that is told once."""
        return [f"    {name if number == 0 else '':<11}{line}" for number, line in enumerate(lines)]


def _where(place: Object) -> str:
    line = f":{place['line']}" if "line" in place else ""
    return f"{_safe(place['path'])}{line}"


def _handler(handler: Object) -> str:
    if handler["name"] is None and handler["reaches"]:
        number = handler["reaches"]
        return f"a library's, with {number} function{'s' * (number > 1)} of the project behind it  {_where(handler)}"
    if handler["name"] is None:
        what = "can't be followed" if handler["kind"] in ("func", "unknown") else f"is a {handler['kind']}"
        return f"{what}  {_where(handler)}"
    return f"{_safe(handler['name'])}  {_where(handler)}"


def _variables(environment: Object) -> str:
    names = [f"{one['name']} (required)" if one["required"] else one["name"] for one in environment["read"]]
    return _list([*names, *([] if environment["complete"] else ["others, by names that aren't known"])])


def _settings(settings: Object) -> str:
    shown = [
        settings["runtime"] or ("an image" if settings["package_type"] == "Image" else "an unknown runtime"),
        *(settings["architectures"] or ["an unknown architecture"]),
        f"{settings['memory']} MB" if settings["memory"] is not None else "unknown memory",
        f"{settings['timeout']} s" if settings["timeout"] is not None else "unknown timeout",
    ]
    return _list(shown)


def _list(names: Iterable[object]) -> str:
    return ", ".join(_safe(name) for name in names)


def _safe(text: object) -> str:
    """Text from the project, on one line and harmless for a terminal."""
    return fold(str(text))
