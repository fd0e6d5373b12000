"""Extensions, and the functions that stamp recorded time and keep the past."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations

CLOCK = """
CREATE TABLE temporal_clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last timestamptz NOT NULL DEFAULT '-infinity'
);
INSERT INTO temporal_clock DEFAULT VALUES;
"""

# One signer at a time; the stamp is taken after the lock, so recorded time never runs backwards,
# whatever the clock does.
STAMP = """
CREATE FUNCTION temporal_stamp(at timestamptz) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE stamp timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('tinhgon.register'));
    UPDATE temporal_clock SET last = greatest(at, last + interval '1 microsecond') RETURNING last INTO stamp;
    PERFORM set_config('tinhgon.recorded_at', stamp::text, true);
    RETURN stamp;
END $$;
"""

KEEP = """
CREATE FUNCTION temporal_keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stamp timestamptz := nullif(current_setting('tinhgon.recorded_at', true), '')::timestamptz;
    past text := TG_TABLE_NAME || 'past';
BEGIN
    IF stamp IS NULL THEN
        RAISE EXCEPTION '% is written by signed decisions only', TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'facts_are_written_by_decisions';
    END IF;
    IF TG_OP <> 'INSERT' AND OLD.recorded_from < stamp THEN
        EXECUTE format('INSERT INTO %I SELECT (jsonb_populate_record(NULL::%I, $1)).*', past, past)
        USING to_jsonb(OLD) || jsonb_build_object(
            'past_id', nextval(pg_get_serial_sequence(past, 'past_id')),
            'recorded', tstzrange(OLD.recorded_from, stamp));
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    NEW.recorded_from := stamp;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        BtreeGistExtension(),
        TrigramExtension(),
        migrations.RunSQL(CLOCK, "DROP TABLE temporal_clock"),
        migrations.RunSQL(STAMP, "DROP FUNCTION temporal_stamp(timestamptz)"),
        migrations.RunSQL(KEEP, "DROP FUNCTION temporal_keep_past()"),
    ]
