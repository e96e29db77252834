"""YAML text becomes nodes whose places are those of the text."""

from __future__ import annotations

import pytest

from lambdalint.syntax import yamltree
from lambdalint.syntax.yamltree import Mapping, Node, Scalar, Sequence, Tree, Unresolved


def tree(text: str, path: str = "a.yaml") -> Tree:
    return yamltree.parse(path, text.encode())


def only(text: str) -> Node:
    found = tree(text)
    assert found.fault is None
    (document,) = found.documents
    return document


def data(node: Node) -> object:
    """A node as plain Python data."""
    if isinstance(node, Mapping):
        return {e.key.text: data(e.value) for e in node.entries}
    if isinstance(node, Sequence):
        return [data(i) for i in node.items]
    return node.value if isinstance(node, Scalar) else "unresolved"


def at(text: str, *path: str) -> Node:
    node = only(text)
    for name in path:
        assert isinstance(node, Mapping)
        found = node.get(name)
        assert found is not None
        node = found
    return node


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 1", 1),
        ("a: -1.5e3", -1500.0),
        ("a: 012", "012"),
        ("a: true", True),
        ("a: yes", "yes"),
        ("a: ~", None),
        ("a:", None),
        ("a: '1'", "1"),
        ("a: 'it''s'", "it's"),
        ('a: "\\u00e9\\n\\x41"', "é\nA"),
        ("a: x\n  y\n\n  z", "x y\nz"),
        ('a: "x\n  y\\\n  z"', "x yz"),
        ("a: |\n  x\n   y\n\n  z\n", "x\n y\n\nz\n"),
        ("a: |-\n  x\n", "x"),
        ("a: >\n  x\n  y\n\n  z\n   deep\n  w\n", "x y\nz\n deep\nw\n"),
        ("a: !Ref 5", "5"),
        ("a: [1, {b: 2}, c: 3]", [1, {"b": 2}, {"c": 3}]),
        ("a: {b: , c}", {"b": None, "c": None}),
        ("a:\n- 1\n-\n- - 2", [1, None, [2]]),
    ],
)
def test_values(text: str, value: object) -> None:
    assert data(only(text)) == {"a": value}


def test_the_text_of_a_typed_value_is_as_written() -> None:
    node = at("a: 1.50", "a")
    assert isinstance(node, Scalar)
    assert (node.value, node.text) == (1.5, "1.50")


def test_places() -> None:
    text = "a: 1\nö: !Sub 'x'  # comment\nl:\n  - p: 1 # one\n    q: 2\n  # end\nz: 3\n"
    node = only(text)
    assert isinstance(node, Mapping)

    def cut(start: int, end: int) -> str:
        return text.encode()[start:end].decode()

    assert [cut(e.span.start, e.span.end) for e in node.entries] == [
        "a: 1",
        "ö: !Sub 'x'",
        "l:\n  - p: 1 # one\n    q: 2",
        "z: 3",
    ]
    value = node.get("ö")
    assert isinstance(value, Scalar)
    assert value.outer is not None
    assert (cut(value.span.start, value.span.end), value.tag) == ("'x'", "!Sub")
    assert cut(value.outer.start, value.outer.end) == "!Sub 'x'"
    assert cut(value.content.start, value.content.end) == "x"


@pytest.mark.parametrize(
    ("text", "exact"),
    [("a: x", True), ("a: 'x'", True), ('a: "x\\t"', False), ("a: 'x''y'", False), ("a: |\n  x\n", False)],
)
def test_whether_bytes_are_the_text(text: str, exact: bool) -> None:
    node = at(text, "a")
    assert isinstance(node, Scalar)
    assert node.exact is exact


def test_aliases_stand_for_their_anchors() -> None:
    text = "a: &x {k: 1}\nb: *x\nc: [*x, *y]\n"
    assert data(only(text)) == {"a": {"k": 1}, "b": {"k": 1}, "c": [{"k": 1}, "unresolved"]}


def test_merge_keys_fill_what_is_not_written() -> None:
    text = "a: &a {k: 1, l: 2}\nb: &b {m: 3, k: 9}\nc:\n  <<: [*a, *b]\n  l: 5\n"
    node = at(text, "c")
    assert isinstance(node, Mapping)
    assert data(node) == {"l": 5, "k": 1, "m": 3}
    merged = node.entry("k")
    assert merged is not None
    assert merged.merged
    assert node.owner(merged).span == at(text, "a").span


def test_a_merge_that_leads_nowhere_leaves_the_mapping_incomplete() -> None:
    node = at("a: &a\n  <<: *a\n  k: 1\n", "a")
    assert isinstance(node, Mapping)
    assert not node.complete


def test_an_alias_bomb_is_cut() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 12)]
    waiting: list[Node] = [only("\n".join(lines))]
    met = 0
    cut = False
    while waiting:
        node = waiting.pop()
        met += 1
        cut = cut or isinstance(node, Unresolved)
        waiting += [e.value for e in node.entries] if isinstance(node, Mapping) else ()
        waiting += node.items if isinstance(node, Sequence) else ()
    assert cut
    assert met <= 2 * yamltree.BUDGET


def test_several_documents() -> None:
    found = tree("a: 1\n---\nb: 2\n...\n---\n")
    assert [data(d) for d in found.documents] == [{"a": 1}, {"b": 2}]


def test_lines_of_collections_and_quotes_may_start_further_left() -> None:
    text = "a:\n    b: [\n  x, # one\n  y\n]\n    c: !Sub '\n{\n}'\n    d: 1\n"
    assert data(only(text)) == {"a": {"b": ["x", "y"], "c": " { }", "d": 1}}


def test_a_byte_order_mark_and_windows_lines() -> None:
    text = b"\xef\xbb\xbfa: 1\r\nb:\r\n  c: x\r\n"
    (node,) = yamltree.parse("a.yaml", text).documents
    assert data(node) == {"a": 1, "b": {"c": "x"}}
    assert isinstance(node, Mapping)
    assert text[node.entries[1].key.span.start :][:1] == b"b"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1,\n", 2),
        ("a: 1\n- x\n", 2),
        ("a:\n  b: 1\n c: 2\nd: 3\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 'x\n", 1),
        ("a: 1\nb: 2\nc\n", 3),
    ],
)
def test_a_fault_names_the_line(text: str, line: int) -> None:
    fault = tree(text).fault
    assert fault is not None
    assert text.encode()[: fault.at].count(b"\n") + 1 == line


def test_what_stands_before_a_fault_is_read() -> None:
    found = tree("a: 1\nb:\n  c: 2\nd\n")
    assert found.fault is not None
    assert [data(d) for d in found.documents] == [{"a": 1, "b": {"c": 2}}]


@pytest.mark.parametrize(
    "text",
    ["", "\0", "[" * 5000, "{" * 5000, "a: " * 3000, "- " * 3000, "&a " * 500, "*a", "'", '"\\', "? x", "|", "!", "%"],
)
def test_strange_texts_end(text: str) -> None:
    found = tree(text)
    assert isinstance(found, Tree)


@pytest.mark.parametrize(
    "text",
    [
        "- " * 3000,
        "? " * 3000,
        "\n".join(" " * i + "a:" for i in range(900)),
        "\n".join(" " * i + "-" for i in range(999)),
    ],
)
def test_deep_nesting_is_refused(text: str) -> None:
    found = tree(text)
    assert found.documents == ()
    assert found.fault is not None


def test_json_has_the_same_shape() -> None:
    text = '{"a": {"b": [1, "x", null, true]}}'
    (node,) = tree(text, "a.json").documents
    assert data(node) == {"a": {"b": [1, "x", None, True]}}
    assert isinstance(node, Mapping)
    assert node.style == "json"
    assert tree('{"a": ', "a.json").fault is not None
