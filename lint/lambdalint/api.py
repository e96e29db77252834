"""All that a rule may import, beside the tables in `lambdalint.data` and the standard library."""

from lambdalint import gofix
from lambdalint.durations import seconds
from lambdalint.fix import Applicability, Edit, Fix
from lambdalint.hoist import hoists, package_names
from lambdalint.hoist.obstacle import Obstacle
from lambdalint.model import goast, gotypes, methodsets, satisfaction
from lambdalint.model.access import ApiCors, FunctionUrl, Permission, Policy, Role, Statement
from lambdalint.model.build import Artifact, Build, Goal, Stage, Zip
from lambdalint.model.code import (
    Code,
    CodeSecret,
    Entry,
    EnvironmentRead,
    EnvironmentSwitch,
    GoFile,
    GoFunction,
    Handler,
    HandlerPath,
    Hop,
    Import,
    Module,
    Parameter,
    Program,
    Reached,
    Site,
    TypeDeclaration,
    is_call_of,
)
from lambdalint.model.functions import (
    Environment,
    EnvironmentEntry,
    Function,
    Image,
    LogGroup,
    Package,
    PluginBuild,
    Setting,
)
from lambdalint.model.gotypes import is_of_package
from lambdalint.model.infra import Archive, UnknownAttribute
from lambdalint.model.project import (
    BrokenFile,
    GoFunctionDeployment,
    Link,
    LinkedFunction,
    Project,
    Strength,
    SuppressionComment,
)
from lambdalint.model.triggers import (
    ApiIntegration,
    ApiRoute,
    EventSourceMapping,
    Filter,
    InvokeConfig,
    Queue,
    QueueTrigger,
    Trigger,
)
from lambdalint.pattern import pattern
from lambdalint.provenance import Provenance, provenance
from lambdalint.provenance.expressions import given
from lambdalint.provenance.marks import builds_client, is_object_key, opens_connection
from lambdalint.provenance.origins import Origin
from lambdalint.provenance.shown import is_shown
from lambdalint.provenance.telling import Telling
from lambdalint.record import NamedTuple
from lambdalint.rule import Context, Finding, Related, Rule, Severity, Status, call_path
from lambdalint.secrets import names_secret
from lambdalint.source import Position, Source, Span
from lambdalint.value import Known, Secret, Slot, Unknown, Value

__all__ = [
    "ApiCors",
    "ApiIntegration",
    "ApiRoute",
    "Applicability",
    "Archive",
    "Artifact",
    "BrokenFile",
    "Build",
    "Code",
    "CodeSecret",
    "Context",
    "Edit",
    "Entry",
    "Environment",
    "EnvironmentEntry",
    "EnvironmentRead",
    "EnvironmentSwitch",
    "EventSourceMapping",
    "Filter",
    "Finding",
    "Fix",
    "Function",
    "FunctionUrl",
    "GoFile",
    "GoFunction",
    "GoFunctionDeployment",
    "Goal",
    "Handler",
    "HandlerPath",
    "Hop",
    "Image",
    "Import",
    "InvokeConfig",
    "Known",
    "Link",
    "LinkedFunction",
    "LogGroup",
    "Module",
    "NamedTuple",
    "Obstacle",
    "Origin",
    "Package",
    "Parameter",
    "Permission",
    "PluginBuild",
    "Policy",
    "Position",
    "Program",
    "Project",
    "Provenance",
    "Queue",
    "QueueTrigger",
    "Reached",
    "Related",
    "Role",
    "Rule",
    "Secret",
    "Setting",
    "Severity",
    "Site",
    "Slot",
    "Source",
    "Span",
    "Stage",
    "Statement",
    "Status",
    "Strength",
    "SuppressionComment",
    "Telling",
    "Trigger",
    "TypeDeclaration",
    "Unknown",
    "UnknownAttribute",
    "Value",
    "Zip",
    "builds_client",
    "call_path",
    "given",
    "goast",
    "gofix",
    "gotypes",
    "hoists",
    "is_call_of",
    "is_object_key",
    "is_of_package",
    "is_shown",
    "methodsets",
    "names_secret",
    "opens_connection",
    "package_names",
    "pattern",
    "provenance",
    "satisfaction",
    "seconds",
]
