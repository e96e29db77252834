"""Everything that decides which processor an image is for."""

from __future__ import annotations

import posixpath

from lambdalint.api import Build, Context, Edit, Function, Known, Stage, Unknown, Value
from lambdalint.data.architectures import ARM64, GOARCH, X86_64
from lambdalint_rules.packaging._obstacle import Obstacle

Edits = tuple[Edit, ...]

LINUX_ARM64 = "linux/arm64"
NAMED_AFTER_X86 = ("x86_64", "amd64")
FOLLOWS_TARGET = ("TARGETARCH", "TARGETPLATFORM")
BUILDER = "BUILDPLATFORM"


def image_for_arm64(function: Function, ctx: Context) -> Edits | Obstacle:
    """Edits that make the image of a function one for arm64; an obstacle where the platform is chosen out of sight."""
    image = function.image
    if image is None or not isinstance(image.dockerfile, Known):
        return Obstacle(function.span, "which Dockerfile makes the image isn't known")
    path = posixpath.normpath(image.dockerfile.value)
    stages = [stage for stage in ctx.project.builds.stages if stage.path == path]
    if not stages:
        return Obstacle(image.dockerfile.span, f"{path} isn't part of the project")
    edits = () if image.follows else _chosen(image.platform, stages[-1])
    for part in (_of_stage(stage, ctx) for stage in stages):
        if edits is None:
            return Obstacle(function.span, "the platform that the image is built for isn't written here")
        if isinstance(part, Obstacle):
            return part
        edits += part
    return edits or ()


def _chosen(platform: Value[str] | None, last: Stage) -> Edits | None:
    """What the deployment tool builds the image for; where it leaves that open, the last stage may say it."""
    if not isinstance(platform, Known):
        return None
    if platform.value == LINUX_ARM64:
        return ()
    if platform.default and platform.slot is None:
        return () if isinstance(last.platform, Known) else None
    return platform.write(LINUX_ARM64) or None


def _of_stage(stage: Stage, ctx: Context) -> Edits | Obstacle:
    builds = [build for build in ctx.project.builds.builds if build.stage == stage.key]
    base, platform = stage.base, stage.platform
    if not isinstance(base, Known) or "@" in base.value:
        return Obstacle(base.span, f"whether this image exists for {ARM64} isn't known")
    edits: Edits = ()
    if any(word in base.value for word in NAMED_AFTER_X86):
        edits = base.write(base.value.replace(NAMED_AFTER_X86[0], ARM64)) if NAMED_AFTER_X86[0] in base.value else ()
        if not edits:
            return Obstacle(base.span, f"this image is for {X86_64}")
    on_builder = isinstance(platform, Unknown) and BUILDER in ctx.text(platform.span)
    if isinstance(platform, Known) and platform.value != LINUX_ARM64:
        moved = platform.write(LINUX_ARM64)
        if not moved:
            return Obstacle(platform.span, "the platform isn't written here")
        edits += moved
    elif isinstance(platform, Unknown) and not on_builder and not _is_target(platform, ctx):
        return Obstacle(platform.span, "the platform of this stage isn't known")
    for build in builds:
        compiled = _compiled(build, on_builder, ctx)
        if compiled is None:
            return Obstacle(build.goarch.span, "GOARCH isn't written here")
        edits += compiled
    return edits


def _is_target(value: Unknown, ctx: Context) -> bool:
    return any(word in ctx.text(value.span) for word in FOLLOWS_TARGET)


def _compiled(build: Build, on_builder: bool, ctx: Context) -> Edits | None:
    goarch = build.goarch
    if isinstance(goarch, Unknown):
        return () if _is_target(goarch, ctx) else None
    if goarch.value == GOARCH[ARM64]:
        return ()
    if not goarch.value and not on_builder:
        return ()  # the processor of the stage
    return goarch.write(GOARCH[ARM64]) or None
