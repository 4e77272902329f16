"""How a job of CUPS ended, asked of its own library: lpstat lists the ended ones and hides how."""

import ctypes
from enum import IntEnum
from functools import cache

_ALL_USERS, _ALL_JOBS = 0, -1


class JobState(IntEnum):
    """RFC 8011, job-state."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELLED = 7
    ABORTED = 8
    COMPLETED = 9


class _Job(ctypes.Structure):
    """cups_job_t of cups/cups.h, the same since CUPS 1.0."""

    _fields_ = (
        ("id", ctypes.c_int),
        ("dest", ctypes.c_char_p),
        ("title", ctypes.c_char_p),
        ("user", ctypes.c_char_p),
        ("format", ctypes.c_char_p),
        ("state", ctypes.c_int),
        ("size", ctypes.c_int),
        ("priority", ctypes.c_int),
        ("completed_time", ctypes.c_long),
        ("creation_time", ctypes.c_long),
        ("processing_time", ctypes.c_long),
    )


def state_of(printer: str, job: str) -> JobState | None:
    """None: the print system has forgotten the job, or there is no such library."""
    library = _library()
    number = job.rpartition("-")[2]
    if library is None or not number.isdecimal():
        return None
    jobs = ctypes.POINTER(_Job)()
    name = printer.encode()
    count = library.cupsGetJobs2(None, ctypes.byref(jobs), name, _ALL_USERS, _ALL_JOBS)
    try:
        found = [jobs[n].state for n in range(count) if jobs[n].id == int(number)]
    finally:
        if count > 0:
            library.cupsFreeJobs(count, jobs)
    return JobState(found[0]) if found else None


@cache
def _library() -> ctypes.CDLL | None:
    """Version 2 alone: a later one may number its structures anew."""
    for name in ("libcups.so.2", "libcups.2.dylib"):
        try:
            found = ctypes.CDLL(name)
        except OSError:
            continue
        found.cupsGetJobs2.argtypes = (
            ctypes.c_void_p,
            ctypes.POINTER(ctypes.POINTER(_Job)),
            ctypes.c_char_p,
            ctypes.c_int,
            ctypes.c_int,
        )
        found.cupsFreeJobs.argtypes = (ctypes.c_int, ctypes.POINTER(_Job))
        found.cupsFreeJobs.restype = None
        return found
    return None
