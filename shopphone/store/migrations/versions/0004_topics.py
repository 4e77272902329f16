"""Articles have several topics and say who is editing them."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'


def upgrade() -> None:
    op.create_table('article_editing',
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('staff', sa.Text(), nullable=False),
    sa.Column('at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_editing_article_id_article')),
    sa.PrimaryKeyConstraint('article_id', 'place', name=op.f('pk_article_editing'))
    )
    op.create_table('article_topic',
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('topic', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_topic_article_id_article')),
    sa.PrimaryKeyConstraint('article_id', 'topic', name=op.f('pk_article_topic'))
    )
    with op.batch_alter_table('article_topic', schema=None) as batch_op:
        batch_op.create_index('ix_article_topic_topic', ['topic'], unique=False)

    op.execute(
        "insert into article_topic (article_id, topic)"
        " select id, category from article where category <> ''"
    )
    op.drop_column('article', 'category')
