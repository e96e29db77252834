"""Which Go files are read: programs that reach the Lambda runtime client, and what they import in the project."""

from __future__ import annotations

import pytest

from lambdalint.golang.lowering.universe import load
from lambdalint.golang.source.header import holds, name_is_built, scan
from lambdalint.golang.source.opening import openings
from tests.go_universe import HEAD, LAMBDA, callees, function, universe

MOD = "module example.com/app\n\ngo 1.24\n"


def using(path: str, call: str) -> str:
    """A Lambda main that imports a package and calls something of it."""
    head = f'package main\n\nimport (\n\t"{LAMBDA}"\n\t"{path}"\n)\n\nfunc main() {{ lambda.Start(handle) }}\n'
    return head + f"func handle() {{ {call} }}\n"


def test_only_what_a_lambda_program_imports_is_read() -> None:
    loaded = universe(
        {
            "go.mod": MOD,
            "cmd/fn/main.go": using("example.com/app/store", "store.Save()"),
            "cmd/cli/main.go": 'package main\n\nimport "example.com/app/console"\n\nfunc main() { console.Run() }\n',
            "store/store.go": 'package store\n\nimport "example.com/app/deep"\n\nfunc Save() { deep.Down() }\n',
            "deep/deep.go": "package deep\n\nfunc Down() {}\n",
            "console/console.go": "package console\n\nfunc Run() {}\n",
        }
    )
    assert sorted(loaded.files) == ["cmd/fn/main.go", "deep/deep.go", "store/store.go"]
    (main,) = loaded.mains
    assert main.packages == ("example.com/app/cmd/fn", "example.com/app/store", "example.com/app/deep")
    assert LAMBDA in main.imports


def test_a_program_may_start_the_client_in_another_package() -> None:
    loaded = universe(
        {
            "go.mod": MOD,
            "main.go": 'package main\n\nimport "example.com/app/boot"\n\nfunc main() { boot.Run() }\n',
            "boot/boot.go": f'package boot\n\nimport "{LAMBDA}"\n\nfunc Run() {{ lambda.Start(func() {{}}) }}\n',
        }
    )
    assert [main.package for main in loaded.mains] == ["example.com/app"]
    assert callees(function(loaded, "main")) == ["example.com/app/boot.Run"]


def test_a_project_without_lambda_loads_nothing() -> None:
    loaded = universe("package main\n\nfunc main() {}\n")
    assert loaded.mains == ()
    assert not loaded.files


def test_tests_and_files_of_other_systems_are_not_read() -> None:
    loaded = universe(
        {
            "go.mod": MOD,
            "main.go": HEAD + "func handle() {}\n",
            "main_test.go": "package main\n\nfunc helper() {}\n",
            "open_windows.go": "package main\n\nfunc open() {}\n",
            "open_linux.go": "package main\n\nfunc open() {}\n",
            "tool.go": "//go:build ignore\n\npackage main\n\nfunc main() {}\n",
            "old.go": "// +build darwin\n\npackage main\n\nfunc mac() {}\n",
        }
    )
    assert sorted(loaded.files) == ["main.go", "open_linux.go"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("linux", True),
        ("!linux", False),
        ("linux && arm64", True),
        ("linux && 386", False),
        ("darwin || linux", True),
        ("!(windows || darwin)", True),
        ("ignore", False),
        ("integration", False),
        ("!integration", True),
        ("lambda.norpc", True),
        ("go1.21", True),
        ("amd64 && arm64", False),
    ],
)
def test_build_constraints_hold_as_in_a_build_for_lambda(expression: str, expected: bool) -> None:
    assert holds(expression) is expected


def test_names_bind_files_to_systems_and_machines() -> None:
    assert name_is_built("a/db_linux_arm64.go")
    assert name_is_built("a/linux.go")
    assert not name_is_built("a/db_linux_386.go")
    assert not name_is_built("a/db_darwin_arm64.go")
    assert not name_is_built("a/_skipped.go")


def test_several_mains_in_one_folder_are_programs_of_their_own() -> None:
    other = HEAD + "func handle() { shared(); two() }\nfunc two() {}\n"
    loaded = universe(
        {
            "go.mod": MOD,
            "fn/one.go": HEAD + "func handle() { shared(); one() }\nfunc one() {}\n",
            "fn/two.go": other,
            "fn/shared.go": "package main\n\nfunc shared() {}\n",
        }
    )
    assert [main.package for main in loaded.mains] == ["example.com/app/fn/one.go", "example.com/app/fn/two.go"]
    assert callees(function(loaded, "handle", "example.com/app/fn/two.go")) == [
        "example.com/app/fn/two.go.shared",
        "example.com/app/fn/two.go.two",
    ]
    assert [file.path for file in loaded.packages["example.com/app/fn/one.go"].files] == ["fn/one.go", "fn/shared.go"]


def tagged(constraint: str, body: str = "lambda.Start(handle)") -> str:
    """A Lambda main behind a build constraint."""
    return f'//go:build {constraint}\n\npackage main\n\nimport "{LAMBDA}"\n\nfunc main() {{ {body} }}\n'


def test_mains_behind_tags_of_the_project_are_programs_where_the_folder_has_no_other() -> None:
    shared = "package main\n\nfunc handle() {}\n"
    files = {"go.mod": MOD, "a.go": tagged("orders"), "b.go": tagged("billing && !orders"), "shared.go": shared}
    loaded = universe(files)
    assert {main.package for main in loaded.mains} == {"example.com/app/a.go", "example.com/app/b.go"}
    assert sorted(loaded.files) == ["a.go", "b.go", "shared.go"]
    (alone,) = universe({"go.mod": MOD, "a.go": tagged("orders"), "shared.go": shared}).mains
    assert alone.package == "example.com/app"


@pytest.mark.parametrize("constraint", ["ignore", "windows", "orders && windows", "tools", "!linux"])
def test_a_main_that_no_build_for_lambda_makes_is_none(constraint: str) -> None:
    assert not universe({"go.mod": MOD, "a.go": tagged(constraint), "b.go": "package main\n"}).mains


def test_a_main_behind_a_tag_gives_way_to_the_one_without() -> None:
    files = {"go.mod": MOD, "main.go": using("fmt", "fmt.Println()"), "a.go": tagged("orders")}
    assert sorted(universe(files).files) == ["main.go"]


def test_a_local_replacement_leads_to_its_folder() -> None:
    loaded = universe(
        {
            "fn/go.mod": "module example.com/fn\nrequire example.com/lib v1.0.0\nreplace example.com/lib => ../lib\n",
            "fn/main.go": using("example.com/lib/sub", "sub.Go()"),
            "lib/go.mod": "module example.com/other\n",
            "lib/sub/sub.go": "package sub\n\nfunc Go() {}\n",
        }
    )
    assert callees(function(loaded, "handle", "example.com/fn")) == ["example.com/other/sub.Go"]
    assert loaded.function("example.com/other/sub.Go") is not None


def test_a_replaced_version_is_the_required_one() -> None:
    mod = "module example.com/app\n\nrequire (\n\ta.io/x v1.0.0 // indirect\n)\nreplace a.io/x => b.io/x v1.2.0\n"
    loaded = universe({"go.mod": mod, "main.go": HEAD + "func handle() {}\n"})
    assert loaded.modules[0].requires == {"a.io/x": "v1.2.0"}
    assert loaded.modules[0].go == (1, 0)


def test_modules_of_a_workspace_find_each_other() -> None:
    loaded = universe(
        {
            "go.work": "go 1.24\n\nuse (\n\t./fn\n\t./lib\n)\n",
            "fn/go.mod": "module example.com/fn\n\ngo 1.22\n",
            "fn/main.go": using("example.com/lib", "lib.Go()"),
            "lib/go.mod": "module example.com/lib\n",
            "lib/lib.go": "package lib\n\nfunc Go() {}\n",
        }
    )
    assert loaded.mains[0].packages == ("example.com/fn", "example.com/lib")
    assert loaded.packages["example.com/lib"].folder == "lib"


def test_a_replacement_of_a_workspace_holds_in_its_modules() -> None:
    loaded = universe(
        {
            "go.work": "go 1.24\n\nuse ./fn\n\nreplace example.com/far => ./near\n",
            "fn/go.mod": "module example.com/fn\n",
            "fn/main.go": using("example.com/far", "far.Go()"),
            "near/go.mod": "module example.com/near\n",
            "near/near.go": "package far\n\nfunc Go() {}\n",
        }
    )
    assert loaded.function("example.com/near.Go") is not None


def test_modules_with_one_path_stay_apart() -> None:
    files = {
        f"{folder}/{name}": text
        for folder, word in (("a", "first"), ("b", "second"))
        for name, text in {
            "go.mod": "module hello\n",
            "main.go": using("hello/inner", "inner.Go()"),
            "inner/inner.go": f"package inner\n\nfunc Go() {{ {word}() }}\nfunc {word}() {{}}\n",
        }.items()
    }
    loaded = universe(files)
    assert [main.package for main in loaded.mains] == ["hello", "./b"]
    assert callees(function(loaded, "Go", "./b/inner")) == ["./b/inner.second"]


def test_vendored_packages_are_followed_but_not_first_party() -> None:
    loaded = universe(
        {
            "go.mod": MOD,
            "main.go": using("example.org/tool", "tool.Go()"),
            "vendor/example.org/tool/tool.go": "package tool\n\nfunc Go() {}\n",
        }
    )
    tool = loaded.function("example.org/tool.Go")
    assert tool is not None
    assert not tool.first_party
    assert loaded.files["vendor/example.org/tool/tool.go"].vendored


def test_generated_files_are_followed_but_not_first_party() -> None:
    loaded = universe(
        {
            "go.mod": MOD,
            "main.go": HEAD + "func handle() { made() }\n",
            "made.go": "// Code generated by maker. DO NOT EDIT.\n\npackage main\n\nfunc made() {}\n",
        }
    )
    assert not function(loaded, "made").first_party
    assert function(loaded, "handle").first_party


def test_without_go_mod_imports_are_found_by_their_end() -> None:
    loaded = universe(
        {
            "cmd/main.go": using("github.com/someone/project/pkg/store", "store.Save()"),
            "pkg/store/store.go": "package store\n\nfunc Save() {}\n",
            "json/json.go": "package json\n\nfunc Marshal() {}\n",
        }
    )
    assert loaded.mains[0].packages == ("./cmd", "./pkg/store")


def test_a_gopath_may_hold_projects_without_a_domain() -> None:
    loaded = universe(
        {
            "cmd/main.go": using("project/pkg/store", "store.Save()"),
            "pkg/store/store.go": 'package store\n\nimport _ "net/mail"\n\nfunc Save() {}\n',
            "mail/mail.go": "package mail\n",
        }
    )
    assert loaded.mains[0].packages == ("./cmd", "./pkg/store")


def test_a_standard_package_is_never_a_folder_of_the_project() -> None:
    loaded = universe({"main.go": using("encoding/json", "json.Valid(nil)"), "encoding/json/json.go": "package json\n"})
    assert loaded.mains[0].packages == (".",)
    assert callees(function(loaded, "handle", ".")) == ["encoding/json.Valid"]


def test_gopath_folders_have_their_import_paths() -> None:
    loaded = universe(
        {
            "src/github.com/me/fn/main.go": using("github.com/me/lib", "lib.Go()"),
            "src/github.com/me/lib/lib.go": "package lib\n\nfunc Go() {}\n",
        }
    )
    assert loaded.mains[0].packages == ("github.com/me/fn", "github.com/me/lib")


def test_packages_that_import_each_other_do_not_hang() -> None:
    loaded = universe(
        {
            "go.mod": MOD,
            "main.go": using("example.com/app/a", "a.A()"),
            "a/a.go": 'package a\n\nimport "example.com/app/b"\n\nvar X = b.Y\nfunc A() { b.B() }\n',
            "b/b.go": 'package b\n\nimport "example.com/app/a"\n\nvar Y = a.X\nfunc B() { a.A() }\n',
        }
    )
    assert loaded.variables["example.com/app/a.X"] is None
    assert callees(function(loaded, "B", "example.com/app/b")) == ["example.com/app/a.A"]


def test_the_head_of_a_file_tells_where_its_imports_are() -> None:
    data = b'// doc\npackage main\n\nimport "fmt"\nimport (\n\tx "a/b" // why\n\t. `c/d`\n\t_ "e"\n)\nvar a = 1\n'
    head = scan(data)
    assert [(spec.name, spec.path) for spec in head.imports] == [("", "fmt"), ("x", "a/b"), (".", "c/d"), ("_", "e")]
    assert data[: head.imports_end].endswith(b")")
    assert [data[spec.start : spec.end] for spec in head.imports][1] == b'x "a/b"'


LONG = "\treturn 1\n" * 600
LICENSE = "// Permission is granted, free of charge, to anybody.\n" * 100
OPENINGS = {
    "short": 'package main\n\nimport "a/b"\n',
    "declared at once": f'package main\n\nimport "a/b"\n\nfunc f() int {{\n{LONG}}}\n',
    "only a package": f"package main\n\nfunc f() int {{\n{LONG}}}\n",
    "a long licence": f'{LICENSE}package main\n\nimport "a/b"\n\nfunc f() {{}}\n',
    "a licence in a block": f'/*\n{LICENSE}\nfunc is a word too\n*/\npackage main\n\nimport "a/b"\n\nfunc f() {{}}\n',
    "an example in a comment": '/*\nfunc main() {}\n*/\npackage main\n\n/*\nvar x = 1\n*/\nimport "a/b"\n' + LICENSE,
    "a slash between": '/*/\nfunc main() {}\n/*/\npackage main\n\nimport "a/b"\n' + LICENSE,
    "comments after imports": f'package main\n\nimport "a/b" // func\n\n{LICENSE}\nimport "c/d"\n\nvar a = 1\n',
    "carriage returns": 'package main\r\n\r\nimport "a/b"\r\n\r\ntype T struct{}\r\n' + LICENSE,
    "no end": "package main\n\nimport (\n" + '\t"a/b"\n' * 900,
}


@pytest.mark.parametrize("text", OPENINGS.values(), ids=OPENINGS)
def test_the_opening_of_a_file_has_its_head(text: str) -> None:
    data = text.encode()
    opening = openings(lambda _, size: data[:size], lambda _: data)("main.go")
    assert scan(opening or b"") == scan(data)


def test_a_file_that_nothing_reaches_is_read_as_far_as_its_imports() -> None:
    files = {
        "go.mod": MOD,
        "main.go": HEAD + "func handle() {}\n",
        "other/main.go": f'package main\n\nimport "fmt"\n\nfunc main() {{ fmt.Println() }}\n{LONG}',
        "more/more.go": f"package more\n\nfunc f() int {{\n{LONG}}}\n",
    }
    texts = {path: text.encode() for path, text in files.items()}
    read: list[str] = []

    def whole(path: str) -> bytes:
        read.append(path)
        return texts[path]

    loaded = load(sorted(texts), whole, openings(lambda path, size: texts[path][:size], whole))
    assert set(loaded.files) == {"main.go"}
    assert set(read) == {"go.mod", "main.go"}


def test_of_a_package_that_nothing_imports_one_file_is_opened() -> None:
    files = {
        "go.mod": MOD,
        "main.go": HEAD + "func handle() {}\n",
        "more/a.go": "package more\n",
        "more/b.go": "package more\n",
        "tools/a.go": "//go:build ignore\n\npackage main\n",
        "tools/b.go": "package tools\n",
    }
    opened: list[str] = []

    def opening(path: str) -> bytes:
        opened.append(path)
        return files[path].encode()

    loaded = load(sorted(files), lambda path: files[path].encode(), opening)
    assert set(loaded.files) == {"main.go"}
    assert "more/a.go" in opened
    assert "more/b.go" not in opened


@pytest.mark.parametrize("before", ["//go:build ignore\n\npackage generate\n", "//go:build tools\n\npackage tools\n"])
def test_a_main_package_is_found_behind_files_that_are_not_built(before: str) -> None:
    loaded = universe({"go.mod": MOD, "fn/a.go": before, "fn/z.go": HEAD + "func handle() {}\n"})
    assert [main.package for main in loaded.mains] == ["example.com/app/fn"]


def test_a_main_file_speaks_for_a_folder_of_samples() -> None:
    loaded = universe({"go.mod": MOD, "fn/a.go": "package sample\n", "fn/main.go": HEAD + "func handle() {}\n"})
    assert [main.package for main in loaded.mains] == ["example.com/app/fn"]


def test_the_client_may_be_started_in_the_last_file_of_a_package() -> None:
    start = f'package boot\n\nimport "{LAMBDA}"\n\nfunc Run() {{ lambda.Start(func() {{}}) }}\n'
    program = 'package main\n\nimport "example.com/app/boot"\n\nfunc main() { boot.Run() }\n'
    direct = {"go.mod": MOD, "fn/main.go": HEAD + "func handle() {}\n"}
    loaded = universe({**direct, "boot/a.go": "package boot\n", "boot/b.go": start, "job/main.go": program})
    assert [main.package for main in loaded.mains] == ["example.com/app/fn", "example.com/app/job"]


@pytest.mark.parametrize("data", [b"", b"\x00\xff", b"package", b"package main\nimport (", b'package main\nimport ("a'])
def test_any_bytes_have_a_head(data: bytes) -> None:
    assert scan(data).imports == ()
