"""Posts, quotas and people, who holds which post, and the guards of seats and quotas."""

from pathlib import Path

import yaml
import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.manager
import tinhgon.temporal.constraints
import tinhgon.temporal.fields
import uuid
from django.db import migrations, models

from tinhgon.temporal.sql import known_view


# Sums of what the children have rise only on days on which something begins: these are the days looked at.
# At commit the row that fired may have been replaced: whole units and whole posts are judged.
QUOTA_COVERS = """
CREATE FUNCTION register_assert_quota_covers(above uuid) RETURNS void LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE excess record;
BEGIN
    SELECT own.staff_id, turn.day INTO excess
    FROM register_quota own
    CROSS JOIN LATERAL (
        SELECT lower(own.valid) AS day
        UNION SELECT lower(p.valid) FROM register_placement p WHERE p.parent_id = above
        UNION SELECT lower(q.valid) FROM register_placement p JOIN register_quota q ON q.unit_id = p.unit_id
            WHERE p.parent_id = above AND q.staff_id = own.staff_id
    ) turn
    WHERE own.unit_id = above AND own.valid @> turn.day AND own.number < (
        SELECT sum(q.number) FROM register_quota q
        WHERE q.staff_id = own.staff_id AND q.valid @> turn.day AND q.unit_id IN (
            SELECT p.unit_id FROM register_placement p WHERE p.parent_id = above AND p.valid @> turn.day))
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'the units under % have a larger quota than it', above
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'quota_covers_those_below',
                DETAIL = excess.staff_id || ' ' || excess.day;
    END IF;
END $$;
CREATE FUNCTION register_quota_covers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM register_assert_quota_covers(above)
        FROM (SELECT NEW.unit_id AS above
              UNION SELECT parent_id FROM register_placement WHERE unit_id = NEW.unit_id) those
        WHERE above IS NOT NULL;
    RETURN NULL;
END $$;
CREATE FUNCTION register_placement_keeps_quotas() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.parent_id IS NOT NULL AND EXISTS (SELECT FROM register_quota WHERE unit_id = NEW.unit_id) THEN
        PERFORM register_assert_quota_covers(NEW.parent_id);
    END IF;
    RETURN NULL;
END $$;
"""
NO_QUOTA_COVERS = """
DROP FUNCTION register_placement_keeps_quotas(); DROP FUNCTION register_quota_covers();
DROP FUNCTION register_assert_quota_covers(uuid);
"""
SEATS_SUFFICE = """
CREATE FUNCTION register_assert_seats(of uuid) RETURNS void LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE full_on date;
BEGIN
    -- An array keeps the planner off the index that begins with the person: it would read all of it.
    WITH held AS MATERIALIZED (
        SELECT a.valid, a.share FROM register_appointment a
        WHERE a.post_id = ANY (ARRAY[of]) AND a.how IN ('regular', 'concurrent', 'secondment', 'job_share')
    ), stood AS MATERIALIZED (SELECT v.valid, v.seats FROM register_postversion v WHERE v.post_id = of)
    SELECT turn.day INTO full_on
    FROM stood, (SELECT lower(valid) FROM stood UNION SELECT lower(valid) FROM held) turn(day)
    WHERE stood.valid @> turn.day
        AND stood.seats < (SELECT sum(held.share) FROM held WHERE held.valid @> turn.day)
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'post % has more holders than seats', of
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'appointment_seats_suffice',
                DETAIL = full_on::text;
    END IF;
END $$;
CREATE FUNCTION register_appointment_seats_suffice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM register_assert_seats(NEW.post_id);
    RETURN NULL;
END $$;
CREATE FUNCTION register_post_seats_suffice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM register_assert_seats(NEW.post_id);
    RETURN NULL;
END $$;
"""
NO_SEATS_SUFFICE = """
DROP FUNCTION register_post_seats_suffice(); DROP FUNCTION register_appointment_seats_suffice();
DROP FUNCTION register_assert_seats(uuid);
"""
FACT = ["unit_id", "decision_id", "valid"]
OF_PERSON = ["person_id", "decision_id", "valid"]
COLUMNS = {
    "register_quota": [*FACT, "staff_id", "number"],
    "register_postversion": [
        *FACT, "post_id", "title_id", "staff_id", "rank", "seats", "reports_to_id", "description"
    ],
    "register_appointment": [*OF_PERSON, "post_id", "how", "share", "term_until"],
    "register_grading": [*OF_PERSON, "grade_id", "step", "coefficient"],
}  # fmt: skip
DATA = Path(__file__).resolve().parents[1] / "data"


def load_code_lists(apps, schema_editor):
    """Fill the lists of titles, kinds of staff and grades."""
    lists = (("post_titles", "PostTitle", ("rank",)), ("staff_kinds", "StaffKind", ()), ("grades", "Grade", ()))
    for file, model, own in lists:
        rows = yaml.safe_load((DATA / f"{file}.yaml").read_text(encoding="utf-8"))
        for position, row in enumerate(rows):
            apps.get_model("register", model).objects.update_or_create(
                code=row["code"],
                defaults={"name_vi": row["vi"], "name_en": row["en"], "position": position}
                | {name: row[name] for name in own},
            )


class Migration(migrations.Migration):

    dependencies = [
        ('register', '0005_units_of_a_decision_by_index_alone'),
    ]

    operations = [
        migrations.RunSQL(QUOTA_COVERS, NO_QUOTA_COVERS),
        migrations.RunSQL(SEATS_SUFFICE, NO_SEATS_SUFFICE),
        migrations.CreateModel(
            name='AppointmentKnown',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('how', models.CharField(max_length=10)),
                ('share', models.DecimalField(decimal_places=2, default=1, max_digits=3)),
                ('term_until', models.DateField(null=True)),
            ],
            options={
                'abstract': False,
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='GradingKnown',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('step', models.PositiveSmallIntegerField(null=True)),
                ('coefficient', models.DecimalField(decimal_places=2, max_digits=4, null=True)),
            ],
            options={
                'abstract': False,
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='PostVersionKnown',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('rank', models.CharField(max_length=10)),
                ('seats', models.PositiveSmallIntegerField(default=1)),
                ('description', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='QuotaKnown',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('number', models.IntegerField()),
            ],
            options={
                'abstract': False,
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='Appointment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_from', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('how', models.CharField(max_length=10)),
                ('share', models.DecimalField(decimal_places=2, default=1, max_digits=3)),
                ('term_until', models.DateField(null=True)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'rows',
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('rows', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='AppointmentPast',
            fields=[
                ('past_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('recorded', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('how', models.CharField(max_length=10)),
                ('share', models.DecimalField(decimal_places=2, default=1, max_digits=3)),
                ('term_until', models.DateField(null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Grade',
            fields=[
                ('code', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('name_vi', models.CharField(max_length=120)),
                ('name_en', models.CharField(max_length=120)),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ('position', 'code'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Grading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_from', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('step', models.PositiveSmallIntegerField(null=True)),
                ('coefficient', models.DecimalField(decimal_places=2, max_digits=4, null=True)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'rows',
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('rows', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='GradingPast',
            fields=[
                ('past_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('recorded', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('step', models.PositiveSmallIntegerField(null=True)),
                ('coefficient', models.DecimalField(decimal_places=2, max_digits=4, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('name_key', models.CharField(db_collation='C', max_length=260)),
                ('name_folded', models.CharField(max_length=120)),
                ('sex', models.CharField(blank=True, choices=[('female', 'Female'), ('male', 'Male')], max_length=6)),
                ('born', models.DateField(null=True)),
                ('born_precision', models.CharField(blank=True, max_length=5)),
                ('number_index', models.BinaryField(max_length=32, null=True)),
                ('illustrative', models.BooleanField(default=False)),
                ('erased_at', models.DateTimeField(null=True)),
                ('revision', models.PositiveIntegerField(default=1)),
                ('opened_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ],
        ),
        migrations.CreateModel(
            name='PostTitle',
            fields=[
                ('code', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('name_vi', models.CharField(max_length=120)),
                ('name_en', models.CharField(max_length=120)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('rank', models.CharField(max_length=10)),
            ],
            options={
                'ordering': ('position', 'code'),
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PostVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_from', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('rank', models.CharField(max_length=10)),
                ('seats', models.PositiveSmallIntegerField(default=1)),
                ('description', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'rows',
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('rows', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='PostVersionPast',
            fields=[
                ('past_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('recorded', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('rank', models.CharField(max_length=10)),
                ('seats', models.PositiveSmallIntegerField(default=1)),
                ('description', models.TextField(blank=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Quota',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_from', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('number', models.IntegerField()),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'rows',
            },
            managers=[
                ('objects', django.db.models.manager.Manager()),
                ('rows', django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name='QuotaPast',
            fields=[
                ('past_id', models.BigAutoField(primary_key=True, serialize=False)),
                ('recorded', django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('number', models.IntegerField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StaffKind',
            fields=[
                ('code', models.CharField(max_length=60, primary_key=True, serialize=False)),
                ('name_vi', models.CharField(max_length=120)),
                ('name_en', models.CharField(max_length=120)),
                ('position', models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                'ordering': ('position', 'code'),
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='change',
            name='subject',
            field=models.UUIDField(null=True),
        ),
        migrations.AddIndex(
            model_name='change',
            index=models.Index(condition=models.Q(('subject__isnull', False)), fields=['subject', 'id'], name='change_by_subject'),
        ),
        migrations.AddField(
            model_name='appointment',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision'),
        ),
        migrations.AddField(
            model_name='appointmentpast',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision'),
        ),
        migrations.AddField(
            model_name='grading',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision'),
        ),
        migrations.AddField(
            model_name='grading',
            name='grade',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.grade'),
        ),
        migrations.AddField(
            model_name='gradingpast',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision'),
        ),
        migrations.AddField(
            model_name='gradingpast',
            name='grade',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.grade'),
        ),
        migrations.AddField(
            model_name='person',
            name='home',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit'),
        ),
        migrations.AddField(
            model_name='gradingpast',
            name='person',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.person'),
        ),
        migrations.AddField(
            model_name='grading',
            name='person',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.person'),
        ),
        migrations.AddField(
            model_name='appointmentpast',
            name='person',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.person'),
        ),
        migrations.AddField(
            model_name='appointment',
            name='person',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.person'),
        ),
        migrations.AddField(
            model_name='appointmentpast',
            name='post',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.post'),
        ),
        migrations.AddField(
            model_name='appointment',
            name='post',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.post'),
        ),
        migrations.AddField(
            model_name='postversion',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision'),
        ),
        migrations.AddField(
            model_name='postversion',
            name='post',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.post'),
        ),
        migrations.AddField(
            model_name='postversion',
            name='reports_to',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.post'),
        ),
        migrations.AddField(
            model_name='postversion',
            name='title',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.posttitle'),
        ),
        migrations.AddField(
            model_name='postversion',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit'),
        ),
        migrations.AddField(
            model_name='postversionpast',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision'),
        ),
        migrations.AddField(
            model_name='postversionpast',
            name='post',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.post'),
        ),
        migrations.AddField(
            model_name='postversionpast',
            name='reports_to',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.post'),
        ),
        migrations.AddField(
            model_name='postversionpast',
            name='title',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.posttitle'),
        ),
        migrations.AddField(
            model_name='postversionpast',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit'),
        ),
        migrations.AddField(
            model_name='quota',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision'),
        ),
        migrations.AddField(
            model_name='quota',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit'),
        ),
        migrations.AddField(
            model_name='quotapast',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision'),
        ),
        migrations.AddField(
            model_name='quotapast',
            name='unit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit'),
        ),
        migrations.AddField(
            model_name='quotapast',
            name='staff',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.staffkind'),
        ),
        migrations.AddField(
            model_name='quota',
            name='staff',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.staffkind'),
        ),
        migrations.AddField(
            model_name='postversionpast',
            name='staff',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.staffkind'),
        ),
        migrations.AddField(
            model_name='postversion',
            name='staff',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.staffkind'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['home', 'name_key'], name='person_by_home'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['name_key', 'id'], name='person_by_name'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(models.F('name_folded'), name='gin_trgm_ops'), name='person_by_folded_name'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.UniqueConstraint(fields=('number_index',), name='person_one_file_a_number'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='person_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='person',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('born__isnull', True), ('born_precision', '')), models.Q(('born__isnull', False), ('born_precision__in', ['year', 'month', 'day'])), _connector='OR'), name='person_birth_has_a_precision'),
        ),
        migrations.AddConstraint(
            model_name='gradingpast',
            constraint=tinhgon.temporal.constraints.Guard(deferred=False, function='temporal_past_is_kept', name='gradingpast_is_kept', when='BEFORE INSERT OR UPDATE OR DELETE'),
        ),
        migrations.AddConstraint(
            model_name='grading',
            constraint=tinhgon.temporal.constraints.Guard(deferred=False, function='temporal_keep_past', name='grading_keeps_its_past', when='BEFORE INSERT OR UPDATE OR DELETE'),
        ),
        migrations.AddConstraint(
            model_name='grading',
            constraint=models.CheckConstraint(condition=models.Q(('valid__startswith__gte', datetime.date(1, 1, 1)), ('valid__startswith__isnull', False), models.Q(('valid__upper_inf', True), ('valid__endswith__lte', datetime.date(9999, 12, 31)), _connector='OR')), name='grading_has_days'),
        ),
        migrations.AddConstraint(
            model_name='grading',
            constraint=tinhgon.temporal.constraints.WithoutOverlaps(key=('person',), name='grading_one_a_day', period='valid'),
        ),
        migrations.AddConstraint(
            model_name='appointmentpast',
            constraint=tinhgon.temporal.constraints.Guard(deferred=False, function='temporal_past_is_kept', name='appointmentpast_is_kept', when='BEFORE INSERT OR UPDATE OR DELETE'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(models.Func('valid', function='lower'), name='appointment_by_lower'),
        ),
        migrations.AddIndex(
            model_name='appointment',
            index=models.Index(models.Func('valid', function='upper'), name='appointment_by_upper'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=tinhgon.temporal.constraints.Guard(deferred=False, function='temporal_keep_past', name='appointment_keeps_its_past', when='BEFORE INSERT OR UPDATE OR DELETE'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('valid__startswith__gte', datetime.date(1, 1, 1)), ('valid__startswith__isnull', False), models.Q(('valid__upper_inf', True), ('valid__endswith__lte', datetime.date(9999, 12, 31)), _connector='OR')), name='appointment_has_days'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=tinhgon.temporal.constraints.WithoutOverlaps(key=('person', 'post'), name='appointment_one_way_a_day', period='valid'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('how__in', ['absent', 'regular'])), expressions=[('person', '='), ('valid', '&&')], name='appointment_one_main_post_a_day'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('how__in', ('regular', 'acting', 'concurrent', 'secondment', 'job_share', 'absent'))), name='appointment_way_exists'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=models.CheckConstraint(condition=models.Q(('share__gt', 0), ('share__lte', 1)), name='appointment_share_is_of_a_seat'),
        ),
        migrations.AddConstraint(
            model_name='appointment',
            constraint=tinhgon.temporal.constraints.Guard(deferred=True, function='register_appointment_seats_suffice', name='appointment_seats_suffice', when='AFTER INSERT OR UPDATE'),
        ),
        migrations.AddConstraint(
            model_name='quotapast',
            constraint=tinhgon.temporal.constraints.Guard(deferred=False, function='temporal_past_is_kept', name='quotapast_is_kept', when='BEFORE INSERT OR UPDATE OR DELETE'),
        ),
        migrations.AddIndex(
            model_name='quota',
            index=models.Index(models.Func('valid', function='lower'), name='quota_by_lower'),
        ),
        migrations.AddIndex(
            model_name='quota',
            index=models.Index(models.Func('valid', function='upper'), name='quota_by_upper'),
        ),
        migrations.AddConstraint(
            model_name='quota',
            constraint=tinhgon.temporal.constraints.Guard(deferred=False, function='temporal_keep_past', name='quota_keeps_its_past', when='BEFORE INSERT OR UPDATE OR DELETE'),
        ),
        migrations.AddConstraint(
            model_name='quota',
            constraint=models.CheckConstraint(condition=models.Q(('valid__startswith__gte', datetime.date(1, 1, 1)), ('valid__startswith__isnull', False), models.Q(('valid__upper_inf', True), ('valid__endswith__lte', datetime.date(9999, 12, 31)), _connector='OR')), name='quota_has_days'),
        ),
        migrations.AddConstraint(
            model_name='quota',
            constraint=tinhgon.temporal.constraints.WithoutOverlaps(key=('unit', 'staff'), name='quota_one_number_a_day', period='valid'),
        ),
        migrations.AddConstraint(
            model_name='quota',
            constraint=tinhgon.temporal.constraints.WithinPeriodOf(key='unit', name='quota_within_unit', period='valid', table='register_unitversion', target='unit_id'),
        ),
        migrations.AddConstraint(
            model_name='quota',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 0)), name='quota_not_negative'),
        ),
        migrations.AddConstraint(
            model_name='quota',
            constraint=tinhgon.temporal.constraints.Guard(deferred=True, function='register_quota_covers', name='quota_covers_those_below', when='AFTER INSERT OR UPDATE'),
        ),
        migrations.AddConstraint(
            model_name='postversionpast',
            constraint=tinhgon.temporal.constraints.Guard(deferred=False, function='temporal_past_is_kept', name='postversionpast_is_kept', when='BEFORE INSERT OR UPDATE OR DELETE'),
        ),
        migrations.AddIndex(
            model_name='postversion',
            index=models.Index(models.Func('valid', function='lower'), name='post_by_lower'),
        ),
        migrations.AddIndex(
            model_name='postversion',
            index=models.Index(models.Func('valid', function='upper'), name='post_by_upper'),
        ),
        migrations.AddConstraint(
            model_name='postversion',
            constraint=tinhgon.temporal.constraints.Guard(deferred=False, function='temporal_keep_past', name='postversion_keeps_its_past', when='BEFORE INSERT OR UPDATE OR DELETE'),
        ),
        migrations.AddConstraint(
            model_name='postversion',
            constraint=models.CheckConstraint(condition=models.Q(('valid__startswith__gte', datetime.date(1, 1, 1)), ('valid__startswith__isnull', False), models.Q(('valid__upper_inf', True), ('valid__endswith__lte', datetime.date(9999, 12, 31)), _connector='OR')), name='postversion_has_days'),
        ),
        migrations.AddConstraint(
            model_name='postversion',
            constraint=tinhgon.temporal.constraints.WithoutOverlaps(key=('post',), name='post_one_truth_a_day', period='valid'),
        ),
        migrations.AddConstraint(
            model_name='postversion',
            constraint=tinhgon.temporal.constraints.WithinPeriodOf(key='unit', name='post_within_unit', period='valid', table='register_unitversion', target='unit_id'),
        ),
        migrations.AddConstraint(
            model_name='postversion',
            constraint=models.CheckConstraint(condition=models.Q(('rank__in', ('head', 'deputy', 'member', 'specialist'))), name='post_rank_exists'),
        ),
        migrations.AddConstraint(
            model_name='postversion',
            constraint=models.CheckConstraint(condition=models.Q(('seats__gte', 1)), name='post_has_a_seat'),
        ),
        migrations.AddConstraint(
            model_name='postversion',
            constraint=tinhgon.temporal.constraints.Guard(deferred=True, function='register_post_seats_suffice', name='post_seats_suffice', when='AFTER INSERT OR UPDATE'),
        ),
        # After what it leans on, so that it goes first on the way back.
        migrations.AddConstraint(
            model_name='appointment',
            constraint=tinhgon.temporal.constraints.WithinPeriodOf(key='post', name='appointment_within_post', period='valid', table='register_postversion', target='post_id'),
        ),
        migrations.AddConstraint(
            model_name="placement",
            constraint=tinhgon.temporal.constraints.Guard(
                name="placement_keeps_quotas", function="register_placement_keeps_quotas",
                when="AFTER INSERT OR UPDATE", deferred=True,
            ),
        ),
        *(
            migrations.RunSQL(known_view(table, columns), f"DROP VIEW {table}known")
            for table, columns in COLUMNS.items()
        ),
        migrations.RunPython(load_code_lists, migrations.RunPython.noop),
    ]
