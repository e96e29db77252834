"""The call path beside a finding leads to the function that the finding is in."""

from __future__ import annotations

from pathlib import Path

import pytest

from lambdalint.runner import analyse
from tests.cases import TESTDATA, TODAY, config_for

RULE = "internal-error-in-response"


@pytest.mark.parametrize("folder", sorted((TESTDATA / "rules" / RULE).iterdir()), ids=lambda folder: folder.name)
def test_the_last_step_is_the_function_of_the_finding(folder: Path) -> None:
    found = analyse(folder, config_for(frozenset({RULE})), today=TODAY).results
    ends = {(r.flow[-1].message, r.anchor) for r in found if len(r.flow) > 1}
    assert [(end, anchor) for end, anchor in sorted(ends) if not end.endswith(f"calls {anchor}")] == []
