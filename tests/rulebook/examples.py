"""How many random examples the tests of this folder try.

``JOURNEYAUDIT_EXAMPLES=5000 pytest tests/rulebook`` looks harder, and at other examples every time;
without it the examples are always the same.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

EXAMPLES = int(os.environ.get("JOURNEYAUDIT_EXAMPLES", "0"))


def examples(usual: int) -> settings:
    """No deadline, and no complaint about a slow machine."""
    slowly = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
    return settings(
        max_examples=EXAMPLES or usual,
        deadline=None,
        derandomize=EXAMPLES == 0,
        suppress_health_check=slowly,
    )
