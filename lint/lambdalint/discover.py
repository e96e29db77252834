"""Which files a project has."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable

from lambdalint.config import Config, Pattern
from lambdalint.listing import Listed, listing
from lambdalint.paths import Paths, StrPath, inside, upwards
from lambdalint.record import NamedTuple
from lambdalint.transaction import PREFIX

SYNTHESIZED = "cdk.out"
TEMPLATE = ".template.json"
"""What the CDK makes of a program: nothing else of that folder is read."""
ALWAYS_EXCLUDED = frozenset(
    (".git", ".hg", ".terraform", ".aws-sam", "cdk.out", "node_modules", "vendor", ".serverless", ".venv", "dist")
)
_EXCLUDED = ALWAYS_EXCLUDED - {SYNTHESIZED}  # from a walk, which takes templates out of the other
OUTSIDE = "a link that leads out of the project"


class Inventory(NamedTuple):
    """The files of a project.

    `paths` are relative to `root`, with `/`, sorted. `skipped` lists what was left out though nobody excluded it, and
    why. `prefix` is the path of `root` inside its repository, ending with `/`; empty when both are the same or there is
    no repository.
    """

    root: str
    paths: Paths
    skipped: tuple[tuple[str, str], ...]
    prefix: str


def inventory(place: StrPath, config: Config, named: Iterable[str] = (), unsaved: Iterable[str] = ()) -> Inventory:
    """The files under a folder that are to be analysed: what Git doesn't ignore, less what the configuration excludes.

    Outside of a repository nothing is ignored: an archive of one has none but its tracked files, whatever they match.

    `named` are paths that the user named; they are kept even when excluded, unless `force-exclude` is set. `unsaved`
    are files whose text is known though it isn't on disk yet.
    """
    return search(place, config, named, unsaved)()


def search(
    place: StrPath, config: Config, named: Iterable[str] = (), unsaved: Iterable[str] = ()
) -> Callable[[], Inventory]:
    """Begin to look for the files of `inventory`; what is returned gives it, once. Meanwhile Git lists them."""
    root = os.path.realpath(place)
    top = repository(root)
    asked = listing(root) if top is not None and config.respect_gitignore else None

    def found() -> Inventory:
        listed, plain = (asked and asked()) or Listed([], frozenset())
        listed = _entered(listed)
        if not listed:
            listed, plain = _walk(root, config.respect_gitignore and top is not None)
        more = (*_made_of(root, listed), *unsaved)
        paths, skipped = _sorted_out(root, config, (*listed, *more), named, plain.union(unsaved))
        return Inventory(root, paths, skipped, "" if top is None or top == root else f"{inside(root, top)}/")

    return found


def _sorted_out(
    root: str, config: Config, listed: Iterable[str], named: Iterable[str], fit: frozenset[str]
) -> tuple[Paths, tuple[tuple[str, str], ...]]:
    """Which of the files are to be analysed, and which are left out though nobody excluded them, and why.

    `fit` are those that nothing can be in the way of.
    """
    forced = frozenset() if config.force_exclude else frozenset(named)
    wanted = _filter(root, config)
    met = sorted(dict.fromkeys((*listed, *forced)))
    if wanted is not None:
        met = [path for path in met if path in forced or wanted(path)]
    doubtful = [path for path in met if path not in fit]
    obstacles = {path: reason for path in doubtful if (reason := _obstacle(root, path)) is not None}
    skipped = tuple((_printable(path), reason) for path, reason in obstacles.items() if reason)
    return Paths(path for path in met if path not in obstacles) if obstacles else Paths(met), skipped


def repository(folder: str) -> str | None:
    """The top folder of the Git or Mercurial repository that holds the absolute `folder`."""
    marks = (".git", ".hg")
    return next((f for f in upwards(folder) if any(os.path.lexists(os.path.join(f, mark)) for mark in marks)), None)


def _obstacle(root: str, path: str) -> str | None:
    """Why a path can't be analysed: None when it can, empty when it isn't there or needs no mention."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return "a name that is not UTF-8"
    full = os.path.join(root, path)
    try:
        mode = os.lstat(full).st_mode
        if stat.S_ISLNK(mode):
            return _obstacle_of_link(root, full)
    except (OSError, ValueError):
        return ""
    if stat.S_ISREG(mode):
        return None
    return "another repository" if stat.S_ISDIR(mode) else "not a regular file"


def _obstacle_of_link(root: str, link: str) -> str | None:
    """A link to a file of the project stands for that file; folders are met where they really are."""
    target = os.path.realpath(link)
    if inside(target, root) is None:
        return OUTSIDE
    return None if os.path.isfile(target) else ""


def _printable(path: str) -> str:
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


# -- what there is ---------------------------------------------------------------------------------------------------


def _made_of(root: str, listed: Iterable[str]) -> list[str]:
    """What the CDK has made of the programs among the files, though Git may ignore it."""
    found: list[str] = []
    for path in listed:
        if not f"/{path}".endswith("/cdk.json"):
            continue
        folder = path.rpartition("/")[0]
        made = f"{folder}/{SYNTHESIZED}".lstrip("/")
        try:
            found += (
                f"{made}/{entry.name}"
                for entry in os.scandir(os.path.join(root, made))
                if entry.name.endswith(TEMPLATE)
            )
        except OSError:
            continue
    return found


def _entered(listed: list[str]) -> list[str]:
    """The same without what is never looked into. Most projects have nothing of it: all names are asked at once."""
    text = "/" + "\0/".join(listed)
    if f"/{PREFIX}" not in text and not any(f"/{name}/" in text for name in ALWAYS_EXCLUDED):
        return listed
    return [path for path in listed if not _always(path)]


def _always(path: str) -> bool:
    """True for a path inside a folder that is never looked into, and for what is there only while fixes are written."""
    *folders, name = path.split("/")
    if folders and folders[-1] == SYNTHESIZED and name.endswith(TEMPLATE):
        folders.pop()
    return not ALWAYS_EXCLUDED.isdisjoint(folders) or f"/{PREFIX}" in f"/{path}"


def _walk(root: str, respect_gitignore: bool) -> Listed:
    """All files below `root`, without following links, less what the `.gitignore` files on the way say."""
    found: list[str] = []
    odd: set[str] = set()
    waiting: list[tuple[str, tuple[_Ignore, ...]]] = [("", ())]
    while waiting:
        folder, ignores = waiting.pop()
        try:
            entries = list(os.scandir(os.path.join(root, folder)))
        except OSError:
            continue
        if respect_gitignore and any(entry.name == ".gitignore" for entry in entries):
            ignores = (*ignores, _Ignore(root, folder))
        made = f"/{folder}".endswith(f"/{SYNTHESIZED}/")
        for entry in entries:
            name = entry.name
            path = folder + name
            is_folder = entry.is_dir(follow_symlinks=False)
            if made and (is_folder or not name.endswith(TEMPLATE)):
                continue
            if (name in _EXCLUDED and (is_folder or name == ".git")) or name.startswith(PREFIX):
                continue
            if ignores and _ignored(path, is_folder, ignores):
                continue
            if is_folder:
                waiting.append((path + "/", ignores))
            else:
                found.append(path)
                if not entry.is_file(follow_symlinks=False) or not path.isascii():
                    odd.add(path)
    return Listed(found, frozenset(found).difference(odd))


class _Ignore:
    """One `.gitignore` file; `folder` ends with `/`, or is empty."""

    def __init__(self, root: str, folder: str) -> None:
        self.folder = folder
        try:
            with open(os.path.join(root, folder, ".gitignore"), "rb") as file:
                data = file.read()
        except OSError:
            data = b""
        from lambdalint.gitignore import Ignores  # for repositories that Git doesn't list

        self.patterns = Ignores(data)


def _ignored(path: str, folder: bool, ignores: Iterable[_Ignore]) -> bool:
    """The word of the innermost file that mentions the path counts."""
    for ignore in reversed(tuple(ignores)):
        said = ignore.patterns.says(path[len(ignore.folder) :], folder)
        if said is not None:
            return said
    return False


# -- what the configuration wants ------------------------------------------------------------------------------------


def _filter(root: str, config: Config) -> Callable[[str], bool] | None:
    """Whether `include`, `exclude` and `extend-exclude` leave a path in; None where they leave in all."""
    if not (config.exclude or config.extend_exclude or config.include):
        return None
    excluded = matcher(root, (*config.exclude, *config.extend_exclude))
    included = matcher(root, config.include) if config.include else None
    return lambda path: not excluded(path) and (included is None or included(path))


def matcher(root: str, patterns: Iterable[Pattern]) -> Callable[[str], bool]:
    """A test whether a path (relative to `root`) matches any of the patterns, each seen from its own folder."""
    by_base: dict[str, list[str]] = {}
    for pattern in patterns:
        by_base.setdefault(pattern.base or root, []).append(pattern.glob)
    if not by_base:
        return lambda _path: False
    from pathspec import GitIgnoreSpec

    specs = [(base, GitIgnoreSpec.from_lines(globs)) for base, globs in by_base.items()]

    def matches(path: str) -> bool:
        for base, spec in specs:
            seen = path if base == root else os.path.relpath(os.path.join(root, path), base).replace(os.sep, "/")
            if not seen.startswith("../") and spec.match_file(seen):
                return True
        return False

    return matches
