"""Scripts of Windows: what they build and deploy, as far as their words are known."""

from __future__ import annotations

import pytest

from lambdalint.frontends import builds, cli_calls
from lambdalint.model.build import Build, BuildFacts
from lambdalint.model.functions import Function
from lambdalint.value import Known, Secret, Unknown, Value

PROGRAM = "package main\n\nfunc main() {}\n"
CREATE = "aws lambda create-function --function-name till --runtime provided.al2023 --handler bootstrap"


def read(path: str, script: str) -> BuildFacts:
    texts = {path: script.encode(), "cmd/till/main.go": PROGRAM.encode(), "main.go": PROGRAM.encode()}
    facts, _ = builds.read(texts.get, sorted(texts), ())
    return facts


def till(script: str, path: str = "deploy.bat") -> Function:
    """The only function that a script makes."""
    found = cli_calls.read(read(path, script).calls)
    (function,) = found.functions
    return function


def built(script: str, path: str = "build.bat") -> Build:
    """The only build of a script."""
    (build,) = read(path, script).builds
    return build


def known(value: Value[object] | Known[Secret] | None) -> object:
    return value.value if isinstance(value, Known) else "unknown" if isinstance(value, Unknown) else None


def variables(function: Function) -> dict[str, object]:
    return {entry.key.value: known(entry.value) for entry in function.environment.entries}


# -- the command line ------------------------------------------------------------------------------------------------

BATCH = f"""\
@echo off
rem {CREATE} --timeout 1
set NAME=till
set "PLACE=left hand"
{CREATE.replace("till", "%NAME%")} ^
  --timeout 25 --memory-size=256 ^
  --architectures arm64 ^
  --environment "Variables={{PLACE=%PLACE%,OTHER=%OTHER%,PART=%NAME:~0,2%}}" ^
  --zip-file fileb://dist\\till.zip 2>nul
if %errorlevel% neq 0 exit /b 1
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("path", ["deploy.bat", "Deploy.CMD"])
def test_a_function_is_what_its_options_say(path: str, newline: str) -> None:
    function = till(BATCH.replace("\n", newline), path)
    assert (known(function.name), known(function.runtime), known(function.handler)) == (
        "till",
        "provided.al2023",
        "bootstrap",
    )
    assert (known(function.timeout), known(function.memory), known(function.architectures)) == (25, 256, ("arm64",))
    assert variables(function) == {"PLACE": "left hand", "OTHER": "unknown", "PART": "unknown"}
    assert function.package is not None
    assert known(function.package.path) == "dist/till.zip"


def test_nothing_is_written_into_a_script() -> None:
    function = till(f"{CREATE} --timeout 3\n")
    for value in (function.runtime, function.timeout, function.memory, function.architectures, function.tracing):
        assert isinstance(value, Known)
        assert value.slot is None


@pytest.mark.parametrize(
    ("before", "timeout"),
    [
        ("set T=25", 25),
        ("SET t=25", 25),
        ('set "T=25"', 25),
        ("set T=9& set U=25", 9),
        ("set T=25\nset T=30", "unknown"),
        ("set /a T=20+5", "unknown"),
        ("set /p T=seconds", "unknown"),
        ("if exist x set T=25", "unknown"),
        ('if "%1"=="fast" (\n  set T=5\n) else (\n  echo slow\n)', "unknown"),
        ("for /f %%i in ('cat seconds') do set T=%%i", "unknown"),
        ("set T=25\n:again", "unknown"),
        ("set T=25\ncall other.bat", "unknown"),
        ("setlocal\nset T=25\nendlocal", "unknown"),
        ("set T=25\nsetlocal\nset U=1\nendlocal", 25),
        ("set T=%SECONDS%", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_variable_is_known_where_it_surely_has_one_value(before: str, timeout: object) -> None:
    assert known(till(f"{before}\n{CREATE} --timeout %T%\n").timeout) == timeout


def test_a_block_is_expanded_before_it_runs() -> None:
    early = till(f"if exist x (\n  set T=25\n  {CREATE} --timeout %T%\n)\n")
    late = till(f"if exist x (\n  set T=25\n  {CREATE} --timeout !T!\n)\n")
    assert (known(early.timeout), known(late.timeout)) == ("unknown", 25)


def test_options_that_are_not_known_leave_the_rest_open() -> None:
    assert isinstance(till(f"{CREATE} %MORE%\n").timeout, Unknown)
    assert known(till(f"{CREATE} --role %ROLE%\n").timeout) == 3


@pytest.mark.parametrize(
    "line",
    [
        f"if %x% equ 0 {CREATE}",
        f"if not exist a {CREATE}",
        f'if /i "%1"=="a" {CREATE}',
        f"if a == b {CREATE}",
        f"for %%f in (a b) do {CREATE}",
        f"aws iam list-roles && {CREATE}",
        f"aws iam list-roles || ({CREATE})",
        f"if exist a (del a) else ({CREATE})",
        f"@{CREATE}",
        f"call {CREATE}",
    ],
)
def test_a_command_is_found_wherever_it_stands(line: str) -> None:
    assert till(line + "\n").label == "till"


@pytest.mark.parametrize("line", [f"echo {CREATE}", f":: {CREATE}", f"REM {CREATE}", f"exit /b\n{CREATE}"])
def test_what_is_not_run_deploys_nothing(line: str) -> None:
    assert cli_calls.read(read("deploy.bat", line + "\n").calls).functions == ()


@pytest.mark.parametrize(
    "script",
    [
        "set GOOS=linux\nset GOARCH=arm64\ngo build -o bootstrap .\\cmd\\till\n",
        'set "GOOS=linux"\nset GOARCH=arm64\ncd cmd\\till\ngo.exe build -o ..\\..\\bootstrap\n',
        "set GOOS=linux&& set GOARCH=arm64&& go build -o bootstrap ./cmd/till\n",
        'cd /d "%~dp0"\nset GOOS=windows\nset GOOS=linux\nset GOARCH=arm64\ngo build -o bootstrap cmd/till/main.go\n',
        "set GOOS=linux\nset GOARCH=arm64\npushd cmd\npopd\ngo build -o bootstrap ./cmd/till\n",
    ],
)
def test_a_build_is_what_its_surroundings_say(script: str) -> None:
    build = built(script)
    assert (known(build.goos), known(build.goarch), known(build.output)) == ("linux", "arm64", "bootstrap")
    assert [known(package) for package in build.packages] == ["cmd/till"]
    assert isinstance(build.ldflags, Known)
    assert build.ldflags.slot is None


def test_a_zip_holds_what_is_packed() -> None:
    for line in (
        "%USERPROFILE%\\Go\\bin\\build-lambda-zip.exe -o till.zip bootstrap",
        "python -m zipfile -c till.zip bootstrap",
        "powershell -v & 7z a till.zip bootstrap",
    ):
        (packed,) = read("build.bat", f"set GOOS=linux\ngo build -o bootstrap ./cmd/till\n{line}\n").zips
        assert (known(packed.output), [known(source) for source in packed.sources]) == ("till.zip", ["bootstrap"])


# -- PowerShell ------------------------------------------------------------------------------------------------------

POWERSHELL = f"""\
<# {CREATE} #>
param([string]$Stage = "dev")
$Name = 'till'
$place = "left hand"
try {{
    {CREATE.replace("till", "$name")} `
        --timeout 25 --memory-size=256 `
        --architectures arm64 `
        --environment "Variables={{PLACE=$place,STAGE=$Stage,OTHER=$env:OTHER,PART=$($Name[0])}}" `
        --zip-file fileb://dist\\till.zip  # the package
}} catch {{
    Write-Host "it's there already: {CREATE}"
}}
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_function_of_powershell_is_what_its_options_say(newline: str) -> None:
    function = till(POWERSHELL.replace("\n", newline), "deploy.ps1")
    assert (known(function.name), known(function.runtime), known(function.handler)) == (
        "till",
        "provided.al2023",
        "bootstrap",
    )
    assert (known(function.timeout), known(function.memory), known(function.architectures)) == (25, 256, ("arm64",))
    assert variables(function) == {
        "PLACE": "left hand",
        "STAGE": "unknown",
        "OTHER": "unknown",
        "PART": "unknown",
    }
    assert function.package is not None
    assert known(function.package.path) == "dist/till.zip"


@pytest.mark.parametrize(
    ("before", "timeout"),
    [
        ("$T = 25", 25),
        ("$t = '25'", 25),
        ("[int]$T = 25", 25),
        ("$env:T = 25; $T = 9", 9),
        ("$T = 25\n$T = 30", "unknown"),
        ("$T += 25", "unknown"),
        ("$T = 20 + 5", "unknown"),
        ("$T = (Get-Content seconds)", "unknown"),
        ("$T = @{ a = 25 }", "unknown"),
        ("$T = @'\n25\n'@", "unknown"),
        ("if ($fast) { $T = 25 }", "unknown"),
        ("try { $T = 25 } catch { throw }", 25),
        ("function Set-It { $T = 25 }", "unknown"),
        ("$T = $Seconds", "unknown"),
        ("# $T = 25", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_variable_of_powershell_is_known_where_it_surely_has_one_value(before: str, timeout: object) -> None:
    assert known(till(f"{before}\n{CREATE} --timeout $T\n", "deploy.ps1").timeout) == timeout


@pytest.mark.parametrize("more", ["@more", "$more", "{ more }"])
def test_options_of_powershell_that_are_not_known_leave_the_rest_open(more: str) -> None:
    assert isinstance(till(f"{CREATE} {more}\n", "deploy.ps1").timeout, Unknown)


def test_a_value_that_is_computed_stands_for_one_option() -> None:
    function = till(f"{CREATE} --role (Get-Role till) --timeout 25 --memory-size $($x.y)\n", "deploy.ps1")
    assert (known(function.timeout), known(function.memory)) == (25, "unknown")


@pytest.mark.parametrize(
    "line",
    [
        f"$made = {CREATE}",
        f"$made = ({CREATE} | ConvertFrom-Json)",
        f"$made = $({CREATE})",
        f"if ($new) {{ {CREATE} }}",
        f"function New-Till($a) {{\n  {CREATE}\n}}",
        f"& {CREATE}",
        f"aws iam list-roles; {CREATE} | Out-Null",
        f"{CREATE} 2>$null",
    ],
)
def test_a_command_of_powershell_is_found_wherever_it_stands(line: str) -> None:
    assert till(line + "\n", "deploy.ps1").label == "till"


@pytest.mark.parametrize(
    "script",
    [
        '$env:GOOS = "linux"\n$env:GOARCH = "arm64"\ngo build -o bootstrap .\\cmd\\till\n',
        "${env:GOOS}='linux'; $env:goarch='arm64'; go build -o bootstrap ./cmd/till; Remove-Item Env:\\GOOS\n",
        '$env:GOOS = "linux"\n$env:GOARCH = "arm64"\nSet-Location cmd/till\ngo build -o ../../bootstrap .\n',
        'Push-Location $PSScriptRoot\n$env:GOOS = "linux"\n$env:GOARCH = "arm64"\ngo build -o bootstrap ./cmd/till\n',
        'function Build {\n  $env:GOOS = "linux"\n  $env:GOARCH = "arm64"\n  go build -o bootstrap ./cmd/till\n}\n',
    ],
)
def test_a_build_of_powershell_is_what_its_surroundings_say(script: str) -> None:
    build = built(script, "build.ps1")
    assert (known(build.goos), known(build.goarch), known(build.output)) == ("linux", "arm64", "bootstrap")
    assert [known(package) for package in build.packages] == ["cmd/till"]


def test_a_variable_that_is_taken_away_is_not_set() -> None:
    build = built('$env:GOOS = "linux"\nRemove-Item Env:GOOS\ngo build ./cmd/till\n', "build.ps1")
    assert (known(build.goos), isinstance(build.goos, Known) and build.goos.default) == ("", True)


def test_an_archive_of_powershell_holds_what_is_packed() -> None:
    script = "go build -o bootstrap ./cmd/till\nCompress-Archive -Path bootstrap -DestinationPath till.zip -Force\n"
    (packed,) = read("build.ps1", script).zips
    assert (known(packed.output), [known(source) for source in packed.sources]) == ("till.zip", ["bootstrap"])


@pytest.mark.parametrize("path", ["a.bat", "a.ps1"])
@pytest.mark.parametrize(
    "text",
    [
        "aws lambda create-function ^",
        "aws lambda create-function `",
        'aws "',
        "aws '",
        "aws @'\n",
        "aws $(",
        "aws ${",
        "aws <#",
        "(" * 5000 + "aws x",
        "{" * 5000 + "aws x",
        "$(" * 5000 + "aws x",
        "if " * 5000 + "aws x",
        'aws "' + "$(" * 5000,
        "set A=%A%%A%\n" * 300 + "aws %A%",
        "$a = \"$a$a\"\n" * 300 + "aws $a",
        "aws \x00\x01\xff\r\r\n)",
        "%%% %~ !! aws x",
        "$ $: $env: @ & aws x",
        "aws " + "x" * 200_000 + "(" * 20_000 + ")" * 20_000,
        "aws " + '"a"' * 60_000,
        "aws " + "%a:" * 60_000 + "!a:" * 20_000,
    ],
)  # fmt: skip
def test_odd_scripts_end_quietly(path: str, text: str) -> None:
    assert read(path, text).builds == ()
