from __future__ import annotations

from bench.turn import figures


def test_the_ratio_is_of_the_medians() -> None:
    said = figures([30.0, 20.0, 500.0], [10.0, 8.0, 12.0])
    assert (said["p50_ms"], said["bare_ms"], said["ratio_p50"]) == (30.0, 10.0, 3.0)
    assert (said["p95_ms"], said["n"]) == (500.0, 3)
