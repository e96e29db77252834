"""Makefiles, shell scripts and Dockerfiles become builds, zips and stages."""

from __future__ import annotations

from pathlib import Path

import pytest

from lambdalint.fix import apply
from lambdalint.frontends import builds
from lambdalint.model.build import Build, BuildFacts, Stage, Zip
from lambdalint.model.infra import Script
from lambdalint.source import Source, Span
from lambdalint.value import Known, Unknown, Value

CASES = Path(__file__).parent.parent / "testdata" / "frontends" / "builds"


def read(files: dict[str, str | bytes], scripts: tuple[Script, ...] = ()) -> BuildFacts:
    data = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    facts, broken = builds.read(data.get, list(data), scripts)
    assert broken == ()
    return facts


def one(files: dict[str, str | bytes]) -> Build:
    (build,) = read({"main.go": "package main", **files}).builds
    return build


def case(folder: Path) -> dict[str, str | bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "expected.txt"
    }


class Described:
    """Facts as lines of text. `?` is unknown, `-` not set; `@line` follows what stands in another line."""

    def __init__(self, files: dict[str, str | bytes]) -> None:
        self.sources = {p: Source(p, t.encode() if isinstance(t, str) else t) for p, t in files.items()}
        facts = read(files)
        self.text = "".join(
            [*map(self.build, facts.builds), *map(self.zip, facts.zips), *map(self.stage, facts.stages)]
        )

    def at(self, span: Span) -> str:
        return f"{span.path}:{self.sources[span.path].line_of(span.start)}"

    def value(self, value: object, whole: Span) -> str:
        if value is None:
            return "none"
        if isinstance(value, Unknown):
            return "?"
        assert isinstance(value, Known)
        if value.default:
            return "-"
        said = ",".join(value.value) if isinstance(value.value, tuple) else repr(value.value)
        outside = not whole.contains(value.span)
        return said + (f" @{self.at(value.span)}" if outside else "")

    def build(self, build: Build) -> str:
        def shown(value: Value[str] | Value[tuple[str, ...]] | None) -> str:
            return self.value(value, build.span)

        stage = f" stage {build.stage}" if build.stage else ""
        compiler = "" if build.c_compiler else " without C compiler"
        return (
            f"{self.at(build.span)} {build.tool} on {build.host}{compiler}{stage}\n"
            f"  in {shown(build.folder)} of {' '.join(map(shown, build.packages))} to {shown(build.output)}"
            f" renamed {shown(build.renamed)}\n"
            f"  GOOS {shown(build.goos)} GOARCH {shown(build.goarch)} CGO_ENABLED {shown(build.cgo)}"
            f" tags {shown(build.tags)} ldflags {shown(build.ldflags)}\n"
        )

    def zip(self, packed: Zip) -> str:
        sources = " ".join(self.value(s, packed.span) for s in packed.sources)
        flat = " flat" if packed.flat else ""
        moved = "".join(f" moved to {path!r}" for path in packed.moved)
        return f"{self.at(packed.span)} zip{flat} {self.value(packed.output, packed.span)} of {sources}{moved}\n"

    def stage(self, stage: Stage) -> str:
        copies = "".join(
            f"  copies {self.value(a, a.span)} to {self.value(b, b.span)}{f' from {c}' if c else ''}\n"
            for a, b, c in stage.copies
        )
        environment = "".join(f"  sets {name}={self.value(value, value.span)}\n" for name, value in stage.environment)
        return (
            f"{self.at(stage.span)} stage {stage.name} of {self.value(stage.base, stage.span)}"
            f" for {self.value(stage.platform, stage.span)}{' final' if stage.final else ''}\n"
            f"{copies}{environment}"
            f"  starts {self.value(stage.entrypoint, Span('', 0, 0)) if stage.entrypoint else 'none'}"
            f" with {self.value(stage.command, Span('', 0, 0)) if stage.command else 'none'}\n"
        )


@pytest.mark.parametrize("folder", sorted(p for p in CASES.iterdir() if p.is_dir()), ids=lambda p: p.name)
def test_case(folder: Path) -> None:
    assert Described(case(folder)).text == (folder / "expected.txt").read_text()


# -- places and what is written there ----------------------------------------------------------------------------


def written(text: str, value: Value[str] | Value[tuple[str, ...]], new: object) -> str:
    """The text after a value was written through its slot."""
    assert isinstance(value, Known)
    edits = value.write(new)
    assert len(edits) == 1
    return apply(text.encode(), edits).decode()


def spelled(text: str, value: Value[str]) -> str:
    assert isinstance(value, Known)
    return text.encode()[value.span.start : value.span.end].decode()


def test_value_stands_in_the_command() -> None:
    text = "build:\n\t@GOOS=linux GOARCH='amd64' go build -o bin/main .\n"
    build = one({"Makefile": text})
    assert spelled(text, build.goarch) == "amd64"
    assert written(text, build.goarch, "arm64") == text.replace("amd64", "arm64")
    assert written(text, build.goos, "darwin") == text.replace("linux", "darwin")
    assert text.encode()[build.span.start : build.span.end].startswith(b"GOOS=linux GOARCH='amd64' go build")
    assert text.encode()[build.span.start : build.span.end].endswith(b"-o bin/main .")


def test_value_behind_a_variable_is_changed_where_it_is_assigned() -> None:
    text = "ARCH := amd64\nbuild:\n\tGOARCH=$(ARCH) go build\n"
    build = one({"Makefile": text})
    assert isinstance(build.goarch, Known)
    assert [text[v.start : v.end] for v in build.goarch.via] == ["$(ARCH)"]
    assert written(text, build.goarch, "arm64") == text.replace("amd64", "arm64")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("go build -o x .", "GOOS=linux go build -o x ."),
        ("env GOARCH=arm64 go build", "env GOARCH=arm64 GOOS=linux go build"),
        ("cd . && go build", "cd . && GOOS=linux go build"),
        ("GO=go\n$GO build", "GO=go\nGOOS=linux $GO build"),
        ("BUILD='go build'\n$BUILD -o x", "BUILD='go build'\nGOOS=linux $BUILD -o x"),
    ],
)
def test_missing_variable_is_written_before_the_command(before: str, after: str) -> None:
    assert written(before, one({"build.sh": before}).goos, "linux") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("go build -o x .", 'go build -ldflags="-s -w" -o x .'),
        ("go build", 'go build -ldflags="-s -w"'),
        ("BUILD='go build'\n$BUILD -o x", "BUILD='go build'\n$BUILD -ldflags=\"-s -w\" -o x"),
        ('go build -ldflags="-X a.b=c"', 'go build -ldflags="-s -w"'),
        ("go build -ldflags=-s", 'go build -ldflags="-s -w"'),
    ],
)
def test_flags_are_quoted_as_the_place_needs(before: str, after: str) -> None:
    assert written(before, one({"build.sh": before}).ldflags, "-s -w") == after


def test_flags_in_an_assignment_of_make_stay_bare() -> None:
    text = 'FLAGS = -w\nbuild:\n\tgo build -ldflags "$(FLAGS)"\n'
    assert written(text, one({"Makefile": text}).ldflags, "-s -w") == text.replace("-w", "-s -w", 1)


def test_tags_are_a_list() -> None:
    build = one({"build.sh": "go build -tags 'a,b c'"})
    assert isinstance(build.tags, Known)
    assert build.tags.value == ("a", "b", "c")
    assert written("go build", one({"build.sh": "go build"}).tags, ("a", "b")) == "go build -tags=a,b"


def test_text_inside_of_quotes_gets_no_flags_with_quotes() -> None:
    build = one({"build.sh": 'sh -c "go build"'})
    assert isinstance(build.ldflags, Known)
    assert build.ldflags.slot is None


def test_image_is_replaced() -> None:
    text = "ARG TAG=al2\nFROM public.ecr.aws/lambda/provided:${TAG} AS run\n"
    (stage,) = read({"Dockerfile": text}).stages
    assert isinstance(stage.base, Known)
    assert stage.base.value == "public.ecr.aws/lambda/provided:al2"
    after = written(text, stage.base, "public.ecr.aws/lambda/provided:al2023")
    assert after == "ARG TAG=al2\nFROM public.ecr.aws/lambda/provided:al2023 AS run\n"


@pytest.mark.parametrize("name", ["build.sh", "Makefile", "Dockerfile"])
def test_line_ends_and_byte_order_mark_move_nothing(name: str) -> None:
    texts = {
        "build.sh": "export GOOS=linux\nGOARCH=arm64 \\\n  go build \\\n  -o bin/main\n",
        "Makefile": "OS := linux\nbuild:\n\tGOOS=$(OS) GOARCH=arm64 \\\n\tgo build \\\n\t-o bin/main\n",
        "Dockerfile": "FROM golang\nENV GOOS=linux\nRUN GOARCH=arm64 \\\n  go build \\\n  -o bin/main\n",
    }
    data = b"\xef\xbb\xbf" + texts[name].replace("\n", "\r\n").encode()
    build = one({name: data})
    for value, expected in ((build.goos, "linux"), (build.goarch, "arm64"), (build.output, "bin/main")):
        assert isinstance(value, Known)
        assert data[value.span.start : value.span.end].decode() == expected


# -- commands of the infrastructure ------------------------------------------------------------------------------


def script(text: str, at: int, exact: bool) -> Script:
    span = Span("main.tf", at, at + len(text.encode()))
    folder = Known("functions", span)
    environment = (("GOARCH", Known("arm64", span)), ("CGO_ENABLED", Unknown(span, "a variable")))
    return Script(span, text, exact, folder, environment, "main")


def test_script_of_the_infrastructure() -> None:
    command = "GOOS=linux go build -o bootstrap ./api"
    text = f'command = "{command}"\n'
    files: dict[str, str | bytes] = {"main.tf": text, "functions/api/main.go": "package main"}
    (build,) = read(files, (script(command, text.index("GOOS"), True),)).builds
    assert spelled(text, build.goos) == "linux"
    assert isinstance(build.output, Known)
    assert build.output.value == "functions/bootstrap"
    assert isinstance(build.goarch, Known)
    assert build.goarch.value == "arm64"
    assert isinstance(build.cgo, Unknown)
    assert written(text, build.ldflags, "-s -w") == text.replace("go build", "go build -ldflags='-s -w'")


def test_script_that_was_put_together_has_no_slots() -> None:
    command = "GOOS=linux go build"
    (build,) = read({"main.tf": "x" * 90}, (script(command, 3, False),)).builds
    for value in (build.goos, build.tags, build.ldflags):
        assert isinstance(value, Known)
        assert value.slot is None
    assert build.span == Span("main.tf", 3, 3 + len(command))


# -- files nobody should have written ----------------------------------------------------------------------------

HOSTILE: dict[str, dict[str, str | bytes]] = {
    "variables that name one another": {"Makefile": "A=$(B)\nB=$(A)\nx:\n\tgo build -o $(A)\n"},
    "variables that double": {
        "Makefile": "".join(f"A{i}=$(A{i + 1})$(A{i + 1})\n" for i in range(60)) + "A60=x\nx:\n\tgo build -o $(A0)\n"
    },
    "make that calls itself": {"Makefile": "X ?= a\nall:\n\tmake all X=$(X)1\n\tmake all X=$(X)2\n\tgo build\n"},
    "a makefile that includes itself": {"Makefile": "include Makefile\nx:\n\tgo build\n"},
    "rules that need one another": {"Makefile": "a: b\n\tgo build\nb: a\n\tgo build -o b\n"},
    "eval of itself": {"Makefile": "define X\n$(eval $(X))\n$(eval $(X))\nendef\n$(eval $(X))\nx:\n\tgo build\n"},
    "call of itself": {"Makefile": "f=$(call f,$(1)a)$(call f,$(1)b)\nx:\n\tgo build $(call f,x)\n"},
    "a script that calls itself": {"b.sh": "./b.sh $1x\n./b.sh $1y\ngo build\n"},
    "a function that calls itself": {"b.sh": "f() { f a; f b; go build; }\nf\n"},
    "loops in loops": {
        "b.sh": "".join(f"for a{i} in 1 2 3 4 5 6 7 8 9 0; do\n" for i in range(12)) + "go build\n" + "done\n" * 12
    },
    "deep brackets": {"b.sh": "build\n" + "(" * 9000 + "go build" + ")" * 9000, "Makefile": "x:\n\t" + "$(" * 9000},
    "deep conditions": {"b.sh": "if x; then " * 2000 + "go build; " + "fi; " * 2000},
    "a stage of itself": {"Dockerfile": "FROM a AS a\nCOPY --from=a . .\nCOPY --from=9 . .\nRUN go build\n"},
    "a heredoc without an end": {"Dockerfile": "FROM a\nRUN <<EOF\ngo build\n"},
    "instructions without arguments": {"Dockerfile": "FROM\nRUN\nFROM a\nCOPY\nCOPY a\nENV\nARG\nWORKDIR\nCMD [\n"},
    "another encoding": {"b.sh": "go build\n".encode("utf-16"), "Makefile": "x:\n\tgo build\n".encode("utf-16")},
    "bytes that are no text": {
        "b.sh": b"go build -o \xff\xfe\x01\x02 $(\xf0",
        "Makefile": b"x:\n\tgo build \xff$(\xfe\n",
    },
    "half a file": {"Makefile": "define X\nifeq (", "b.sh": 'go build -o "', "Dockerfile": "FROM golang AS"},
    "nothing": {"Makefile": "", "b.sh": "", "Dockerfile": ""},
    "too much": {"b.sh": b"go build\n" * 1_200_000, "Makefile": b"x:\n\tgo build\n" * 700_000},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    files = HOSTILE[name]
    facts = read(files)
    for build in facts.builds:
        size = len(files[build.span.path])
        for value in (build.goos, build.goarch, build.cgo, build.tags, build.ldflags):
            assert 0 <= value.span.start <= value.span.end <= size
            if isinstance(value, Known) and value.slot is not None:
                assert 0 <= value.slot.span.start <= value.slot.span.end <= size


@pytest.mark.parametrize("folder", sorted(p for p in CASES.iterdir() if p.is_dir()), ids=lambda p: p.name)
def test_truncated_anywhere(folder: Path) -> None:
    files = case(folder)
    for path in [p for p in files if not p.endswith((".go", ".mod"))]:
        data = files[path]
        for end in range(0, len(data), 7):
            facts = read({**files, path: data[:end]})
            assert all(b.span.end <= end for b in facts.builds if b.span.path == path)


def test_keys_are_unique() -> None:
    facts = read({"main.go": "package main", "build.sh": "for a in 1 2 3; do go build -o $a; zip $a.zip $a; done"})
    assert len({b.key for b in facts.builds}) == len(facts.builds) == 3
    assert len({z.key for z in facts.zips}) == len(facts.zips) == 3


def test_what_says_that_a_build_is_for_lambda() -> None:
    text = "go build -o bootstrap\ngo build -o tool\ngo build -tags lambda.norpc -o a\ngo build -o b\nzip b b"
    facts = read({"main.go": "package main", "build.sh": text})
    assert [b.for_lambda for b in facts.builds] == [True, False, True, True]


@pytest.mark.parametrize("line", ["$(PREFIX) go build", "$(PREFIX) CGO_ENABLED=0 go build", "$(Q)go build"])
def test_what_stands_before_the_command_may_set_anything(line: str) -> None:
    build = one({"Makefile": f"build:\n\t{line}\n"})
    assert isinstance(build.goos, Unknown)


@pytest.mark.parametrize(
    "files",
    [
        {"Makefile": "-include .env\nbuild:\n\tgo build\n"},
        {"Makefile": "include $(COMMON)\nbuild:\n\tgo build\n"},
        {"build.sh": "source ~/.profile\ngo build\n"},
        {"build.sh": 'eval "$(tool env)"\ngo build\n'},
    ],
)
def test_absence_counts_only_in_what_was_read(files: dict[str, str | bytes]) -> None:
    assert isinstance(one(files).goos, Unknown)


def test_included_file_of_the_project_is_read() -> None:
    build = one({"Makefile": "include env.mk\nbuild:\n\tgo build\n", "env.mk": "export GOOS = linux\n"})
    assert isinstance(build.goos, Known)
    assert build.goos.value == "linux"


def test_script_that_starts_the_binary_is_no_wrong_name() -> None:
    build = one({"build.sh": "go build -o main\ncp scripts/bootstrap .\nzip f.zip main bootstrap\n"})
    assert isinstance(build.renamed, Unknown)
