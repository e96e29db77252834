"""Manuals of rules, as they are read from docstrings."""

from __future__ import annotations

from lambdalint.manual import Manual, parse


def test_sections() -> None:
    text = """A summary that
    goes on.

    More that is not shown.

    ## Why it matters
    First line.

        code()

    ## Fix safety
    Unsafe.

    ## References
    - AWS Lambda developer guide:
      timeouts
    - https://example.com
    """
    assert parse(text) == Manual(
        summary="A summary that goes on.",
        why="First line.\n\n    code()",
        silent="",
        fix_safety="Unsafe.",
        references=("AWS Lambda developer guide: timeouts", "https://example.com"),
    )


def test_a_docstring_without_indentation() -> None:
    assert parse("Summary\n\n## When it stays silent\nNever.\n") == Manual("Summary.", silent="Never.")


def test_nothing() -> None:
    assert parse("") == Manual("")
