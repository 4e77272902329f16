"""What every table shares: the naming of its constraints, its key, a text that is never null."""

from sqlalchemy import Column, MetaData

from shopphone.store.types import Key, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> Column[int]:
    return Column("id", Key, primary_key=True, autoincrement=True)


def text_column(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")
