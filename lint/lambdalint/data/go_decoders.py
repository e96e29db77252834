"""Calls that say again what they read: what they fill, or give back, has the content of an argument.

Source: godoc of each package.

Checked by `python -m lambdalint.dev data go_decoders` against aws/aws-lambda-go 1.55.1, aws/aws-sdk-go 1.55.8,
aws/aws-sdk-go-v2 1.47.6, go-viper/mapstructure/v2 2.5.0, goccy/go-json 0.12.0, google/go-github 17.0.0+incompatible,
json-iterator/go 1.1.12, mitchellh/mapstructure 1.5.0, slack-go/slack 0.23.1, stripe/stripe-go 70.15.0+incompatible,
golang.org/toolchain 0.0.1-go1.25.4.linux-amd64. Read 2026-11-21.
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
    ("net/url", "ParseQuery"): 0,
    ("net/url", "PathUnescape"): 0,
    ("net/url", "QueryUnescape"): 0,
    # what other services send to an address of ours
    ("github.com/google/go-github/github", "ParseWebHook"): 1,
    ("github.com/slack-go/slack/slackevents", "ParseEvent"): 0,
    ("github.com/stripe/stripe-go/webhook", "ConstructEvent"): 0,
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
    found = COPIES.get((package, name))
    return COPIES.get((_MAJOR.sub("", package), name)) if found is None and "/v" in package else found
