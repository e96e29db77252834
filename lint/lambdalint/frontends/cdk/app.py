"""A whole app: from the trace of a program to the facts of one deployment."""

from __future__ import annotations

from collections.abc import Sequence

from lambdalint.frontends.script.language import Language
from lambdalint.frontends.script.values import Call
from lambdalint.model.infra import Deployment, InfraFacts


def read(calls: Sequence[Call], language: Language, folder: str, name: str, whole: bool) -> InfraFacts:
    """All that the calls of one program deploy.

    `folder` is where the program runs, relative to the project root: relative asset paths start there. `name`
    identifies the program in the project (the path of its first file). `whole` is False when some of it wasn't read
    or followed.
    """
    del calls, language, folder
    return InfraFacts(deployments=(Deployment(name, name, whole),))
