"""What people ask of their files, legal holds and requests of erasure; each seen where its person is seen."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


# As for dossiers: rows are seen of persons within reach at a class; the person sees what he asked himself.
WITHIN = """(
    {needed} <= (SELECT access_class_everywhere())
    OR EXISTS (SELECT FROM register_person p WHERE p.id = person_id
        AND p.home_id = ANY((SELECT access_units({needed}::smallint))::uuid[]))
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


def secured(table, needed, *, own):
    write = WITHIN.format(needed=needed, own="")
    see = WITHIN.format(needed=needed, own=OWN) if own else write
    return migrations.RunSQL(
        SECURE.format(table=table, see=see, write=write), NOT_SECURE.format(table=table)
    )


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
        ('register', '0007_homes_are_settled_by_the_pen'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name='amendment',
            name='act',
            field=models.CharField(choices=[('opened', 'Lập hồ sơ'), ('added', 'Thêm'), ('changed', 'Sửa'), ('removed', 'Bỏ'), ('erased', 'Xóa theo quy định')], max_length=8),
        ),
        migrations.CreateModel(
            name='ErasureRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('basis', models.TextField()),
                ('state', models.CharField(choices=[('requested', 'Chờ người thứ hai'), ('done', 'Đã xóa'), ('refused', 'Không xóa')], default='requested', max_length=9)),
                ('requested_at', models.DateTimeField(auto_now_add=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='erasures', to='register.person')),
                ('requested_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('basis', ''), _negated=True)), name='erasurerequest_says_why'), models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('state', 'done'), _negated=True), models.Q(('decided_by', models.F('requested_by')), _negated=True), _connector='OR'), name='erasurerequest_needs_two'), models.UniqueConstraint(condition=models.Q(('state', 'requested')), fields=('person',), name='erasurerequest_one_waits')],
            },
        ),
        migrations.CreateModel(
            name='LegalHold',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.TextField()),
                ('set_at', models.DateTimeField(auto_now_add=True)),
                ('lifted_at', models.DateTimeField(null=True)),
                ('decision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision')),
                ('lifted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='holds', to='register.person')),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='legalhold_has_a_reason'), models.UniqueConstraint(condition=models.Q(('lifted_at__isnull', True)), fields=('person',), name='legalhold_one_a_person')],
            },
        ),
        migrations.CreateModel(
            name='SubjectRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('view', 'Xem, cung cấp dữ liệu'), ('correct', 'Chỉnh sửa dữ liệu'), ('delete', 'Xóa dữ liệu'), ('restrict', 'Hạn chế xử lý, phản đối')], max_length=8)),
                ('received_on', models.DateField()),
                ('acknowledge_by', models.DateField()),
                ('due_on', models.DateField()),
                ('acknowledged_on', models.DateField(null=True)),
                ('extended_why', models.TextField(blank=True)),
                ('done_on', models.DateField(null=True)),
                ('answer', models.TextField(blank=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='requests', to='register.person')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('done_on__isnull', True)), fields=['due_on'], name='subjectrequest_waiting')],
                'constraints': [models.CheckConstraint(condition=models.Q(('done_on__isnull', True), models.Q(('answer', ''), _negated=True), _connector='OR'), name='subjectrequest_done_has_an_answer'), models.CheckConstraint(condition=models.Q(('done_on__isnull', True), ('done_on__gte', models.F('received_on')), _connector='OR'), name='subjectrequest_done_after_received')],
            },
        ),
        secured("people_legalhold", 2, own=True),
        secured("people_erasurerequest", 3, own=True),
        secured("people_subjectrequest", 2, own=True),
    ]
