"""The most memory a process ever had."""

import resource
import sys


def peak_mib() -> float:
    """Peak resident size of this process in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 2**10
