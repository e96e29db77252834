"""Who may invoke a function, and what a function may do."""

from __future__ import annotations

from lambdalint.record import NamedTuple
from lambdalint.source import Span
from lambdalint.value import UNREAD, Known, Slot, Value


class FunctionUrl(NamedTuple):
    """A function's own HTTPS address. `authorization` is `AWS_IAM` or `NONE`, `invoke_mode` `BUFFERED` or
    `RESPONSE_STREAM`. `cors_credentials` tells whether browsers send credentials along. `permitted`: True where
    whatever deploys it also gives all permissions that calls to it take, False where they have to be written, None
    where it may do that.
    """

    key: str
    label: str
    span: Span
    deployment: str
    function: str | None
    authorization: Value[str]
    invoke_mode: Value[str]
    cors_origins: Value[tuple[str, ...]] | None
    cors_credentials: Value[bool] = UNREAD
    permitted: bool | None = None


def closed(authorization: Value[str]) -> bool:
    """True for an address that isn't open to everybody: no tool gives permissions for it by itself."""
    return isinstance(authorization, Known) and authorization.value == "AWS_IAM"


class ApiCors(NamedTuple):
    """Which origins an API tells browsers to let in, and whether with credentials. `api` is the key of the API, as
    triggers name it.
    """

    key: str
    label: str
    span: Span
    deployment: str
    api: str
    origins: Value[tuple[str, ...]]
    credentials: Value[bool]


class Permission(NamedTuple):
    """A statement of a function's resource policy.

    `through_url` is True where only calls through the function's own address are allowed. `source_slot` writes the
    missing source, whatever value it is given, where the project shows the only one that is meant. `twin_slot` adds a
    permission for the same principal and the action that it is given, of the two that a function's address takes.
    `source_service` is the service that invokes for the source that is named, None where that isn't known.
    """

    key: str
    label: str
    span: Span
    deployment: str
    function: str | None
    action: Value[str]
    principal: Value[str]
    source_arn: Value[str] | None
    source_account: Value[str] | None
    organization: Value[str] | None
    url_auth_type: Value[str] | None
    through_url: Value[bool] | None = None
    source_slot: Slot | None = None
    twin_slot: Slot | None = None
    source_service: str | None = None


class Statement(NamedTuple):
    """One statement of an IAM policy. `None` for a list that isn't there; `effect` is `Allow` or `Deny`.

    `complete` is False when a list may have members that aren't known.
    """

    span: Span
    effect: Value[str]
    actions: tuple[Value[str], ...]
    not_actions: tuple[Value[str], ...]
    resources: tuple[Value[str], ...]
    not_resources: tuple[Value[str], ...]
    services: tuple[Value[str], ...]
    principals: tuple[Value[str], ...]
    conditioned: bool
    complete: bool


class Policy(NamedTuple):
    """A policy document with statements; `complete` is False when statements may be missing."""

    key: str
    label: str
    span: Span
    statements: tuple[Statement, ...]
    complete: bool


class Role(NamedTuple):
    """An execution role with all that is attached to it in the project.

    `trust` says who may assume it. `policies` are inline and customer-managed documents, `managed` ARNs of AWS-
    managed
    ones. `complete` is False when something attached is not known.
    """

    key: str
    label: str
    span: Span
    deployment: str
    name: Value[str]
    trust: Policy | None
    policies: tuple[Policy, ...]
    managed: tuple[Value[str], ...]
    complete: bool
