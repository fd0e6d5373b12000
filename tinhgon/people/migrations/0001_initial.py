"""Dossiers; row security lets each reader see the rows of his reach and class, and his own."""

import django.contrib.postgres.fields
import django.db.models.deletion
import tinhgon.temporal.fields
import uuid
from django.conf import settings
from django.db import migrations, models


# Each function in a SELECT of its own: so it runs once a statement, not once a row.
WITHIN = """(
    {needed} <= (SELECT access_class_everywhere())
    OR EXISTS (SELECT FROM register_person p WHERE p.id = person_id AND p.home_id = ANY(CASE {needed}
        WHEN 3 THEN (SELECT access_units(3::smallint))
        WHEN 2 THEN (SELECT access_units(2::smallint))
        ELSE (SELECT access_units(1::smallint)) END))
    {own}
)"""
OWN = "OR person_id = (SELECT access_own_person())"
SECURE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
CREATE POLICY {table}_within_reach ON {table} USING {see} WITH CHECK {write};
"""
NOT_SECURE = """
DROP POLICY {table}_within_reach ON {table};
ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
"""


def secured(table, needed, *, own_writes):
    """Let rows be seen of persons within reach at a class, and of oneself."""
    see = WITHIN.format(needed=needed, own=OWN)
    write = see if own_writes else WITHIN.format(needed=needed, own="")
    return migrations.RunSQL(
        SECURE.format(table=table, see=see, write=write), NOT_SECURE.format(table=table)
    )


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('register', '0007_homes_are_settled_by_the_pen'),
        ('access', '0002_grants'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Campaign',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=250)),
                ('fields', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('note', models.TextField(blank=True)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('section', models.CharField(max_length=20)),
                ('field_class', models.SmallIntegerField()),
                ('since', models.DateField(null=True)),
                ('since_precision', models.CharField(blank=True, max_length=5)),
                ('until', models.DateField(null=True)),
                ('until_precision', models.CharField(blank=True, max_length=5)),
                ('data', models.JSONField(default=dict)),
                ('sealed', models.BinaryField(null=True)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(auto_now=True)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='entries', to='register.person')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('media_type', models.CharField(max_length=60)),
                ('size', models.PositiveIntegerField()),
                ('sealed', models.BinaryField()),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.person')),
                ('entry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='people.entry')),
            ],
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('section', models.CharField(max_length=20)),
                ('entry', models.UUIDField(null=True)),
                ('revision', models.PositiveIntegerField(null=True)),
                ('sealed', models.BinaryField()),
                ('state', models.CharField(choices=[('proposed', 'Chờ xác nhận'), ('confirmed', 'Đã xác nhận'), ('returned', 'Trả lại'), ('withdrawn', 'Đã rút')], default='proposed', max_length=9)),
                ('answer', models.TextField(blank=True)),
                ('proposed_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('campaign', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='people.campaign')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='proposals', to='register.person')),
            ],
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('arrangement', models.JSONField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Amendment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('act', models.CharField(choices=[('opened', 'Lập hồ sơ'), ('added', 'Thêm'), ('changed', 'Sửa'), ('removed', 'Bỏ')], max_length=8)),
                ('section', models.CharField(max_length=20)),
                ('entry', models.UUIDField(null=True)),
                ('fields', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), default=list, size=None)),
                ('sealed', models.BinaryField(null=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('due_on', models.DateField()),
                ('synchronised_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='amendments', to='register.person')),
            ],
            options={
                'indexes': [models.Index(fields=['person', '-id'], name='amendment_by_person'), models.Index(condition=models.Q(('synchronised_at__isnull', True)), fields=['due_on'], name='amendment_waiting')],
            },
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('fields', []), _negated=True), name='campaign_opens_fields'),
        ),
        migrations.AddConstraint(
            model_name='campaign',
            constraint=models.CheckConstraint(condition=models.Q(('valid__startswith__isnull', False), ('valid__upper_inf', False)), name='campaign_has_an_end'),
        ),
        migrations.AddIndex(
            model_name='entry',
            index=models.Index(fields=['person', 'section', 'since'], name='entry_by_person'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('field_class__in', (0, 1, 2, 3))), name='entry_class_exists'),
        ),
        migrations.AddConstraint(
            model_name='entry',
            constraint=models.CheckConstraint(condition=models.Q(('since__isnull', True), ('until__isnull', True), ('until__gte', models.F('since')), _connector='OR'), name='entry_ends_after_it_begins'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'returned'), _negated=True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='proposal_return_has_an_answer'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['proposed', 'withdrawn']), ('decided_at__isnull', False), _connector='OR'), name='proposal_decided_has_its_moment'),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('user', 'name'), name='savedview_one_name_a_user'),
        ),
        secured("people_entry", "field_class", own_writes=False),
        secured("people_attachment", "2", own_writes=False),
        secured("people_amendment", "2", own_writes=False),
        secured("people_proposal", "2", own_writes=True),
    ]
