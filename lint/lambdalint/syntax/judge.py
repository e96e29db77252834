"""The strict second opinion on Terraform text. Slow to import: asked only where the first parser is in doubt."""

from __future__ import annotations

import re


def complaint(text: str) -> tuple[int, str] | None:
    """What a strict parser says against HCL text: the 1-based line and the reason; None when it accepts the text.

    The parser is loaded at the first call.
    """
    import hcl2
    from lark.exceptions import LarkError, UnexpectedInput

    if text.startswith("\ufeff"):
        text = text[1:]
    text = text.replace("\r\n", "\n")
    if not text.endswith("\n"):
        text += "\n"
    try:
        hcl2.parses_to_tree(text)
    except UnexpectedInput as error:
        return max(1, min(getattr(error, "line", 1) or 1, text.count("\n"))), _reason(error)
    except (LarkError, ValueError, RecursionError) as error:
        return 1, str(error).splitlines()[0] if str(error) else "this is not valid HCL"
    return None


def _reason(error: Exception) -> str:
    """What was found and, where few things could follow, what was expected. Words of the text are never quoted."""
    token = getattr(error, "token", None)
    if token is not None and getattr(token, "type", "") == "$END":
        found = "end of the file"
    else:
        text = str(token if token is not None else getattr(error, "char", ""))
        mark = text.strip()
        found = f"`{mark}`" if re.fullmatch(r"[^\w\s]{1,3}", mark) else "a line break" if not mark else "text"
    expected = (
        getattr(error, "accepts", None) or getattr(error, "expected", None) or getattr(error, "allowed", None) or ()
    )
    names = sorted({_readable(name) for name in expected} - {""})
    return f"unexpected {found}{f', expected {_either(names)}' if 0 < len(names) <= 3 else ''}"


def _either(names: list[str]) -> str:
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]


_WORDS = {
    "$END": "the end of the file",
    "RBRACE": "`}`",
    "LBRACE": "`{`",
    "RSQB": "`]`",
    "LSQB": "`[`",
    "RPAR": "`)`",
    "LPAR": "`(`",
    "EQ": "`=`",
    "EQUAL": "`=`",
    "COMMA": "`,`",
    "COLON": "`:`",
    "NAME": "a name",
    "NL_OR_COMMENT": "a line break",
    "DBLQUOTE": '`"`',
}


def _readable(name: str) -> str:
    return _WORDS.get(name, "" if name.startswith("_") else re.sub(r"_+", " ", name.lower()))
