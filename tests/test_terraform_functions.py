"""The functions of the Terraform language: those that are computed over known values, and those that never are."""

from __future__ import annotations

import json

import pytest

from lambdalint.frontends.hcl.instances import Realm
from lambdalint.frontends.hcl.loading import load
from lambdalint.frontends.hcl.values import Fields, HclValue, Items, Scalar, plain
from lambdalint.source import Span

UNREADABLE = "not known"
_SECOND = ("parseint", "split", "join", "trim", "regex", "regexall", "indent")

# Each is evaluated; the result as JSON.
EXAMPLES: dict[str, list[tuple[str, str]]] = {
    "abs": [("abs(-12.4)", "12.4"), ("abs(23)", "23")],
    "abspath": [
        ('basename(abspath("./a/../b"))', '"b"'),
        ('trimprefix(abspath("./a/../b/c"), abspath("b"))', '"/c"'),
        ('abspath("/opt/../srv")', '"/srv"'),
    ],
    "alltrue": [('alltrue(["true", true])', "true"), ("alltrue([])", "true"), ("alltrue([true, false])", "false")],
    "anytrue": [('anytrue(["true"])', "true"), ("anytrue([])", "false")],
    "base64decode": [('base64decode("SGVsbG8gV29ybGQ=")', '"Hello World"'), ('can(base64decode("§"))', "false")],
    "base64encode": [('base64encode("Hello World")', '"SGVsbG8gV29ybGQ="')],
    "basename": [('basename("foo/bar/baz.txt")', '"baz.txt"'), ('basename("a/b/")', '"b"'), ('basename("")', '"."')],
    "can": [("can(local.a.absent)", "false"), ('can(local.a["b"])', "true"), ('can(regex("^x", "y"))', "false")],
    "ceil": [("ceil(5)", "5"), ("ceil(5.1)", "6"), ("ceil(-1.1)", "-1")],
    "chomp": [('chomp("hello\\r\\n\\n")', '"hello"')],
    "chunklist": [('chunklist(["a", "b", "c", "d", "e"], 2)', '[["a","b"],["c","d"],["e"]]')],
    "cidrcontains": [('cidrcontains("10.0.0.0/8", "10.2.3.4")', "true"), ('cidrcontains("::/8", "10.2.3.4")', "false")],
    "cidrhost": [
        ('cidrhost("10.12.112.0/20", 16)', '"10.12.112.16"'),
        ('cidrhost("10.12.112.0/20", -1)', '"10.12.127.255"'),
        ('cidrhost("fd00:fd12:3456:7890:00a2::/72", 34)', '"fd00:fd12:3456:7890::22"'),
        ('can(cidrhost("10.0.0.0/30", 9))', "false"),
    ],
    "cidrnetmask": [('cidrnetmask("172.16.0.0/12")', '"255.240.0.0"')],
    "cidrsubnet": [
        ('cidrsubnet("172.16.0.0/12", 4, 2)', '"172.18.0.0/16"'),
        ('cidrsubnet("10.1.2.0/24", 4, 15)', '"10.1.2.240/28"'),
        ('cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162)', '"fd00:fd12:3456:7800:a200::/72"'),
        ('can(cidrsubnet("10.1.2.0/24", 4, 16))', "false"),
    ],
    "cidrsubnets": [
        (
            'cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)',
            '["10.1.0.0/20","10.1.16.0/20","10.1.32.0/24","10.1.48.0/20"]',
        ),
        ('can(cidrsubnets("10.0.0.0/30", 1, 1, 1))', "false"),
    ],
    "coalesce": [('coalesce("a", "b")', '"a"'), ('coalesce("", "b")', '"b"'), ("coalesce(null, 1)", "1")],
    "coalescelist": [('coalescelist([], ["c"])', '["c"]')],
    "compact": [('compact(["a", "", "b", null, "c"])', '["a","b","c"]')],
    "concat": [('concat(["a", ""], ["b", "c"])', '["a","","b","c"]')],
    "contains": [('contains(["a", "b"], "a")', "true"), ('contains(["a"], "d")', "false")],
    "csvdecode": [
        (
            'csvdecode("a,b,c\\n1,\\"2, 3\\",4\\n5,6,7")',
            '[{"a":"1","b":"2, 3","c":"4"},{"a":"5","b":"6","c":"7"}]',
        )
    ],
    "dirname": [('dirname("foo/bar/baz.txt")', '"foo/bar"'), ('dirname("a")', '"."'), ('dirname("a//b")', '"a"')],
    "distinct": [('distinct(["a", "b", "a", "c", "d", "b"])', '["a","b","c","d"]')],
    "element": [('element(["a", "b", "c"], 3)', '"a"'), ('element(["a", "b", "c"], -1)', '"c"')],
    "endswith": [('endswith("hello world", "world")', "true"), ('endswith("hello world", "hello")', "false")],
    "ephemeralasnull": [('ephemeralasnull("x") == null', "true")],
    "file": [('file("hello.txt")', '"Hello"'), ('file("${path.module}/hello.txt")', '"Hello"')],
    "fileexists": [('fileexists("hello.txt")', "true")],
    "fileset": [
        ('fileset("conf", "*.json")', '["a.json","b.json"]'),
        ('fileset("conf", "**/*.{json,yaml}")', '["a.json","b.json","deep/c.yaml"]'),
        ('fileset(path.module, "conf/[ab].json")', '["conf/a.json","conf/b.json"]'),
        ('fileset("conf", "[^b]*.json")', '["a.json"]'),
        ('fileset("conf", "[a-c].json")', '["a.json","b.json"]'),
        ('fileset("conf", "?.{json}")', '["a.json","b.json"]'),
        ('fileset("conf", "*/c.yaml")', '["deep/c.yaml"]'),
        ('fileset(".", "**/deep/**/*.yaml")', '["conf/deep/c.yaml"]'),
        ('fileset("conf", "[z-a].json")', "[]"),
        ('fileset("conf", "*.yaml")', "[]"),
    ],
    "flatten": [('flatten([["a", "b"], [], ["c", [["d"]]]])', '["a","b","c","d"]')],
    "floor": [("floor(4.9)", "4"), ("floor(-1.1)", "-2")],
    "format": [
        ('format("Hello, %s!", "Ander")', '"Hello, Ander!"'),
        ('format("There are %d lights", 4)', '"There are 4 lights"'),
        ('format("%03d|%5.1f|%-4s|%x|%%|%t", 7, 2.25, "ab", 255, true)', '"007|  2.2|ab  |ff|%|true"'),
        ('format("%[2]s %[1]s", "a", "b")', '"b a"'),
        ('format("%[2]s %s", "a", "b", "c")', '"b c"'),
    ],
    "formatlist": [('formatlist("Hello, %s!", ["Ander", "Olivia"])', '["Hello, Ander!","Hello, Olivia!"]')],
    "indent": [('indent(2, "[\\nfoo\\n]")', '"[\\n  foo\\n  ]"')],
    "index": [('index(["a", "b", "c"], "b")', "1"), ('can(index(["a"], "z"))', "false")],
    "join": [('join(", ", ["foo", "bar"])', '"foo, bar"'), ('join("", [])', '""')],
    "jsondecode": [
        ('jsondecode("{\\"hello\\": \\"world\\", \\"n\\": [1, null]}")', '{"hello":"world","n":[1,null]}'),
        ('jsondecode("true")', "true"),
        ('jsondecode(jsonencode({ a = "b" })).a', '"b"'),
        ('jsondecode(file("conf/a.json")).name', '"a"'),
        ('can(jsondecode("{"))', "false"),
    ],
    "jsonencode": [("jsondecode(jsonencode({ a = [1] })).a", "[1]")],
    "keys": [("keys({ a = 1, c = 2, d = 3 })", '["a","c","d"]')],
    "length": [
        ("length([])", "0"),
        ('length(["a", "b"])', "2"),
        ('length({ a = "b" })', "1"),
        ('length("hello")', "5"),
    ],
    "list": [('list("a", "b")', '["a","b"]')],
    "log": [("log(16, 2)", "4"), ("log(1, 10)", "0")],
    "lookup": [('lookup({ a = "ay" }, "a", "what?")', '"ay"'), ('lookup({ a = "ay" }, "c", "what?")', '"what?"')],
    "lower": [('lower("HELLO")', '"hello"')],
    "map": [('map("a", "b", "c", "d")', '{"a":"b","c":"d"}')],
    "matchkeys": [('matchkeys(["i-1", "i-2", "i-3"], ["w", "e", "e"], ["e"])', '["i-2","i-3"]')],
    "max": [("max(12, 54, 3)", "54"), ("max([12, 54, 3]...)", "54")],
    "merge": [('merge({ a = "b", c = "d" }, { e = "f", c = "z" })', '{"a":"b","c":"z","e":"f"}')],
    "min": [("min(12, 54, 3)", "3")],
    "nonsensitive": [('nonsensitive("x")', '"x"')],
    "one": [('one(["hello"])', '"hello"'), ('can(one(["a", "b"]))', "false")],
    "parseint": [
        ('parseint("100", 10)', "100"),
        ('parseint("FF", 16)', "255"),
        ('parseint("-10", 16)', "-16"),
        ('parseint("1011111011101111", 2)', "48879"),
        ('can(parseint("12345", 2))', "false"),
    ],
    "pathexpand": [('pathexpand("/etc/x")', '"/etc/x"')],
    "pow": [("pow(3, 2)", "9"), ("pow(4, 0)", "1")],
    "range": [
        ("range(3)", "[0,1,2]"),
        ("range(1, 8, 2)", "[1,3,5,7]"),
        ("range(4, 1)", "[4,3,2]"),
        ("range(10, 5, -2)", "[10,8,6]"),
    ],
    "regex": [
        ('regex("[a-z]+", "53453453.345345aaabbbccc23454")', '"aaabbbccc"'),
        (
            'regex("(\\\\d\\\\d\\\\d\\\\d)-(\\\\d\\\\d)-(\\\\d\\\\d)", "2019-02-01")',
            '["2019","02","01"]',
        ),
        (
            'regex("^(?:(?P<scheme>[^:/?#]+):)?(?://(?P<authority>[^/?#]*))?", "https://terraform.io/docs/")',
            '{"scheme":"https","authority":"terraform.io"}',
        ),
        ('can(regex("[a-z]+", "53453453.34534523454"))', "false"),
    ],
    "regexall": [
        ('regexall("[a-z]+", "1234abcd5678efgh9")', '["abcd","efgh"]'),
        ('length(regexall("[a-z]+", "1234"))', "0"),
    ],
    "replace": [
        ('replace("1 + 2 + 3", "+", "-")', '"1 - 2 - 3"'),
        ('replace("hello world", "/w.*d/", "everybody")', '"hello everybody"'),
        ('replace("a.b.c", "/\\\\./", "-")', '"a-b-c"'),
        ('replace("key=value", "/(\\\\w+)=(\\\\w+)/", "$2=$1")', '"value=key"'),
    ],
    "reverse": [("reverse([1, 2, 3])", "[3,2,1]")],
    "sensitive": [('sensitive("x")', '"x"')],
    "setintersection": [('setintersection(["a", "b"], ["b", "c"], ["b", "d"])', '["b"]')],
    "setproduct": [
        (
            'setproduct(["dev", "prod"], ["a", "b"])',
            '[["dev","a"],["dev","b"],["prod","a"],["prod","b"]]',
        ),
        ('setproduct(["dev"], [])', "[]"),
    ],
    "setsubtract": [('setsubtract(["a", "b", "c"], ["a", "c"])', '["b"]')],
    "setunion": [('setunion(["b", "a"], ["b", "c"], ["d"])', '["a","b","c","d"]')],
    "signum": [("signum(-13)", "-1"), ("signum(0)", "0"), ("signum(344)", "1")],
    "slice": [('slice(["a", "b", "c", "d"], 1, 3)', '["b","c"]')],
    "sort": [('sort(["e", "d", "a", "x"])', '["a","d","e","x"]')],
    "split": [('split(",", "foo,bar,baz")', '["foo","bar","baz"]'), ('split(",", "")', '[""]')],
    "startswith": [('startswith("hello world", "hello")', "true")],
    "strcontains": [('strcontains("hello world", "wor")', "true"), ('strcontains("hello", "x")', "false")],
    "strrev": [('strrev("hello")', '"olleh"')],
    "substr": [
        ('substr("hello world", 1, 4)', '"ello"'),
        ('substr("hello world", -5, -1)', '"world"'),
        ('substr("hello world", 6, 10)', '"world"'),
    ],
    "sum": [("sum([10, 13, 6, 4.5])", "33.5")],
    "templatefile": [('templatefile("greet.tftpl", { name = "Ada" })', '"Hello, Ada"')],
    "title": [('title("hello world")', '"Hello World"'), ('title("an HTTP api")', '"An HTTP Api"')],
    "tobool": [('tobool("true")', "true"), ('can(tobool("no"))', "false")],
    "tolist": [('tolist(toset(["b", "a"]))[0]', '"a"')],
    "tomap": [('tomap({ a = 1, b = 2 })["b"]', "2")],
    "tonumber": [('tonumber("1")', "1"), ('can(tonumber("no"))', "false")],
    "toset": [('toset(["c", "b", "b"])', '["b","c"]'), ("toset([10, 9])", "[9,10]")],
    "tostring": [("tostring(1)", '"1"'), ("tostring(true)", '"true"')],
    "transpose": [('transpose({ a = ["1", "2"], b = ["2", "3"] })', '{"1":["a"],"2":["a","b"],"3":["b"]}')],
    "trim": [('trim("?!hello?!", "!?")', '"hello"'), ('trim("foobar", "far")', '"oob"')],
    "trimprefix": [('trimprefix("helloworld", "hello")', '"world"')],
    "trimspace": [('trimspace("  hello\\n\\n")', '"hello"')],
    "trimsuffix": [('trimsuffix("helloworld", "world")', '"hello"')],
    "try": [('try(local.a.absent, "fallback")', '"fallback"'), ('try(tonumber("x"), 3)', "3")],
    "upper": [('upper("hello")', '"HELLO"')],
    "urldecode": [('urldecode("a%20b+c")', '"a b c"')],
    "urlencode": [('urlencode("Hello World!&")', '"Hello+World%21%26"')],
    "values": [("values({ a = 3, c = 2, d = 1 })", "[3,2,1]")],
    "yamldecode": [
        ('yamldecode("a: 1\\nb: [x, true]\\n")', '{"a":1,"b":["x",true]}'),
        ('yamldecode(file("conf/deep/c.yaml")).name', '"c"'),
    ],
    "zipmap": [('zipmap(["a", "b"], [1, 2])', '{"a":1,"b":2}'), ('can(zipmap(["a"], []))', "false")],
}

# None of these is a fact about a function that anything is judged by.
HASH = "the digest of a text or file: it says that something changes, never what"
EACH_RUN = "another value at each run"
CLOCK = "arithmetic with times, which no property of a function holds"
FORM = "text whose form is all that matters"
UNKNOWN = {
    "base64gunzip": FORM,
    "base64gzip": FORM,
    "base64sha256": HASH,
    "base64sha512": HASH,
    "bcrypt": EACH_RUN,
    "filebase64": FORM,
    "filebase64sha256": HASH,
    "filebase64sha512": HASH,
    "filemd5": HASH,
    "filesha1": HASH,
    "filesha256": HASH,
    "filesha512": HASH,
    "formatdate": CLOCK,
    "issensitive": "what is hidden from output is the same value otherwise",
    "md5": HASH,
    "plantimestamp": EACH_RUN,
    "rsadecrypt": "a secret",
    "sha1": HASH,
    "sha256": HASH,
    "sha512": HASH,
    "templatestring": "the text of a template that something else has made",
    "textdecodebase64": FORM,
    "textencodebase64": FORM,
    "timeadd": CLOCK,
    "timecmp": CLOCK,
    "timestamp": EACH_RUN,
    "type": "only for people at a console",
    "uuid": EACH_RUN,
    "uuidv5": HASH,
    "yamlencode": FORM,
}

FILES = {
    "hello.txt": "Hello",
    "greet.tftpl": "Hello, ${name}",
    "conf/a.json": '{"name": "a"}',
    "conf/b.json": "{}",
    "conf/deep/c.yaml": "name: c\n",
}


def result(expression: str) -> object:
    """What an expression gives, as JSON has it; `UNREADABLE` where something of it isn't known."""
    files = {"main.tf": f'locals {{\n  a      = {{ b = "c" }}\n  result = {expression}\n}}\n', **FILES}
    data = {path: text.encode() for path, text in files.items()}
    paths = sorted(data)
    loaded = load(data.get, paths)
    assert loaded.broken == ()
    realm = Realm(".", loaded.modules, data.get, paths)
    return _plain(realm.top.local("result", Span("main.tf", 0, 0)))


def _plain(value: HclValue) -> object:
    value = plain(value)
    if isinstance(value, Scalar):
        return value.value
    if isinstance(value, Items) and value.complete:
        return [_plain(item) for item in value.items]
    if isinstance(value, Fields) and value.complete:
        return {name: _plain(field.value) for name, field in value.fields.items()}
    return UNREADABLE


@pytest.mark.parametrize(
    ("expression", "expected"), [example for examples in EXAMPLES.values() for example in examples]
)
def test_what_a_function_gives_is_what_its_documentation_says(expression: str, expected: str) -> None:
    assert result(expression) == json.loads(expected)


@pytest.mark.parametrize("name", sorted({*EXAMPLES, *UNKNOWN} - {"ephemeralasnull", "format", "list"}))
def test_of_an_unknown_text_no_function_makes_a_known_value(name: str) -> None:
    arguments = "terraform.workspace" if name not in _SECOND else '"x", terraform.workspace'
    assert result(f"{name}({arguments})") == UNREADABLE


@pytest.mark.parametrize("name", sorted(UNKNOWN))
def test_what_no_rule_could_use_is_never_computed(name: str) -> None:
    assert result(f'{name}("2025-01-01T00:00:00Z")') == UNREADABLE


def test_a_search_that_could_last_is_not_begun() -> None:
    text = "a" * 60
    for written in ("(a+)+$", "(a|a)*b", "a*a*a*a*a*a*b", "(?:a?){30}a{30}", "(a*)*b", "(.*)(.*)(.*)(.*)(.*)x"):
        assert result(f'regexall("{written}", "{text}")') == UNREADABLE


@pytest.mark.parametrize(
    "written", [r"\\pL+", "(?=a)a", "(?<x>a)", r"a\\z", "a++", "[[:alpha:]]", "(?U)a+", r"(a)\\1", "(?P<a>a)(?P=a)"]
)
def test_a_pattern_of_which_only_one_language_knows_the_meaning_is_unknown(written: str) -> None:
    assert result(f'regex("{written}", "aa")') == UNREADABLE


@pytest.mark.parametrize("wanted", ["*.zip", "*", "conf/*", "*.{json,zip}", "{a,{b}}.json", "**/" * 30 + "*.json"])
def test_files_that_a_build_may_make_are_not_counted(wanted: str) -> None:
    assert result(f'fileset(path.module, "{wanted}")') == UNREADABLE


def test_groups_of_equal_keys_are_lists() -> None:
    grouped = '{ for name, kind in { x = "odd", y = "even", z = "odd" } : kind => name... }'
    assert result(grouped) == {"odd": ["x", "z"], "even": ["y"]}


def test_a_set_is_gone_through_in_its_order() -> None:
    assert result('[for x in toset(["b", "c", "a", "b"]) : upper(x)]') == ["A", "B", "C"]
