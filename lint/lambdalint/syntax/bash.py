"""Shell text as a small tree of commands and words, with byte offsets into the text that was given.

What the grammar can't read is left out; the readable commands around it stay.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from tree_sitter import Node

from lambdalint.record import NamedTuple
from lambdalint.syntax.languages import parser

DEPTH = 60


class Literal(NamedTuple):
    """Text of a word as written. `quote` is `"`, `'` or empty; backslashes are not resolved."""

    start: int
    end: int
    quote: str


class Variable(NamedTuple):
    """`$name` or `${name…}`. `operator` is what stands behind the name (`:-`, `##` …), `argument` the rest.

    An element of an array has its index in the name (`name[@]`).
    """

    start: int
    end: int
    quote: str
    name: str
    operator: str
    argument: Word | None


class Substitution(NamedTuple):
    """`$(…)` or backquotes, with the commands inside."""

    start: int
    end: int
    quote: str
    body: tuple[Command, ...]


class Opaque(NamedTuple):
    """A part whose value isn't followed (arithmetic, process substitution)."""

    start: int
    end: int
    quote: str


Part: TypeAlias = Literal | Variable | Substitution | Opaque


class Word(NamedTuple):
    """One word of a command, as its parts."""

    start: int
    end: int
    parts: tuple[Part, ...]


class Assignment(NamedTuple):
    """`name=value` in front of, or instead of, a command; for an array `value` is None and `items` are its words."""

    start: int
    end: int
    name: str
    value: Word | None
    append: bool
    items: tuple[Word, ...] = ()


class Simple(NamedTuple):
    """A simple command; `export`, `local` and the like have their assignments in `assignments`."""

    start: int
    end: int
    assignments: tuple[Assignment, ...]
    words: tuple[Word, ...]


class Subshell(NamedTuple):
    """Commands that run in a process of their own: `( … )`, and the parts of a pipeline."""

    start: int
    end: int
    body: tuple[Command, ...]


class Branches(NamedTuple):
    """Alternatives of which at most one runs; `whole` when exactly one does."""

    start: int
    end: int
    bodies: tuple[tuple[Command, ...], ...]
    whole: bool


class Loop(NamedTuple):
    """`for name in words`, or another loop when `name` is None."""

    start: int
    end: int
    name: str | None
    words: tuple[Word, ...]
    body: tuple[Command, ...]


class Definition(NamedTuple):
    """A function."""

    start: int
    end: int
    name: str
    body: tuple[Command, ...]


Command: TypeAlias = Simple | Subshell | Branches | Loop | Definition


def parse(text: bytes) -> tuple[Command, ...]:
    """The commands of a script, in order."""
    return _commands(parser("bash").parse(text).root_node, 0)


_EXPANSIONS = frozenset(
    {"simple_expansion", "expansion", "command_substitution", "arithmetic_expansion", "process_substitution"}
)
_STRINGS = frozenset({"string", "raw_string", "ansi_c_string", "translated_string"})
_WORDS = frozenset({"word", "concatenation", "number", "brace_expression"}) | _STRINGS | _EXPANSIONS
_GROUPS = frozenset({"program", "compound_statement", "do_group", "ERROR", "redirected_statement", "negated_command"})
_TESTS = frozenset({"test", "[", "[[", "command", "which", "type", "grep", "diff", "cmp", "hash"})


def _commands(node: Node, depth: int) -> tuple[Command, ...]:
    """The commands among the children of a node."""
    found: list[Command] = []
    for child in node.named_children:
        found += _command(child, depth + 1)
    return tuple(found)


def _command(node: Node, depth: int) -> tuple[Command, ...]:
    if depth > DEPTH:
        return ()
    kind = node.type
    start, end = node.start_byte, node.end_byte
    if kind in ("command", "declaration_command"):
        return (_simple(node, depth),)
    if kind in ("variable_assignment", "variable_assignments"):
        children = [node] if kind == "variable_assignment" else node.named_children
        return (Simple(start, end, tuple(_assignments(children, depth)), ()),)
    if kind == "unset_command":
        return (Simple(start, end, (), (_plain(node.children[0]), *(_word(n, depth) for n in node.named_children))),)
    if kind == "list":
        return _list(node, depth)
    if kind in _GROUPS:
        return _commands(node, depth)
    if kind == "subshell":
        return (Subshell(start, end, _commands(node, depth)),)
    if kind == "pipeline":
        return tuple(Subshell(c.start_byte, c.end_byte, _command(c, depth + 1)) for c in node.named_children)
    if kind == "function_definition":
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        if name is None or body is None:
            return ()
        return (Definition(start, end, _text(name), _command(body, depth + 1)),)
    return _compound(node, depth)


def _list(node: Node, depth: int) -> tuple[Command, ...]:
    """Both sides; what `||`, or `&&` behind a test, may leave out is a branch."""
    children = node.children
    if len(children) != 3:
        return _commands(node, depth)
    left, operator, right = children
    before, after = _command(left, depth + 1), _command(right, depth + 1)
    if operator.type == "||" or (operator.type == "&&" and _is_test(left)):
        after = (Branches(right.start_byte, right.end_byte, (after,), False),)
    return (*before, *after)


def _is_test(node: Node) -> bool:
    while node.type in ("list", "redirected_statement", "pipeline") and node.named_children:
        node = node.named_children[-1 if node.type == "list" else 0]
    name = node.child_by_field_name("name")
    return node.type in ("test_command", "negated_command") or (name is not None and _text(name) in _TESTS)


def _compound(node: Node, depth: int) -> tuple[Command, ...]:
    kind = node.type
    start, end = node.start_byte, node.end_byte
    if kind == "if_statement":
        return _if(node, depth)
    if kind == "case_statement":
        items = [c for c in node.named_children if c.type == "case_item"]
        return (Branches(start, end, tuple(_commands(item, depth) for item in items), False),)
    if kind == "for_statement":
        body = node.child_by_field_name("body")
        name = node.child_by_field_name("variable")
        words = tuple(_adjoined([_word(n, depth) for n in node.children_by_field_name("value")], node))
        inner = _commands(body, depth) if body is not None else ()
        return (Loop(start, end, _text(name) if name is not None else None, words, inner),)
    if kind in ("while_statement", "c_style_for_statement"):
        return (Loop(start, end, None, (), _commands(node, depth)),)
    return ()


def _if(node: Node, depth: int) -> tuple[Command, ...]:
    """The conditions in order, then the branches."""
    bodies: list[list[Command]] = [[]]
    conditions: list[Command] = []
    whole = False
    seen_then = False
    for child in node.children:
        if child.type == "then":
            seen_then = True
        elif child.type in ("elif_clause", "else_clause"):
            whole = whole or child.type == "else_clause"
            bodies.append(list(_commands(child, depth + 1)))
        elif child.is_named:
            (bodies[0] if seen_then else conditions).extend(_command(child, depth + 1))
    return (*conditions, Branches(node.start_byte, node.end_byte, tuple(map(tuple, bodies)), whole))


def _simple(node: Node, depth: int) -> Simple:
    """A command, or a declaration: both are assignments and words."""
    assignments: list[Assignment] = []
    words: list[Word] = []
    if node.type == "declaration_command":
        words.append(_plain(node.children[0]))
    end = -1
    after_assignment = False
    for child in node.named_children:
        found = _command_word(child, depth)
        if child.type == "variable_assignment":
            assignments += _assignments([child], depth)
        elif found is not None and found.start == end and after_assignment and assignments:
            assignments.append(_longer(assignments.pop(), found, node))
        elif found is not None:
            words.append(found)
        after_assignment = child.type == "variable_assignment" or (after_assignment and child.start_byte == end)
        end = child.end_byte
    return Simple(node.start_byte, node.end_byte, tuple(assignments), tuple(_adjoined(words, node)))


def _command_word(child: Node, depth: int) -> Word | None:
    if child.type == "command_name":
        return _word(child.named_children[0], depth) if child.named_children else _plain(child)
    if child.type in _WORDS:
        return _word(child, depth)
    if child.type == "variable_name":
        return _plain(child)
    if child.type in ("variable_assignment", "ERROR", "comment") or child.type.endswith("redirect"):
        return None
    return Word(child.start_byte, child.end_byte, (Opaque(child.start_byte, child.end_byte, ""),))


# The grammar takes `$a/$b/c` for the words `$a/$` and `b/c`: words with nothing between them are one.


def _adjoined(words: list[Word], node: Node) -> list[Word]:
    found: list[Word] = []
    for word in words:
        if found and found[-1].end == word.start and word.end > word.start:
            last = found.pop()
            word = Word(last.start, word.end, _parts_joined(last.parts, word.parts, node))
        found.append(word)
    return found


def _longer(assignment: Assignment, more: Word, node: Node) -> Assignment:
    if assignment.value is None:
        return assignment
    parts = _parts_joined(assignment.value.parts, more.parts, node)
    return assignment._replace(end=more.end, value=Word(assignment.value.start, more.end, parts))


def _parts_joined(before: tuple[Part, ...], after: tuple[Part, ...], node: Node) -> tuple[Part, ...]:
    """Parts of one word; a `$` at the end of the first half belongs to the name that starts the second."""
    text = node.text or b""
    if not before or not after:
        return before + after
    last, first = before[-1], after[0]
    dollar = last.end - node.start_byte - 1
    if not isinstance(last, Literal) or not isinstance(first, Literal) or last.quote or first.quote:
        return before + after
    name = re.match(rb"\w+", text[first.start - node.start_byte : first.end - node.start_byte])
    if text[dollar : dollar + 1] != b"$" or name is None:
        return before + after
    end = first.start + name.end()
    parts: list[Part] = [*before[:-1]]
    if last.end - 1 > last.start:
        parts.append(Literal(last.start, last.end - 1, ""))
    parts.append(Variable(last.end - 1, end, "", name[0].decode(), "", None))
    if end < first.end:
        parts.append(Literal(end, first.end, ""))
    return (*parts, *after[1:])


def _assignments(nodes: list[Node], depth: int) -> list[Assignment]:
    found = []
    for node in nodes:
        name, value = node.child_by_field_name("name"), node.child_by_field_name("value")
        if name is None or name.type != "variable_name":
            continue
        append = any(c.type == "+=" for c in node.children)
        word: Word | None
        if value is None:
            word = Word(node.end_byte, node.end_byte, ())
        else:
            word = None if value.type == "array" else _word(value, depth)
        items = tuple(_word(n, depth) for n in value.named_children) if value is not None and word is None else ()
        found.append(Assignment(node.start_byte, node.end_byte, _text(name), word, append, items))
    return found


def _word(node: Node, depth: int) -> Word:
    return Word(node.start_byte, node.end_byte, tuple(_parts(node, "", depth + 1)))


def _plain(node: Node) -> Word:
    return Word(node.start_byte, node.end_byte, (Literal(node.start_byte, node.end_byte, ""),))


def _parts(node: Node, quote: str, depth: int) -> list[Part]:
    kind = node.type
    start, end = node.start_byte, node.end_byte
    if depth > DEPTH:
        return [Opaque(start, end, quote)]
    if kind in ("simple_expansion", "expansion"):
        return [_variable(node, quote, depth)]
    if kind == "command_substitution":
        return [Substitution(start, end, quote, _commands(node, depth))]
    if kind == "raw_string":
        return [Literal(start + 1, end - 1, "'")]
    if kind in ("ansi_c_string", "arithmetic_expansion", "process_substitution"):
        return [Opaque(start, end, quote)]
    if kind == "string":
        return _gaps(node, start + 1, end - 1, '"', depth)
    if kind == "translated_string":
        return _gaps(node, start + 2, end - 1, '"', depth)
    return _gaps(node, start, end, quote, depth) if kind == "concatenation" else [Literal(start, end, quote)]


def _gaps(node: Node, start: int, end: int, quote: str, depth: int) -> list[Part]:
    """Expansions and nested strings as parts, all text between them as literals."""
    parts: list[Part] = []
    at = start
    for child in node.named_children:
        if child.type in _EXPANSIONS or (not quote and child.type.endswith("string")):
            if child.start_byte > at:
                parts.append(Literal(at, child.start_byte, quote))
            parts += _parts(child, quote, depth + 1)
            at = child.end_byte
    if end > at:
        parts.append(Literal(at, end, quote))
    return parts


def _variable(node: Node, quote: str, depth: int) -> Part:
    start, end = node.start_byte, node.end_byte
    children = node.children
    names = [c for c in children if c.type in ("variable_name", "special_variable_name", "subscript")]
    if not names or children.index(names[0]) != 1:
        return Opaque(start, end, quote)
    rest = children[children.index(names[0]) + 1 :]
    if node.type == "simple_expansion" or not rest or rest[0].type == "}":
        return Variable(start, end, quote, _text(names[0]), "", None)
    argument_start = rest[0].end_byte
    parts: list[Part] = []
    for child in rest[1:]:
        if child.type != "}":
            parts += _parts(child, quote, depth + 1)
    return Variable(start, end, quote, _text(names[0]), rest[0].type, Word(argument_start, end - 1, tuple(parts)))


def _text(node: Node) -> str:
    return (node.text or b"").decode("utf-8", "replace")
