"""Days of Vietnam decide when a grant ended; shared counts of failed log-ins; the record is only added to."""

from django.db import migrations

REACH = """
CREATE OR REPLACE FUNCTION access_reach(who bigint, on_day date)
RETURNS TABLE (role text, field_class smallint, units uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT g.role, g.field_class, CASE WHEN g.unit_id IS NOT NULL THEN ARRAY(
        SELECT access_units_under(g.unit_id, g.subtree, g.line, g.valid * daterange(NULL, on_day, '[]'))
    ) END
    FROM access_grant g JOIN access_user u ON u.id = g.user_id
    WHERE g.user_id = who AND u.is_active AND g.valid @> on_day
        AND (g.ended_at IS NULL OR (g.ended_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date > on_day)
    ORDER BY g.id
$$;
"""
# Asked where the second factor is left out: one real person among the illustrative ones brings it back.
REAL = """
CREATE INDEX person_that_is_real ON register_person (id) WHERE NOT illustrative;
CREATE FUNCTION access_people_are_real() RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
DECLARE actor text := coalesce(current_setting('tinhgon.actor', true), ''); found boolean;
BEGIN
    PERFORM set_config('tinhgon.actor', 'system', true);
    found := EXISTS (SELECT FROM register_person WHERE NOT illustrative);
    PERFORM set_config('tinhgon.actor', actor, true);
    RETURN found;
END $$;
"""
NOT_REAL = "DROP FUNCTION access_people_are_real(); DROP INDEX person_that_is_real;"
# Counts that all processes share: attempts to log in, codes used once.
CACHE = """
CREATE TABLE access_cache (
    cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL
);
CREATE INDEX access_cache_expires ON access_cache (expires);
"""
# Pages add to the record, and never to its seals; what is granted they end, and never delete.
LESS = """
REVOKE UPDATE, DELETE, TRUNCATE ON audit_event FROM tinhgon_app;
REVOKE ALL ON audit_leaf, audit_seal, django_migrations FROM tinhgon_app;
GRANT SELECT ON audit_leaf, audit_seal TO tinhgon_app;
REVOKE DELETE ON access_grant, access_user FROM tinhgon_app;
"""
AS_BEFORE = """
GRANT SELECT, INSERT, UPDATE, DELETE ON audit_event, audit_leaf, audit_seal, django_migrations, access_grant,
    access_user TO tinhgon_app;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0002_grants"), ("audit", "0001_initial")]
    operations = [
        migrations.RunSQL(REACH, migrations.RunSQL.noop),
        migrations.RunSQL(REAL, NOT_REAL),
        migrations.RunSQL(CACHE, "DROP TABLE access_cache"),
        migrations.RunSQL(LESS, AS_BEFORE),
    ]
