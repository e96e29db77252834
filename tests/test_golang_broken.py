"""Go text that is broken, huge or hostile: what can be read is read, and nothing crashes."""

from __future__ import annotations

import pytest

from lambdalint.model.goast import Binary, Opaque, walk
from tests.go_universe import HEAD, LAMBDA, callees, function, nodes, universe


def test_a_broken_function_leaves_the_others_whole() -> None:
    loaded = universe(HEAD + "func broken() { x := := 1 }\nfunc handle() { good() }\nfunc good() {}\n")
    assert callees(function(loaded, "handle")) == ["example.com/app.good"]
    ((span, message),) = loaded.errors
    assert span.path == "main.go"
    assert message.startswith("syntax error")


def test_a_truncated_file_is_read_as_far_as_it_goes() -> None:
    loaded = universe(HEAD + "func good() {}\nfunc handle() { good(); if x {\n")
    assert "example.com/app.good" in loaded.functions
    assert loaded.errors


@pytest.mark.parametrize("filler", ["\x00", "\ufeff", "é🦫", "`", "/*", "'", '"'])
def test_odd_text_is_no_reason_to_fail(filler: str) -> None:
    loaded = universe(HEAD + f"func handle() {{ {filler} }}\n")
    for key in loaded.functions:
        assert loaded.function(key) is not None


def test_a_file_that_starts_with_a_byte_order_mark() -> None:
    assert universe("\ufeff" + HEAD + "func handle() {}\n").mains


@pytest.mark.parametrize(
    "text",
    [
        "func handle() { x := " + "(" * 3000 + "1" + ")" * 3000 + " }\n",
        "func handle() { x := " + "-" * 3000 + "1 }\n",
        "func handle() { x := " + "f(" * 3000 + "1" + ")" * 3000 + " }\n",
        "func handle() { " + "{" * 3000 + "}" * 3000 + " }\n",
        "func handle() { x" + ".a()" * 3000 + " }\n",
        "func handle() { if a {} " + "else if b {} " * 3000 + " }\n",
        "func handle() { " + "func() { " * 500 + "}()" * 500 + " }\n",
        "type t " + "[]" * 3000 + "int\nfunc handle(x t) {}\n",
        "func handle() { x := " + "1 + f(" * 1000 + "1" + ")" * 1000 + " }\n",
    ],
    ids=["parentheses", "signs", "calls", "blocks", "chain", "else", "literals", "type", "mixed"],
)
def test_deep_nesting_is_cut_off(text: str) -> None:
    loaded = universe(HEAD + text)
    for key in list(loaded.functions):
        item = loaded.function(key)
        assert item is not None
        assert sum(1 for _ in walk(item.body)) < 20000


def test_a_long_sum_is_still_understood() -> None:
    words = " + ".join(f'"{n}"' for n in range(10_000))
    loaded = universe(HEAD + f"func handle() {{ use({words}) }}\nfunc use(s string) {{}}\n")
    (argument,) = function(loaded, "handle").calls[0].arguments
    assert isinstance(argument, Binary)
    assert argument.value == "".join(str(n) for n in range(10_000))


def test_a_long_mixed_expression_is_opaque() -> None:
    terms = " + 1 - ".join(f"f({n})" for n in range(2_000))
    loaded = universe(
        HEAD + f"func handle() {{ use({terms}) }}\nfunc use(n int) {{}}\nfunc f(n int) int {{ return n }}\n"
    )
    item = function(loaded, "handle")
    assert nodes(item, Opaque)
    assert callees(item) == ["example.com/app.use"]


def test_constants_do_not_grow_without_bound() -> None:
    doubled = "".join(f"const c{n} = c{n - 1} + c{n - 1}\n" for n in range(1, 60))
    loaded = universe(HEAD + 'const c0 = "xxxxxxxx"\n' + doubled + "const big = 1 << 999999999\nfunc handle() {}\n")
    assert loaded.constants["example.com/app.c3"] == "x" * 64
    assert loaded.constants["example.com/app.c59"] is None
    assert loaded.constants["example.com/app.big"] is None


def test_types_and_variables_that_are_made_of_themselves() -> None:
    loaded = universe(
        HEAD
        + "type a b\ntype b a\ntype s struct{ s }\ntype i interface{ i; M() }\n"
        + "var x = y\nvar y = x\nvar f = func() { f() }\n"
        + "func handle(v s, w i, z a) { v.M(); w.M(); z.M(); x(); f() }\n"
    )
    assert callees(function(loaded, "handle")) == ["?", "example.com/app.i.M", "?", "?", "?"]


def test_a_chain_of_variables_is_followed_only_so_far() -> None:
    chain = "".join(f"var v{n} = v{n + 1}\n" for n in range(3000))
    loaded = universe(HEAD + chain + 'var v3000 = "end"\nfunc handle() { use(v2999) }\nfunc use(s string) {}\n')
    assert len(list(loaded.variables.items())) == 3001


def test_a_file_that_cannot_be_read_is_empty() -> None:
    loaded = universe({"go.mod": "module m\n", "main.go": f'package main\nimport "{LAMBDA}"\nfunc main() {{}}\n'})
    assert loaded.mains
    assert loaded.function("m.nothing") is None
    assert loaded.function("") is None
