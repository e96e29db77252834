"""Facts of several deployments, or of several dialects, as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lambdalint.model.infra import InfraFacts


def together(found: Sequence[InfraFacts]) -> InfraFacts:
    """All that was found; what is said of a place that several share is said once."""
    joined: Any = ([record for facts in found for record in facts[i]] for i in range(len(InfraFacts._fields)))
    facts = InfraFacts(*map(tuple, joined))
    names = {attribute.span: attribute for attribute in facts.unknown_attributes}
    return facts._replace(
        unknown_attributes=tuple(names.values()),
        secrets=tuple(dict.fromkeys(facts.secrets)),
        gaps=tuple(dict.fromkeys(facts.gaps)),
    )
