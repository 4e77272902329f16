"""Articles with states, groups, files and vectors; gaps with their questions; text modules."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'


def upgrade() -> None:
    op.create_table('text_module',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('abbreviation', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('note', sa.Text(), server_default='', nullable=False),
    sa.Column('active', sa.Boolean(), server_default='1', nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_text_module'))
    )
    with op.batch_alter_table('text_module', schema=None) as batch_op:
        batch_op.create_index('ix_text_module_abbreviation', ['abbreviation', 'language'], unique=True)

    op.create_table('article_attachment',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('media_type', sa.Text(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('sha256', sa.Text(), nullable=False),
    sa.Column('added_at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_attachment_article_id_article')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_article_attachment'))
    )
    with op.batch_alter_table('article_attachment', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_article_attachment_article_id'), ['article_id'], unique=False)

    op.create_table('article_group',
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_group_article_id_article')),
    sa.PrimaryKeyConstraint('article_id', 'group', name=op.f('pk_article_group'))
    )
    with op.batch_alter_table('article_group', schema=None) as batch_op:
        batch_op.create_index('ix_article_group_group', ['group'], unique=False)

    op.create_table('article_vector',
    sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('model', sa.Text(), nullable=False),
    sa.Column('text_sha256', sa.Text(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_vector_article_id_article')),
    sa.PrimaryKeyConstraint('article_id', 'model', name=op.f('pk_article_vector'))
    )
    op.create_table('gap_question',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('gap_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.Column('call_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('asked_at', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['call_id'], ['call.id'], name=op.f('fk_gap_question_call_id_call')),
    sa.ForeignKeyConstraint(['gap_id'], ['gap.id'], name=op.f('fk_gap_question_gap_id_gap')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gap_question'))
    )
    with op.batch_alter_table('gap_question', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_gap_question_call_id'), ['call_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_gap_question_gap_id'), ['gap_id'], unique=False)

    with op.batch_alter_table('article', schema=None) as batch_op:
        batch_op.add_column(sa.Column('state', sa.Text(), server_default='in_force', nullable=False))
        batch_op.add_column(sa.Column('audience', sa.Text(), server_default='everyone', nullable=False))
        batch_op.add_column(sa.Column('pair_version', sa.Integer(), nullable=True))

    with op.batch_alter_table('article_use', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_article_use_at'), ['at'], unique=False)

    with op.batch_alter_table('gap', schema=None) as batch_op:
        batch_op.add_column(sa.Column('closed_how', sa.Text(), server_default='', nullable=False))
        batch_op.add_column(sa.Column('article_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_gap_article_id_article'), 'article', ['article_id'], ['id'])
