"""What holds for all tests."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def no_cache_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests run the tool, and don't read what another version of it kept."""
    monkeypatch.setenv("LAMBDALINT_NO_CACHE", "1")
