"""VAT rates name where they were looked up."""

import sqlalchemy as sa
from alembic import op

revision = '0015'
down_revision = '0014'


def upgrade() -> None:
    with op.batch_alter_table('vat_rate', schema=None) as batch_op:
        batch_op.add_column(sa.Column('source', sa.Text(), server_default='', nullable=False))

