"""Moving constructions to start-up: where it happens, what is left alone and why, and what the compiler says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from lambdalint import fixer
from lambdalint.config import Config
from lambdalint.runner import analyse
from tests.cases import TESTDATA, TODAY, files
from tests.toolchain import go

RULES = ("client-created-per-invocation", "connection-opened-per-invocation")
CODES = ("LL201", "LL202")
HEAD = """package main

import (
	"context"
	"log"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/s3"
)

"""
LOAD = """	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return err
	}
"""
LIST = """	_, err = s3.NewFromConfig(cfg).ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
"""
MAIN = """
func main() {
	lambda.Start(handle)
}
"""
HANDLE = f"func handle(ctx context.Context, text string) error {{\n{LOAD}{LIST}}}\n"


def _project(folder: Path, texts: dict[str, str] | str) -> Path:
    listed = {"main.go": texts} if isinstance(texts, str) else texts
    for path, text in {"go.mod": "module example.com/x\n\ngo 1.24\n", **listed}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def _fixed(folder: Path, texts: dict[str, str] | str, config: Config | None = None) -> dict[str, str]:
    """What all fixes make of a project: the changed files."""
    done = fixer.fix(_project(folder, texts), config or Config(select=CODES), unsafe=True, today=TODAY)
    assert done.problems == ()
    return {path: after.decode() for path, (_, after) in done.changes.items()}


def _reasons(folder: Path, texts: dict[str, str] | str) -> list[str]:
    """Why the findings of a project have no fix."""
    results = analyse(_project(folder, texts), Config(select=CODES), today=TODAY).results
    assert results
    assert [r.fix for r in results] == [None] * len(results)
    found = [related.message for r in results for related in r.related if related.message.startswith("no fix: ")]
    return [message.removeprefix("no fix: ") for message in found]


# -- where it happens ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["init", "main"])
def test_a_configuration_that_main_loads_goes_along(tmp_path: Path, style: str) -> None:
    case = TESTDATA / "rules" / RULES[0] / "config-of-main"
    text = (case / "main.go").read_text(encoding="utf-8")
    fixed = _fixed(tmp_path, text, Config(select=CODES, start_up=style))
    assert fixed == {"main.go": (case / "main.go.golden").read_text(encoding="utf-8")}


def test_main_by_configuration(tmp_path: Path) -> None:
    text = _fixed(tmp_path, HEAD + HANDLE + MAIN, Config(select=CODES, start_up="main"))["main.go"]
    assert "func init()" not in text
    main = text[text.index("func main()") :]
    assert main == (
        "func main() {\n"
        "\tcfg, err := config.LoadDefaultConfig(context.Background())\n"
        "\tif err != nil {\n"
        '\t\tlog.Fatalf("load AWS configuration: %v", err)\n'
        "\t}\n"
        "\ts3Client = s3.NewFromConfig(cfg)\n"
        "\tlambda.Start(handle)\n"
        "}\n"
    )


def test_a_main_of_one_line_is_unfolded(tmp_path: Path) -> None:
    started = "\nfunc main() { lambda.Start(handle) }\n"
    text = _fixed(tmp_path, HEAD + HANDLE + started, Config(select=CODES, start_up="main"))["main.go"]
    assert "func init()" not in text
    assert text.endswith(
        "\nvar s3Client *s3.Client\n\n"
        "func main() {\n"
        "\tcfg, err := config.LoadDefaultConfig(context.Background())\n"
        "\tif err != nil {\n"
        '\t\tlog.Fatalf("load AWS configuration: %v", err)\n'
        "\t}\n"
        "\ts3Client = s3.NewFromConfig(cfg)\n"
        "\tlambda.Start(handle)\n"
        "}\n"
    )


@pytest.mark.parametrize(
    "started",
    [
        'func main() { log.SetFlags(0); lambda.Start(handle); log.Print("never") }\n',
        'func main() {\n\tlog.SetFlags(0); lambda.Start(handle)\n\tlog.Print("never")\n}\n',
        'func main() { log.SetFlags(0); lambda.Start(handle)\n\tlog.Print("never")\n}\n',
    ],
)
def test_statements_of_one_line_get_a_line_each(tmp_path: Path, started: str) -> None:
    text = _fixed(tmp_path, HEAD + HANDLE + "\n" + started, Config(select=CODES, start_up="main"))["main.go"]
    assert "func init()" not in text
    first = "func main() { log.SetFlags(0)\n" if "{ log" in started and "\n\t" in started else None
    assert text.endswith(
        (first or "func main() {\n\tlog.SetFlags(0)\n")
        + "\tcfg, err := config.LoadDefaultConfig(context.Background())\n"
        "\tif err != nil {\n"
        '\t\tlog.Fatalf("load AWS configuration: %v", err)\n'
        "\t}\n"
        "\ts3Client = s3.NewFromConfig(cfg)\n"
        "\tlambda.Start(handle)\n"
        '\tlog.Print("never")\n'
        "}\n"
    )


def test_a_comment_between_statements_of_one_line_keeps_them_together(tmp_path: Path) -> None:
    started = "\nfunc main() { log.SetFlags(0); /* go */ lambda.Start(handle) }\n"
    text = _fixed(tmp_path, HEAD + HANDLE + started, Config(select=CODES, start_up="main"))["main.go"]
    assert text.endswith(started)
    assert "func init()" in text


@pytest.mark.parametrize("width", [2, 3, 4])
def test_a_file_that_is_indented_by_spaces_stays_so(tmp_path: Path, width: int) -> None:
    tabs = HEAD.replace('\t"log"\n', "") + HANDLE + MAIN
    (tmp_path / "tabs").mkdir()
    expected = _fixed(tmp_path / "tabs", tabs)["main.go"].replace("\t", " " * width)
    (tmp_path / "spaces").mkdir()
    assert _fixed(tmp_path / "spaces", tabs.replace("\t", " " * width))["main.go"] == expected
    assert '"log"' in expected


def test_what_another_file_logs_with_can_be_imported(tmp_path: Path) -> None:
    head = HEAD.replace('\t"log"\n\t"os"\n', "").replace('\t"github.com/aws/aws-lambda-go/lambda"\n', "")
    main = 'package main\n\nimport (\n\t"log"\n\n\t"github.com/aws/aws-lambda-go/lambda"\n)\n'
    main += "\nfunc main() {\n\tlog.SetFlags(0)\n\tlambda.Start(handle)\n}\n"
    text = _fixed(tmp_path, {"handle.go": head + HANDLE, "main.go": main})["handle.go"]
    assert '\t"context"\n\t"log"\n' in text
    assert '\t\tlog.Fatalf("load AWS configuration: %v", err)\n' in text


def test_main_where_it_sets_what_is_needed(tmp_path: Path) -> None:
    own = HANDLE.replace("Config(ctx)", "Config(ctx, config.WithRegion(region))")
    started = '\nvar region string\n\nfunc main() {\n\tregion = os.Getenv("R")\n\tlambda.Start(handle)\n}\n'
    text = _fixed(tmp_path, HEAD + own + started)["main.go"]
    assert text.index('region = os.Getenv("R")') < text.index("config.LoadDefaultConfig(context.Background()")
    assert "func init()" not in text


def test_a_single_binary_with_several_handlers_shares_a_configuration(tmp_path: Path) -> None:
    other = HANDLE.replace("func handle", "func other").replace("ListBuckets(ctx, &s3.ListBucketsInput{})", "Options()")
    other = other.replace("_, err = ", "_ = ").replace("return err\n}\n", "return nil\n}\n")
    started = '\nfunc main() {\n\tif os.Getenv("A") != "" {\n\t\tlambda.Start(other)\n\t}\n\tlambda.Start(handle)\n}\n'
    text = _fixed(tmp_path, HEAD + HANDLE + "\n" + other + started)["main.go"]
    assert text.count("LoadDefaultConfig") == 1
    assert text.count("s3.NewFromConfig") == 1


def test_what_is_accepted_stays(tmp_path: Path) -> None:
    kept = HANDLE.replace("func handle", "func kept").replace(
        "Config(ctx)\n", "Config(ctx) // lambdalint:ignore[LL201] -- credentials change\n"
    )
    calls = HANDLE.replace("return err\n}\n", "if err != nil {\n\t\treturn err\n\t}\n\treturn kept(ctx, text)\n}\n")
    text = _fixed(tmp_path, HEAD + calls + "\n" + kept + MAIN)["main.go"]
    assert "cfg, err := config.LoadDefaultConfig(ctx) // lambdalint:ignore" in text
    assert "cfg, err := config.LoadDefaultConfig(context.Background())\n" in text


def test_two_rules_in_one_package_choose_different_names(tmp_path: Path) -> None:
    handle = HANDLE.replace("_, err = s3.NewFromConfig(cfg).", "files := s3.NewFromConfig(cfg)\n\t_, err = files.")
    handle = handle.replace(
        "\treturn err\n}\n", "\tif err != nil {\n\t\treturn err\n\t}\n\treturn cached(ctx, text)\n}\n"
    )
    cached = (
        'package main\n\nimport (\n\t"context"\n\n\t"github.com/redis/go-redis/v9"\n)\n\n'
        "func cached(ctx context.Context, key string) error {\n\tfiles := redis.NewClient(&redis.Options{})\n"
        "\treturn files.Get(ctx, key).Err()\n}\n"
    )
    texts = _fixed(tmp_path, {"main.go": HEAD + handle + MAIN, "cached.go": cached})
    assert "\nvar s3Client *s3.Client\n" in texts["main.go"]
    assert "\nvar files *redis.Client\n" in texts["cached.go"]


def test_programs_that_share_a_folder_choose_names_for_themselves(tmp_path: Path) -> None:
    handle = HANDLE.replace("_, err = s3.NewFromConfig(cfg).", "files := s3.NewFromConfig(cfg)\n\t_, err = files.")
    texts = _fixed(tmp_path, {"get.go": HEAD + handle + MAIN, "put.go": HEAD + handle + MAIN})
    assert "\nvar files *s3.Client\n" in texts["get.go"]
    assert "\nvar files *s3.Client\n" in texts["put.go"]


def test_the_title_speaks_of_all_that_is_built() -> None:
    folder = TESTDATA / "rules" / RULES[0] / "library-of-a-tool"
    titles = {r.fix.title for r in analyse(folder, Config(select=CODES), today=TODAY).results if r.fix is not None}
    assert "build ddbClient and sharedDdbClient once, when they are first needed" in titles


def test_a_library_that_ends_programs_without_what_it_needs(tmp_path: Path) -> None:
    query = (
        'package store\n\nimport (\n\t"context"\n\t"database/sql"\n\t"os"\n)\n\n'
        'func Query(ctx context.Context) error {\n\tdb, err := sql.Open("pgx", os.Getenv("DATABASE"))\n'
        '\tif err != nil {\n\t\treturn err\n\t}\n\t_, err = db.ExecContext(ctx, "select 1")\n\treturn err\n}\n\n'
        "func Name() string { return os.Args[0] }\n"
    )
    head = (
        'package main\n\nimport (\n\t"context"\n\n\t"github.com/aws/aws-lambda-go/lambda"\n\n\t"example.com/x/store"\n)'
        "\n\nfunc handle(ctx context.Context) %s\n"
    )
    texts = {
        "store/store.go": query,
        "a/main.go": head % "error { return store.Query(ctx) }" + MAIN,
        "b/main.go": head % "(string, error) { return store.Name(), nil }" + MAIN,
    }
    text = _fixed(tmp_path, texts)["store/store.go"]
    assert "func init()" not in text
    assert "var database = sync.OnceValues(func() (*sql.DB, error) {\n" in text
    assert "\tdb, err := database()\n\tif err != nil {\n\t\treturn err\n" in text


def test_a_pool_that_waits_is_not_for_programs_without_a_database(tmp_path: Path) -> None:
    query = (
        'package store\n\nimport (\n\t"os"\n\n\t"github.com/jmoiron/sqlx"\n)\n\n'
        'func Query() error {\n\tdb, err := sqlx.Connect("pgx", os.Getenv("DATABASE"))\n'
        '\tif err != nil {\n\t\treturn err\n\t}\n\t_, err = db.Exec("select 1")\n\treturn err\n}\n'
    )
    main = 'package main\n\nimport (\n\t"github.com/aws/aws-lambda-go/lambda"\n\n\t"example.com/x/store"\n)\n\n'
    main += "func handle() error { return store.Query() }\n" + MAIN
    assert _reasons(tmp_path, {"store/store.go": query, "a/main.go": main}) == [
        "every program that has its package would wait for it"
    ]


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    folder = _project(tmp_path, "")
    (folder / "main.go").write_bytes((HEAD + HANDLE + MAIN).replace("\n", "\r\n").encode())
    done = fixer.fix(folder, Config(select=CODES), unsafe=True, today=TODAY)
    _, after = done.changes["main.go"]
    assert after.count(b"\n") == after.count(b"\r\n")


CHOOSE = """	var client *s3.Client
	if endpoint := os.Getenv("ENDPOINT"); endpoint != "" {
		client = s3.NewFromConfig(cfg, func(o *s3.Options) { o.BaseEndpoint = &endpoint })
	} else {
		client = s3.NewFromConfig(cfg)
	}
	_, err = client.ListBuckets(ctx, &s3.ListBucketsInput{})
	return err
"""


def test_a_choice_moves_to_main_as_a_whole(tmp_path: Path) -> None:
    handle = f"func handle(ctx context.Context) error {{\n{LOAD}{CHOOSE}}}\n"
    text = _fixed(tmp_path, HEAD + handle + MAIN, Config(select=CODES, start_up="main"))["main.go"]
    assert text.endswith(
        '\t\tlog.Fatalf("load AWS configuration: %v", err)\n'
        "\t}\n"
        '\tif endpoint := os.Getenv("ENDPOINT"); endpoint != "" {\n'
        "\t\ts3Client = s3.NewFromConfig(cfg, func(o *s3.Options) { o.BaseEndpoint = &endpoint })\n"
        "\t} else {\n"
        "\t\ts3Client = s3.NewFromConfig(cfg)\n"
        "\t}\n"
        "\tlambda.Start(handle)\n"
        "}\n"
    )
    assert "func handle(ctx context.Context) error {\n\t_, err := s3Client.ListBuckets(" in text


@pytest.mark.parametrize("other", ["a.go", "z.go"])
@pytest.mark.parametrize("style", ["init", "main"])
def test_a_helper_in_another_file_gets_its_client_where_the_configuration_is(
    tmp_path: Path, other: str, style: str
) -> None:
    helper = (
        'package main\n\nimport (\n\t"context"\n\n\t"github.com/aws/aws-sdk-go-v2/aws"\n'
        '\t"github.com/aws/aws-sdk-go-v2/service/sqs"\n)\n\n'
        "func list(ctx context.Context, cfg aws.Config) error {\n\tclient := sqs.NewFromConfig(cfg)\n"
        "\t_, err := client.ListQueues(ctx, &sqs.ListQueuesInput{})\n\treturn err\n}\n"
    )
    handle = f"func handle(ctx context.Context) error {{\n{LOAD}\treturn list(ctx, cfg)\n}}\n"
    head = HEAD.replace('\t"github.com/aws/aws-sdk-go-v2/service/s3"\n', "")
    texts = _fixed(tmp_path, {"main.go": head + handle + MAIN, other: helper}, Config(select=CODES, start_up=style))
    assert "\tsqsClient = sqs.NewFromConfig(cfg)\n" in texts["main.go"]
    assert "\treturn list(ctx)\n" in texts["main.go"]
    assert "func list(ctx context.Context) error {\n\t_, err := sqsClient.ListQueues(" in texts[other]
    assert "aws-sdk-go-v2/aws" not in texts[other]


def test_tests_keep_the_parameters_that_they_give(tmp_path: Path) -> None:
    helper = (
        "func list(ctx context.Context, cfg aws.Config) error {\n"
        "\t_, err := s3.NewFromConfig(cfg).ListBuckets(ctx, nil)\n\treturn err\n}\n\n"
    )
    head = HEAD.replace(
        '\t"github.com/aws/aws-sdk-go-v2/config"\n',
        '\t"github.com/aws/aws-sdk-go-v2/aws"\n\t"github.com/aws/aws-sdk-go-v2/config"\n',
    )
    handle = f"func handle(ctx context.Context) error {{\n{LOAD}\treturn list(ctx, cfg)\n}}\n"
    test = (
        'package main\n\nimport (\n\t"context"\n\t"testing"\n\n\t"github.com/aws/aws-sdk-go-v2/aws"\n)\n\n'
        "func TestList(t *testing.T) {\n\t_ = list(context.Background(), aws.Config{})\n}\n"
    )
    text = _fixed(tmp_path, {"main.go": head + helper + handle + MAIN, "main_test.go": test})["main.go"]
    assert helper in text


# -- what is left alone ----------------------------------------------------------------------------------------------

ALONE = {
    "its error isn't checked right after it": LOAD.replace("\tif", "\tgo println(cfg.Region)\n\tif") + LIST,
    "the handler goes on without it": LOAD.replace("return err\n\t}", "log.Println(err)\n\t}") + LIST,
    "it depends on given, which is passed in": LOAD.replace("(ctx)", "(ctx, given...)") + LIST,
    "cfg gets another value here": LOAD + "\tcfg = cfg.Copy()\n" + LIST,
    "the address of cfg is taken here": LOAD + "\tlog.Println(&cfg)\n" + LIST,
    "it shares its line with something else": LOAD.replace("\tcfg", "\tvar _ = ctx; cfg") + LIST,
}


@pytest.mark.parametrize("reason", ALONE)
def test_reasons(reason: str, tmp_path: Path) -> None:
    body = ALONE[reason]
    helper = "func use(ctx context.Context, given ...func(*config.LoadOptions) error) error {\n" + body + "}\n"
    handle = "\nfunc handle(ctx context.Context) error { return use(ctx) }\n"
    assert _reasons(tmp_path, HEAD + helper + handle + MAIN) == [reason]


def test_a_program_that_changes_its_environment_before(tmp_path: Path) -> None:
    started = '\nfunc main() {\n\tos.Setenv("AWS_REGION", "eu-west-1")\n\tlambda.Start(handle)\n}\n'
    text = _fixed(tmp_path, HEAD + HANDLE + started)["main.go"]
    assert "func init()" not in text
    assert "var s3Client = sync.OnceValues(" in text


@pytest.mark.parametrize("key", ['"AWS_REGION"', "text"])
def test_a_handler_that_changes_its_environment(key: str, tmp_path: Path) -> None:
    sets = f'string) error {{\n\tos.Setenv({key}, "eu-west-1")\n'
    changing = HANDLE.replace("string) error {\n", sets)
    assert _reasons(tmp_path, HEAD + changing + MAIN) == ["the program changes its own environment"]


def test_a_handler_that_reads_what_it_sets(tmp_path: Path) -> None:
    sets = 'string) error {\n\tos.Setenv("PLACE", text)\n'
    changing = HANDLE.replace("string) error {\n", sets)
    reading = changing.replace("Config(ctx)", 'Config(ctx, config.WithRegion(os.Getenv("PLACE")))')
    assert _reasons(tmp_path, HEAD + reading + MAIN) == ["the program changes its own environment"]
    assert "func init()" in _fixed(tmp_path, HEAD + changing + MAIN)["main.go"]


def test_a_copy_of_what_changes_is_not_made(tmp_path: Path) -> None:
    text = (
        'package main\n\nimport (\n\t"crypto/tls"\n\t"crypto/x509"\n\t"net/http"\n\n'
        '\t"github.com/aws/aws-lambda-go/lambda"\n)\n\n'
        "func handle(pem string) error {\n\tpool := x509.NewCertPool()\n\tpool.AppendCertsFromPEM([]byte(pem))\n"
        "\ttransport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}\n"
        '\t_, err := (&http.Client{Transport: transport}).Get("https://example.com")\n\treturn err\n}\n'
    )
    assert _reasons(tmp_path, text + MAIN) == ["it depends on pool, which may be changed here"]


def test_what_changes_is_made_anew_with_a_client_that_stays(tmp_path: Path) -> None:
    store = (
        "type store struct {\n\tclient *s3.Client\n\tseen   int\n}\n\n"
        "func open(ctx context.Context) (*store, error) {\n\tcfg, err := config.LoadDefaultConfig(ctx)\n"
        "\tif err != nil {\n\t\treturn nil, err\n\t}\n\treturn &store{client: s3.NewFromConfig(cfg)}, nil\n}\n\n"
        "func (s *store) count() { s.seen++ }\n\n"
        "func handle(ctx context.Context) error {\n\ts, err := open(ctx)\n\tif err != nil {\n\t\treturn err\n\t}\n"
        "\ts.count()\n\tlog.Println(s.seen)\n\treturn nil\n}\n"
    )
    text = _fixed(tmp_path, HEAD + store + MAIN)["main.go"]
    assert "{\n\treturn &store{client: s3Client}, nil\n}" in text
    assert "{\n\ts, err := open(ctx)\n" in text


def test_a_function_that_start_up_uses_itself(tmp_path: Path) -> None:
    early = "\nvar first = handle(context.Background(), os.Args[0])\n"
    text = _fixed(tmp_path, HEAD + HANDLE + early + MAIN)["main.go"]
    assert "func init()" not in text
    assert "\tclient, err := s3Client()\n" in text


def test_a_client_that_is_closed_elsewhere(tmp_path: Path) -> None:
    text = (
        'package main\n\nimport (\n\t"context"\n\t"database/sql"\n\n\t"github.com/aws/aws-lambda-go/lambda"\n)\n\n'
        "func query(ctx context.Context, db *sql.DB) error {\n\tdefer db.Close()\n\treturn db.PingContext(ctx)\n}\n\n"
        'func handle(ctx context.Context) error {\n\tdb, err := sql.Open("pgx", "")\n'
        "\tif err != nil {\n\t\treturn err\n\t}\n\treturn query(ctx, db)\n}\n"
    )
    assert _reasons(tmp_path, text + MAIN) == ["db is closed here"]


def test_a_client_that_is_closed_with_what_wraps_it(tmp_path: Path) -> None:
    text = (
        'package main\n\nimport (\n\t"database/sql"\n\n\t"github.com/aws/aws-lambda-go/lambda"\n)\n\n'
        "type store struct {\n\tdb *sql.DB\n}\n\n"
        "func newStore(db *sql.DB, table string) *store { return &store{db} }\n\n"
        "func (s *store) Close() error { return s.db.Close() }\n\n"
        'func handle(table string) error {\n\tdb, err := sql.Open("pgx", "")\n'
        "\tif err != nil {\n\t\treturn err\n\t}\n"
        "\ts := newStore(db, table)\n\tdefer s.Close()\n\treturn s.db.Ping()\n}\n"
    )
    assert _reasons(tmp_path, text + MAIN) == ["db may be closed here"]


# -- the compiler ----------------------------------------------------------------------------------------------------


def test_fixed_cases_pass_vet(tmp_path: Path) -> None:
    """With the tests beside them."""
    versions = (TESTDATA / "rules" / "GO_VERSIONS.txt").read_text(encoding="utf-8")
    requires = "".join(f"\t{line}\n" for line in versions.splitlines() if line.strip())
    (tmp_path / "go.mod").write_text(f"module example.com/all\n\ngo 1.24\n\nrequire (\n{requires})\n")
    for case in sorted(folder for rule in RULES for folder in (TESTDATA / "rules" / rule).iterdir()):
        listed = dict(files(case))
        if "NOT_COMPILED" in listed or not any(path.endswith(".golden") for path in listed):
            continue
        name = re.sub(r"\W", "_", case.name)
        for path, file in listed.items():
            if path.endswith(".go"):
                text = listed.get(f"{path}.golden", file).read_text(encoding="utf-8")
                (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name / path).write_text(text.replace('"example.com/x/', f'"example.com/all/{name}/'))
    run = subprocess.run(
        [go.command(), "vet", "-mod=mod", "./..."],
        cwd=tmp_path,
        env=go.environment(tmp_path),
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr[-4000:]
