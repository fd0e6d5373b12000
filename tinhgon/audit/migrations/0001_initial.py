"""Events, leaves and seals: tables that are only added to."""

import django.contrib.postgres.fields
import django.db.models.functions.datetime
import django.db.models.lookups
from django.db import migrations, models

import tinhgon.temporal.constraints
import tinhgon.temporal.fields

# Nobody chooses when he acted, nor between which others. In another cluster numbers begin anew: the era counts those.
BEARS_ITS_TRANSACTION = """
CREATE FUNCTION audit_event_bears_its_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.era := temporal_settle();
    NEW.transaction := pg_current_xact_id();
    NEW.at := clock_timestamp();
    RETURN NEW;
END $$;
"""

IS_KEPT = """
CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is only added to', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'audit_is_kept';
END $$;
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [("temporal", "0002_eras")]

    operations = [
        migrations.RunSQL(BEARS_ITS_TRANSACTION, "DROP FUNCTION audit_event_bears_its_transaction()"),
        migrations.RunSQL(IS_KEPT, "DROP FUNCTION audit_is_kept()"),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('era', models.PositiveIntegerField(default=1, editable=False)),
                ('transaction', tinhgon.temporal.fields.TransactionId(db_default=models.Func(function='pg_current_xact_id', output_field=tinhgon.temporal.fields.TransactionId()), editable=False)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('actor', models.BigIntegerField(null=True)),
                ('actor_name', models.CharField(blank=True, max_length=150)),
                ('act', models.CharField(max_length=24)),
                ('subject', models.UUIDField(null=True)),
                ('unit', models.UUIDField(null=True)),
                ('classes', models.PositiveSmallIntegerField(default=0)),
                ('what', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                ('purpose', models.CharField(blank=True, max_length=24)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('route', models.CharField(blank=True, max_length=80)),
                ('address', models.GenericIPAddressField(null=True)),
                ('count', models.PositiveIntegerField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['era', 'transaction', 'id'], name='event_in_order'), models.Index(fields=['subject', 'at', 'id'], name='event_by_subject'), models.Index(fields=['actor', 'at', 'id'], name='event_by_actor')],
                'constraints': [models.CheckConstraint(condition=models.Q(('classes__range', (0, 3))), name='event_class_is_known'), models.CheckConstraint(condition=models.Q(('count__gte', 0)), name='event_count_not_negative'), models.CheckConstraint(condition=models.Q(('act__regex', '^[a-z][a-z_]*$'), ('purpose__regex', '^([a-z][a-z_]*)?$'), ('route__regex', '^([a-z][a-z0-9_.:-]*)?$'), django.db.models.lookups.Regex(models.Func('what', models.Value(' '), function='array_to_string', output_field=models.TextField()), models.Value('^([a-z][a-z0-9_.:-]*( [a-z][a-z0-9_.:-]*)*)?$'))), name='event_holds_codes_only'), tinhgon.temporal.constraints.Guard(deferred=False, each='ROW', function='audit_event_bears_its_transaction', name='event_bears_its_transaction', when='BEFORE INSERT'), tinhgon.temporal.constraints.Guard(deferred=False, each='STATEMENT', function='audit_is_kept', name='event_is_kept', when='BEFORE UPDATE OR DELETE'), tinhgon.temporal.constraints.Guard(deferred=False, each='STATEMENT', function='audit_is_kept', name='event_is_not_emptied', when='BEFORE TRUNCATE')],
            },
        ),
        migrations.CreateModel(
            name='Leaf',
            fields=[
                ('position', models.BigIntegerField(primary_key=True, serialize=False)),
                ('event', models.BigIntegerField(unique=True)),
                ('hash', models.BinaryField()),
            ],
            options={
                'constraints': [tinhgon.temporal.constraints.Guard(deferred=False, each='STATEMENT', function='audit_is_kept', name='leaf_is_kept', when='BEFORE UPDATE OR DELETE'), tinhgon.temporal.constraints.Guard(deferred=False, each='STATEMENT', function='audit_is_kept', name='leaf_is_not_emptied', when='BEFORE TRUNCATE')],
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('size', models.BigIntegerField(primary_key=True, serialize=False)),
                ('at', models.DateTimeField()),
                ('root', models.BinaryField()),
                ('frontier', models.BinaryField()),
                ('era', models.PositiveIntegerField()),
                ('transaction', tinhgon.temporal.fields.TransactionId()),
                ('event', models.BigIntegerField()),
                ('checkpoint', models.TextField()),
            ],
            options={
                'constraints': [tinhgon.temporal.constraints.Guard(deferred=False, each='STATEMENT', function='audit_is_kept', name='seal_is_kept', when='BEFORE UPDATE OR DELETE'), tinhgon.temporal.constraints.Guard(deferred=False, each='STATEMENT', function='audit_is_kept', name='seal_is_not_emptied', when='BEFORE TRUNCATE')],
            },
        ),
    ]
