"""Which literals are secrets, told by their shape or by the name they are given; and how reports hide them.

Shapes follow the public formats of the services that issue them (checked 2026-11-20).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from lambdalint.pattern import pattern

MASK = "********"

_SHAPES: tuple[tuple[str, str], ...] = (
    ("AWS access key", r"\b(?:AKIA|ASIA|ABIA|ACCA|A3T[A-Z0-9])[A-Z2-7]{16}\b"),
    ("AWS Bedrock key", r"\bABSK[A-Za-z0-9+/]{109,269}={0,2}"),
    ("private key", r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----"),
    ("GitHub token", r"\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{82}\b"),
    ("GitLab token", r"\bglpat-[\w-]{20,}"),
    ("Slack token", r"\bxox[bpea]-(?:\d+-)*[A-Za-z0-9-]{10,}|\bxapp-\d-[A-Za-z0-9-]{10,}"),
    ("Slack webhook", r"hooks\.slack\.com/(?:services|workflows|triggers)/[A-Za-z0-9+/]{43,56}"),
    ("Stripe key", r"\b[sr]k_(?:test|live|prod)_[A-Za-z0-9]{10,99}\b"),
    ("Square token", r"\bsq0atp-[\w-]{22,60}\b|\bEAAA[\w-]{56,60}\b"),
    ("SendGrid key", r"\bSG\.[\w=.-]{66}"),
    ("Twilio key", r"\bSK[0-9a-fA-F]{32}\b"),
    ("OpenAI key", r"\bsk-[\w-]*T3BlbkFJ[\w-]+"),
    ("Anthropic key", r"\bsk-ant-(?:api|admin)\d\d-[\w-]{93}AA\b"),
    ("Google API key", r"\bAIza[\w-]{35}"),
    ("npm token", r"\bnpm_[A-Za-z0-9]{36}\b"),
    ("PyPI token", r"\bpypi-AgEIcHlwaS5vcmc[\w-]{50,}"),
    ("Vault token", r"\bhvs\.[\w-]{90,120}"),
    ("Terraform Cloud token", r"\b[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}"),
    ("Telegram token", r"\b\d{5,16}:A[\w-]{34}\b"),
    ("JSON web token", r"\bey[A-Za-z0-9_-]{17,}\.ey[A-Za-z0-9/_-]{17,}\.[A-Za-z0-9/_-]{10,}={0,2}"),
)
# Each shape holds one of these, which all start with a certain character and so are soon found missing: what has none
# needs no look at the shapes.
_MARKS = pattern(
    r"AKIA|ASIA|ABIA|ACCA|A3T|ABSK|PRIVATE KEY|gh[pousr]_|github_pat_|glpat-|xox|xapp-|hooks\.slack"
    r"|k_(?:test|live|prod)_|sq0atp-|EAAA|SG\.|SK[0-9a-fA-F]{32}|T3BlbkFJ|sk-ant-|AIza|npm_|pypi-|hvs\.|atlasv1|:A|\.ey"
)
_USERINFO = pattern(r"\b[a-z][a-z0-9+.-]*://[^\s/:@?#]*:(?P<value>[^\s/@]+)@", re.IGNORECASE)
_DSN = pattern(r"(?:^|[\s;?&])(?:password|pwd)\s*=\s*(?P<value>'[^']*'|\"[^\"]*\"|[^\s;&]+)", re.IGNORECASE)
# what stands for a value that the text doesn't hold: a verb of a format, a reference
_STAND_IN = pattern(
    r"""['"]?(?:%(?:\[\d+\])?[svq]|\$\{[^}]*\}|\{\{[^}]*\}\})['"`,)\\n]*"""
    r"""|(?:var|local|module|data|each|random_\w+|aws_\w+)(?:\.[a-z_]\w*|\[[\w.]+\])+[,)]*|os\.Getenv\("\w+"\)[,)]*"""
)
_MYSQL = pattern(r"^[\w.-]+:(?P<value>[^\s@/]+)@(?:tcp|unix)\(")
_OWN_MACHINE = pattern(
    r"(?:@(?:tcp\()?|\b(?:host|server)\s*=\s*)"
    r"(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1]|host\.docker\.internal)\b",
    re.IGNORECASE,
)
_EXAMPLE = pattern(r"EXAMPLE(?:KEY)?\b|EXAMPLE$", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SECRET_WORDS = _words(
    "apikey auth credential credentials creds key passphrase passwd password passwrd pass pwd secret secrets token"
)
_STRONG_WORDS = _words("credential credentials passphrase passwd password pwd secret secrets token apikey")
# a name that ends like this says where a secret is, or something about it, not what it is
_INNOCENT_ENDINGS = _words(
    "arn arns bucket count days duration enabled endpoint expiration expiry expires file field format group header "
    "host hours id ids index issuer len length limit lifetime location mode name names param parameter path policy "
    "prefix region required rotation seconds size suffix table timeout ttl type uri url urls username user version "
    "alias claim store provider algorithm audience domain interval manager minutes ms"
)
_OTHER_PASSES = _words("all allow boarding by day dry first force last let multi on one second season single skip two")
_INNOCENT_KEYS = pattern(
    r"PUBLIC_?KEY|PARTITION_?KEY|SORT_?KEY|HASH_?KEY|RANGE_?KEY|PRIMARY_?KEY|FOREIGN_?KEY|CACHE_?KEY|ROUTING_?KEY"
    r"|OBJECT_?KEY|S3_?KEY|INDEX_?KEY|PUBLISHABLE|(?:NAME|FILE|BUCKET)_?KEY",
    re.IGNORECASE,
)
_PLACEHOLDER = pattern(
    r"change_?-?me|replace|placeholder|your[-_ ]|example|dummy|sample|default|todo|fixme|insert|redacted|secret_?name"
    r"|not[-_ ]?(?:a[-_ ])?real|fake|mock|local|^test|test$|^dev|^none$|^null$|^true$|^false$|^n/?a$|^x+$|^\*+$|^\.+$"
    r"|^<.*>$|\$\{|\{\{|^\$[A-Za-z_(]|^%.*%$|^@",
    re.IGNORECASE,
)
_REFERENCE = pattern(
    r"^arn:aws[a-z-]*:|^/[\w./-]+$|^[a-z][a-z0-9+.-]*://|^\{\{resolve:|^(?:ssm|secretsmanager|kms|vault|file|env):"
    r"|^[\w-]+(?:\.[\w-]+){2,}$|^[\w.+-]+@[\w-]+\.[\w.]+$",
    re.IGNORECASE,
)
_UUID = pattern(r"^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$", re.IGNORECASE)
_HASH = pattern(r"^(?:[0-9a-f]{32}|[0-9a-f]{40})$", re.IGNORECASE)
_WORD = pattern(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, pattern(text)) for kind, text in _SHAPES)


def classify(key: str, value: str) -> str | None:
    """What kind of secret a literal is, None for what is none.

    `key` is the name it is given. A part of `value` that is not known stands as `${…}` in it.
    """
    text = value.strip()
    if len(text) < 4 or text.startswith("{{resolve:"):
        return None
    for kind, shape in _shapes() if _MARKS.search(text) else ():
        match = shape.search(text)
        if match is not None and not _EXAMPLE.search(match[0]) and not _is_flat(match[0]):
            return kind
    if _has_password(text):
        return "password in a connection string"
    return _by_name(key, text) if key else None


def _decoded(text: str) -> str:
    """What a text stands for in base64; itself where that is nothing that people could read."""
    from binascii import a2b_base64  # few texts get as far

    try:
        plain = a2b_base64(text.encode(), strict_mode=True).decode("ascii")
    except ValueError:
        return text
    return plain if plain.isprintable() and len(plain) >= 4 else text


def _has_password(text: str) -> bool:
    found: list[str] = []
    if "://" in text:
        found += [m["value"] for m in _USERINFO.finditer(text)]
    if _may_assign_password(text):
        found += [m["value"].strip("'\"") for m in _DSN.finditer(text)]
    if "@" in text:
        found += [m["value"].strip("'\"") for m in _MYSQL.finditer(text)]
    if not found or _OWN_MACHINE.search(text):
        return False  # a database of the developer's machine: its password opens nothing
    return any(len(p) >= 4 and not _PLACEHOLDER.search(p) and not _is_trivial(p) for p in found)


def _may_assign_password(text: str) -> bool:
    return "=" in text and any(word in text.lower() for word in ("password", "pwd"))


_TRIVIAL = frozenset(
    ["password", "passwd", "pass", "secret", "postgres", "root", "admin", "guest", "user", "mysql", "token", "qwerty"]
)


def _is_trivial(text: str) -> bool:
    return text.lower() in _TRIVIAL or _is_flat(text)


def _is_flat(text: str) -> bool:
    """True for text that repeats hardly more than one character, beyond a short prefix."""
    rest = text[4:] if len(text) > 12 else text
    return len(set(rest)) <= 2


def names_secret(name: str) -> bool:
    """True for a name that is given to a secret itself, not to something about it."""
    words = [w.lower() for w in _WORD.findall(name)]
    password = len(words) > 1 and words[-1] == "pass" and words[-2] not in _OTHER_PASSES  # `DB_PASS`
    if not password and not _STRONG_WORDS.intersection(words) and "apikey" not in "".join(words):
        return False
    return words[-1] not in _INNOCENT_ENDINGS and not _INNOCENT_KEYS.search(name)


def _by_name(key: str, text: str) -> str | None:
    words = [w.lower() for w in _WORD.findall(key)]
    if not words or not _SECRET_WORDS.intersection(words) or words[-1] in _INNOCENT_ENDINGS:
        return None
    text = _decoded(text)
    if _INNOCENT_KEYS.search(key) or _PLACEHOLDER.search(text) or _REFERENCE.search(text) or _is_trivial(text):
        return None
    strong = bool(_STRONG_WORDS.intersection(words)) or "apikey" in "".join(words)
    if _HASH.match(text) or _UUID.match(text):
        return "secret by its name" if strong else None
    if any(c.isspace() for c in text) or len(text) < 10:
        return None
    varied = bool(re.search(r"\d", text)) and bool(re.search(r"[A-Za-z]", text))
    if entropy(text) >= 3.5 and (varied or (strong and bool(re.search(r"[^A-Za-z\d_.-]", text)))):
        return "secret by its name"
    return "secret by its name" if strong and varied and len(text) >= 10 and entropy(text) >= 3.0 else None


def entropy(text: str) -> float:
    """Bits of information in each character of a text, from how often its characters occur."""
    if not text:
        return 0.0
    from math import log2  # few texts get as far

    total = len(text)
    return -sum(n / total * log2(n / total) for n in Counter(text).values())


def mask(text: str) -> str:
    """`text` with everything that has the shape of a secret cut to its first two characters and a fixed mask."""
    for kind, shape in _shapes() if _MARKS.search(text) else ():
        if kind == "private key":
            text = re.sub(shape.pattern + r"[^-]*(?:-----END [A-Z ]*-----)?", f"--{MASK}", text)
        else:
            text = shape.sub(lambda m: m[0][:2] + MASK, text)
    if "://" in text:
        text = _USERINFO.sub(_hidden, text)
    if _may_assign_password(text):
        text = _DSN.sub(_hidden, text)
    return _MYSQL.sub(_hidden, text) if "@" in text else text


def _hidden(match: re.Match[str]) -> str:
    if _STAND_IN.fullmatch(match["value"]):
        return match[0]
    start, end = match.start("value") - match.start(), match.end("value") - match.start()
    return match[0][:start] + match["value"][:2] + MASK + match[0][end:]
