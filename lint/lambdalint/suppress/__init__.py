"""Suppression comments: finding them, what they cover, and which of them are needed."""

from lambdalint.suppress.comments import comments
from lambdalint.suppress.matching import Matched, Place, expired, match
from lambdalint.suppress.scope import Scope, scopes
from lambdalint.suppress.unused import unused

__all__ = ["Matched", "Place", "Scope", "comments", "expired", "match", "scopes", "unused"]
