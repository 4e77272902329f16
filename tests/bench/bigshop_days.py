"""The big shop's calendar: three years of opening hours that end at a fixed moment."""

from datetime import UTC, date, datetime

DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 13, 6, tzinfo=UTC)
NOW_MS = int(NOW.timestamp()) * 1000
DAY_MS = 24 * 3600 * 1000
DAYS = 1095
_OPEN_MS = 6 * 3600 * 1000


def moment(share: float) -> int:
    """Milliseconds UTC of a share (0 to below 1) of the three years, in opening hours up to now."""
    days = share * DAYS
    whole = int(days)
    opened = NOW_MS - (DAYS - 1 - whole) * DAY_MS - _OPEN_MS
    return opened + int((days - whole) * _OPEN_MS)


def iso_day(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).date().isoformat()
