"""Numbers of transactions begin anew in another cluster: the clock counts the clusters that it has run in."""

from django.db import migrations

ERAS = "ALTER TABLE temporal_clock ADD era integer NOT NULL DEFAULT 1, ADD cluster bigint"

# Called before anything is written that bears its transaction. Only a restored database finds itself elsewhere;
# then what it brought along is of an earlier era, and all of that has ended.
SETTLE = """
CREATE FUNCTION temporal_settle() RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    here bigint := (SELECT system_identifier FROM pg_control_system());
    found integer;
BEGIN
    IF EXISTS (SELECT FROM temporal_clock WHERE cluster IS DISTINCT FROM here) THEN
        PERFORM pg_advisory_xact_lock(hashtext('tinhgon.register'));
        UPDATE temporal_clock
            SET era = CASE WHEN cluster IS NULL THEN era ELSE era + 1 END, cluster = here, writer = NULL
            WHERE cluster IS DISTINCT FROM here;
    END IF;
    SELECT era INTO found FROM temporal_clock;
    RETURN found;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("temporal", "0001_initial")]
    operations = [
        migrations.RunSQL(ERAS, "ALTER TABLE temporal_clock DROP era, DROP cluster"),
        migrations.RunSQL(SETTLE, "DROP FUNCTION temporal_settle()"),
    ]
