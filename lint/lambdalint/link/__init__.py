"""Which code, which build and which deployed function belong together, and how surely.

An *exact* link follows paths that both sides spell: a build writes a binary, an archive or zip command packs that
binary, a function deploys that zip. A project with one Lambda program has no other choice, so its Go functions are
linked to it exactly too, but not one of an unknown package where another function is known to run the program. A
*probable* link rests on names that agree where nothing contradicts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lambdalint.link.builds import build_links, meant, only_go_in_images
from lambdalint.link.chains import chains
from lambdalint.link.languages import languages
from lambdalint.link.programs import program_links
from lambdalint.model.build import BuildFacts
from lambdalint.model.code import Code
from lambdalint.model.infra import InfraFacts
from lambdalint.model.project import BrokenFile, Project, SuppressionComment
from lambdalint.source import Source


def link(
    sources: Mapping[str, Source],
    paths: Sequence[str],
    code: Code,
    infra: InfraFacts,
    builds: BuildFacts,
    broken: tuple[BrokenFile, ...],
    comments: tuple[SuppressionComment, ...],
    rule_names: Mapping[str, str],
) -> Project:
    """Join the facts of all front ends. `paths` are all files of the project; none is read here."""
    packed = chains(code, infra, builds)
    of_builds = tuple(build_links(infra, code, builds, packed))
    builds = meant(builds, code, packed, of_builds)
    links = tuple(program_links(infra, code, builds, of_builds))
    go, others = languages(paths, infra, links, only_go_in_images(code, builds))
    go_links = tuple(found for found in links if found.function in go)
    return Project(sources, code, infra, builds, go_links, of_builds, broken, comments, rule_names, go, others)
