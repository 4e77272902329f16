"""What the first paint shows, read with plain sqlite3 while SQLAlchemy is not there yet."""

import sqlite3
from contextlib import closing
from pathlib import Path

NewCall = tuple[int, str, str, str]
_NEWEST = """
select call.rang_at, coalesce(customer.name, call.raw_number), call.state,
    coalesce(nullif(case ?1 when 'en' then outcome.name_en end, ''), outcome.name_de, '')
from call
left join customer on customer.id = call.customer_id
left join outcome on outcome.id = call.outcome_id
order by call.rang_at desc, call.id desc
limit ?2
"""


def newest_calls(file: Path, language: str, count: int) -> tuple[NewCall, ...]:
    """Moment in ms, who, state, outcome; none where the file is new, older, or not readable."""
    if not file.exists():
        return ()
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
            return tuple(connection.execute(_NEWEST, (language, count)))
    except sqlite3.DatabaseError:
        return ()  # the worker opens the same file next and says what is wrong with it
