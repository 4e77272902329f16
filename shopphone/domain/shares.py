"""Shares of few cases, told honestly: the interval they may well have come from."""

from math import sqrt

_Z = 1.96  # 95 of 100


def wilson(hits: float, count: int) -> tuple[float, float]:
    """E. B. Wilson's score interval (J. Am. Stat. Assoc. 22, 1927); all is possible without cases."""
    if count == 0:
        return 0.0, 1.0
    share, z2 = hits / count, _Z * _Z
    middle = (share + z2 / (2 * count)) / (1 + z2 / count)
    half = _Z * sqrt(share * (1 - share) / count + z2 / (4 * count * count)) / (1 + z2 / count)
    return max(0.0, middle - half), min(1.0, middle + half)
