"""Calls that say again what they read: what they fill, or give back, has the content of an argument.

Source: godoc of each package.

Checked by `python -m lambdalint.dev data go_decoders` against 18 Go modules (`modules`). Read 2026-11-21.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

_JSON = ("Unmarshal", "Decode")
# Functions, and methods of decoders, that fill what the pointer leads to that they are given.
FILLS: Mapping[str, tuple[str, ...]] = {
    "encoding/json": (*_JSON, "Compact", "HTMLEscape", "Indent"),
    "encoding/xml": _JSON,
    "github.com/goccy/go-json": (*_JSON, "UnmarshalContext", "UnmarshalNoEscape"),
    "github.com/json-iterator/go": (*_JSON, "UnmarshalFromString"),
    "github.com/mitchellh/mapstructure": ("Decode", "WeakDecode"),
    "github.com/go-viper/mapstructure/v2": ("Decode", "WeakDecode"),
}
# Functions and methods that fill a map that they are given with what they make of the rest.
FILLS_MAPS: Mapping[str, tuple[str, ...]] = {
    "github.com/dgrijalva/jwt-go": ("ParseWithClaims",),
    "github.com/golang-jwt/jwt": ("ParseWithClaims",),
    "github.com/golang-jwt/jwt/v4": ("ParseWithClaims",),
    "github.com/golang-jwt/jwt/v5": ("ParseWithClaims",),
}
# (package, name) → the argument that the first result says again. Packages without their major version.
COPIES: Mapping[tuple[str, str], int] = {
    ("encoding/json", "Marshal"): 0,
    ("encoding/json", "MarshalIndent"): 0,
    ("encoding/json", "NewDecoder"): 0,
    ("encoding/xml", "NewDecoder"): 0,
    ("github.com/goccy/go-json", "Marshal"): 0,
    ("github.com/goccy/go-json", "MarshalIndent"): 0,
    ("github.com/goccy/go-json", "NewDecoder"): 0,
    ("github.com/json-iterator/go", "Marshal"): 0,
    ("github.com/json-iterator/go", "MarshalIndent"): 0,
    ("github.com/json-iterator/go", "MarshalToString"): 0,
    ("github.com/json-iterator/go", "NewDecoder"): 0,
    ("github.com/aws/aws-sdk-go-v2/aws", "String"): 0,
    ("github.com/aws/aws-sdk-go-v2/aws", "ToString"): 0,
    ("github.com/aws/aws-sdk-go/aws", "String"): 0,
    ("github.com/aws/aws-sdk-go/aws", "StringValue"): 0,
    **{("strings", name): 0 for name in ("TrimSpace", "Trim", "TrimLeft", "TrimRight", "TrimPrefix", "TrimSuffix")},
    **{("strings", name): 0 for name in ("Clone", "Join", "Replace", "ReplaceAll", "NewReader")},
    ("encoding/base64", "DecodeString"): 0,
    ("bytes", "NewBuffer"): 0,
    ("bytes", "NewBufferString"): 0,
    ("bytes", "NewReader"): 0,
    ("bytes", "TrimSpace"): 0,
    ("io", "ReadAll"): 0,
    ("io/ioutil", "ReadAll"): 0,
    ("html", "UnescapeString"): 0,
    ("net/url", "Parse"): 0,
    ("net/url", "ParseQuery"): 0,
    ("net/url", "ParseRequestURI"): 0,
    ("net/url", "PathUnescape"): 0,
    ("net/url", "QueryUnescape"): 0,
    # what other services send to an address of ours
    ("github.com/google/go-github/github", "ParseWebHook"): 1,
    ("github.com/slack-go/slack/slackevents", "ParseEvent"): 0,
    ("github.com/stripe/stripe-go/webhook", "ConstructEvent"): 0,
}
# Functions and methods that give the body of a request, as it came or decoded: (package, name) → the argument that the
# request is. Packages without their major version.
OF_REQUESTS: Mapping[tuple[str, str], int] = {
    ("github.com/slack-go/slack", "SlashCommandParse"): 0,
    ("github.com/slack-go/slack", "InteractionCallbackParse"): 0,
    ("github.com/google/go-github/github", "ValidatePayload"): 0,
    ("github.com/line/line-bot-sdk-go/v7/linebot", "ParseRequest"): 1,
    ("github.com/line/line-bot-sdk-go/v8/linebot/webhook", "ParseRequest"): 1,
    ("github.com/go-telegram-bot-api/telegram-bot-api/v5", "HandleUpdate"): 0,
}

# Methods of events that give what they hold, decoded: package, type → methods.
_EVENTS = "github.com/aws/aws-lambda-go/events"
_ATTRIBUTE = ("Binary", "BinarySet", "Boolean", "List", "Map", "Number", "NumberSet", "String", "StringSet")
GIVES: Mapping[tuple[str, str], tuple[str, ...]] = {
    (_EVENTS, "CloudwatchLogsRawData"): ("Parse",),
    (_EVENTS, "DynamoDBAttributeValue"): _ATTRIBUTE,
    ("net/url", "Values"): ("Get",),
}

# Functions whose result has what they are given in it, and builders of texts with the methods by which they take it in.
TEXTS: Mapping[str, tuple[str, ...]] = {"fmt": ("Sprint", "Sprintf", "Sprintln")}
BUILDERS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("bytes", "Buffer"): ("Write", "WriteString"),
    ("strings", "Builder"): ("Write", "WriteString"),
}

_MAJOR = re.compile(r"/v\d+(?=/|$)")


@cache
def said_again(package: str, name: str) -> int | None:
    """The index of the argument that the first result of a function says again; None where nothing is known of one."""
    return _row(COPIES, package, name)


@cache
def request_of(package: str, name: str) -> int | None:
    """The index of the request whose body a function gives; None where nothing is known of one."""
    return _row(OF_REQUESTS, package, name)


def _row(table: Mapping[tuple[str, str], int], package: str, name: str) -> int | None:
    found = table.get((package, name))
    return table.get((_MAJOR.sub("", package), name)) if found is None and "/v" in package else found
