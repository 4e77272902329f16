"""Orders keep the standard rate of the country their VAT is due in."""

import sqlalchemy as sa
from alembic import op

revision = '0012'
down_revision = '0011'


def upgrade() -> None:
    with op.batch_alter_table('sale_order', schema=None) as batch_op:
        batch_op.add_column(sa.Column('standard_vat', sa.BigInteger(), server_default='1900', nullable=False))

