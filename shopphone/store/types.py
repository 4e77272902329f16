"""Stored types: integers in the database, Decimal and aware datetime in Python (ARCHITECTURE 4.19)."""

import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

import sqlalchemy
from sqlalchemy import BigInteger, Integer, Row
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from shopphone.store.text import storable

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


def to_ms(moment: datetime) -> int:
    return (moment - _EPOCH) // _MS


def from_ms(ms: int) -> datetime:
    return _EPOCH + ms * _MS


class Text(TypeDecorator[str]):
    """Text as people and telephones send it, in a form that every database keeps."""

    impl = sqlalchemy.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class Moment(TypeDecorator[datetime]):
    """A point in time as integer milliseconds UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_ms(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_ms(value)


class Day(TypeDecorator[date]):
    """A calendar day as ISO text."""

    impl = sqlalchemy.Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class _Scaled(TypeDecorator[Decimal]):
    """A Decimal kept as an integer number of its smallest parts."""

    impl = BigInteger
    cache_ok = True
    places = 0

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value.scaleb(self.places).to_integral_exact())

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else Decimal(value).scaleb(-self.places)


class Cents(_Scaled):
    """An amount in EUR, stored in cents."""

    cache_ok = True
    places = 2


class UnitPrice(_Scaled):
    """A unit price in EUR, stored in 1/10,000."""

    cache_ok = True
    places = 4


class Quantity(_Scaled):
    """A quantity or content, stored in 1/1,000."""

    cache_ok = True
    places = 3


class BasisPoints(_Scaled):
    """A VAT rate in percent, stored in basis points."""

    cache_ok = True
    places = 2


class Fraction(_Scaled):
    """A discount as a fraction (0.1 = 10 %), stored in 1/10,000."""

    cache_ok = True
    places = 4


class Json(TypeDecorator[Any]):
    """A small frozen snapshot (an address, a list of words) as JSON text."""

    impl = sqlalchemy.Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        if value is None:
            return None
        return json.dumps(_storable(value), ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _storable(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(each) for each in value]
    return value


# folded names are compared byte by byte everywhere: a prefix is a range only then
FoldedText = Text().with_variant(Text(collation="C"), "postgresql")
Key = BigInteger().with_variant(Integer, "sqlite")

Record: TypeAlias = Row[*tuple[Any, ...]]
