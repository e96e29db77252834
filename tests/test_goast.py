"""Looking through the body of a function."""

from __future__ import annotations

from lambdalint.model.goast import Assign, Block, Call, Closure, Literal, Return, each, walk
from tests.go_universe import function, program

TEXT = """
func handle() error {
	n := 1
	if n > 0 {
		n = 2
		f := func() { n = 3 }
		f()
	}
	m := map[string]int{"a": n}
	print(m["a"])
	return nil
}
"""


def test_a_body_is_walked_as_its_statements_are() -> None:
    body = function(program("", TEXT), "handle").body
    assert body is not None
    nodes = list(walk(body))
    assert nodes == list(walk(Block(body.span, body.statements)))
    assert list(walk(body)) == nodes, "the second walk gives what the first gave"


def test_each_node_of_a_class_comes_in_the_order_of_the_walk() -> None:
    body = function(program("", TEXT), "handle").body
    assert body is not None
    for kind in (Assign, Call, Closure, Literal, Return):
        found = list(each(body, kind))
        assert found == [node for node in walk(body) if isinstance(node, kind)]
        assert found == list(each(Block(body.span, body.statements), kind))
    assert [len(a.targets) for a in each(body, Assign)] == [1, 1, 1, 1], "a literal's own body is not its holder's"
    assert list(each(None, Assign)) == []
