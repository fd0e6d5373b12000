"""Extensions, and the functions that stamp recorded time and keep the past."""

from django.contrib.postgres.operations import BtreeGistExtension, TrigramExtension
from django.db import migrations

CLOCK = """
CREATE TABLE temporal_clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last timestamptz NOT NULL DEFAULT '-infinity',
    writer xid8
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
    UPDATE temporal_clock
        SET last = greatest(at, last + interval '1 microsecond'), writer = pg_current_xact_id()
        RETURNING last INTO stamp;
    RETURN stamp;
END $$;
"""

# The moment of the transaction that writes; nobody can name another one.
MOMENT = """
CREATE FUNCTION temporal_moment(what text) RETURNS timestamptz LANGUAGE plpgsql AS $$
DECLARE stamp timestamptz;
BEGIN
    SELECT last INTO stamp FROM temporal_clock WHERE writer = pg_current_xact_id_if_assigned();
    IF stamp IS NULL THEN
        RAISE EXCEPTION '% is written by signed decisions only', what
            USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'facts_are_written_by_decisions';
    END IF;
    RETURN stamp;
END $$;
"""

KEEP = """
CREATE FUNCTION temporal_keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stamp timestamptz := temporal_moment(TG_TABLE_NAME);
    past text := TG_TABLE_NAME || 'past';
BEGIN
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

# Past rows come from the trigger above and from nowhere else, and stay as they are.
PAST = """
CREATE FUNCTION temporal_past_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' AND pg_trigger_depth() > 1 THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% is kept by the database alone', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'past_is_kept';
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
        migrations.RunSQL(MOMENT, "DROP FUNCTION temporal_moment(text)"),
        migrations.RunSQL(KEEP, "DROP FUNCTION temporal_keep_past()"),
        migrations.RunSQL(PAST, "DROP FUNCTION temporal_past_is_kept()"),
    ]
