"""Dated grants; the role that pages run under; row security of people."""

import django.db.models.deletion
import tinhgon.temporal.constraints
import tinhgon.temporal.fields
from django.conf import settings
from django.db import migrations, models


# Whoever serves pages is this role, for one transaction at a time: neither owner of a table nor superuser.
APP_ROLE = """
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'tinhgon_app') THEN
        CREATE ROLE tinhgon_app NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
        GRANT tinhgon_app TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
    END IF;
END $$;
GRANT USAGE ON SCHEMA public TO tinhgon_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO tinhgon_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO tinhgon_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO tinhgon_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO tinhgon_app;
"""
NO_APP_ROLE = """
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM tinhgon_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM tinhgon_app;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM tinhgon_app;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM tinhgon_app;
REVOKE USAGE ON SCHEMA public FROM tinhgon_app;
"""
# A grant may be ended once, and nothing else of it ever changes.
ONLY_ENDED = """
CREATE FUNCTION access_grant_is_only_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
        AND to_jsonb(NEW) - '{ended_at,ended_by_id,ended_why}'::text[]
            = to_jsonb(OLD) - '{ended_at,ended_by_id,ended_why}'::text[] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'grant % can only be ended', OLD.id
        USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'grant_is_only_ended';
END $$;
"""
# Which units a grant reaches: the unit, and those under it on any day of the grant up to the day that is asked
# for. No page's day in view plays a part, so nobody widens his reach by looking at another day.
REACH = """
CREATE FUNCTION access_units_under(top uuid, subtree boolean, in_line text, days daterange) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE reach(unit_id, days) AS (
        SELECT top, days WHERE NOT isempty(days)
        UNION
        SELECT p.unit_id, p.valid * r.days FROM reach r
        JOIN register_placement p ON p.parent_id = r.unit_id AND p.valid && r.days
        WHERE subtree AND (in_line = '' OR p.line = in_line)
    )
    SELECT DISTINCT unit_id FROM reach
$$;
CREATE FUNCTION access_reach(who bigint, on_day date)
RETURNS TABLE (role text, field_class smallint, units uuid[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT g.role, g.field_class, CASE WHEN g.unit_id IS NOT NULL THEN ARRAY(
        SELECT access_units_under(g.unit_id, g.subtree, g.line, g.valid * daterange(NULL, on_day, '[]'))
    ) END
    FROM access_grant g JOIN access_user u ON u.id = g.user_id
    WHERE g.user_id = who AND u.is_active AND g.valid @> on_day
        AND (g.ended_at IS NULL OR g.ended_at::date > on_day)
    ORDER BY g.id
$$;
CREATE FUNCTION access_today() RETURNS date LANGUAGE sql STABLE AS $$
    SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
$$;
CREATE FUNCTION access_actor() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN current_setting('tinhgon.actor', true) ~ '^[0-9]+$'
        THEN current_setting('tinhgon.actor', true)::bigint END
$$;
CREATE FUNCTION access_class_everywhere() RETURNS smallint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN current_setting('tinhgon.actor', true) = 'system' THEN 3::smallint ELSE coalesce((
        SELECT max(r.field_class) FROM access_reach(access_actor(), access_today()) r
        WHERE r.units IS NULL AND r.role IN ('reader', 'clerk', 'signer')
    ), (-1)::smallint) END
$$;
CREATE FUNCTION access_units(at_least smallint) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT unit), '{}')
    FROM access_reach(access_actor(), access_today()) r CROSS JOIN LATERAL unnest(r.units) AS unit
    WHERE r.field_class >= at_least AND r.role IN ('reader', 'clerk', 'signer')
$$;
CREATE FUNCTION access_own_person() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT person_id FROM access_user WHERE id = access_actor() AND is_active
$$;
"""
NO_REACH = """
DROP FUNCTION access_own_person(); DROP FUNCTION access_units(smallint);
DROP FUNCTION access_class_everywhere(); DROP FUNCTION access_actor(); DROP FUNCTION access_today();
DROP FUNCTION access_reach(bigint, date); DROP FUNCTION access_units_under(uuid, boolean, text, daterange);
"""
# Each function in a SELECT of its own: so it runs once a statement, not once a row.
PEOPLE = """
ALTER TABLE register_person ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_within_reach ON register_person USING (
    1 <= (SELECT access_class_everywhere())
    OR home_id = ANY((SELECT access_units(1::smallint))::uuid[])
    OR id = (SELECT access_own_person())
) WITH CHECK (
    1 <= (SELECT access_class_everywhere())
    OR home_id = ANY((SELECT access_units(1::smallint))::uuid[])
);
"""
NO_PEOPLE = """
DROP POLICY person_within_reach ON register_person;
ALTER TABLE register_person NO FORCE ROW LEVEL SECURITY;
ALTER TABLE register_person DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0001_initial'),
        ('register', '0007_homes_are_settled_by_the_pen'),
    ]

    operations = [
        migrations.RunSQL(ONLY_ENDED, "DROP FUNCTION access_grant_is_only_ended()"),
        migrations.AddField(
            model_name='user',
            name='person',
            field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.person'),
        ),
        migrations.CreateModel(
            name='Grant',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(max_length=10)),
                ('subtree', models.BooleanField(default=True)),
                ('line', models.CharField(blank=True, max_length=11)),
                ('field_class', models.SmallIntegerField(choices=[(0, 'Công khai'), (1, 'Nội bộ'), (2, 'Cá nhân'), (3, 'Nhạy cảm')], default=1)),
                ('valid', tinhgon.temporal.fields.PeriodField()),
                ('reason', models.TextField()),
                ('granted_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('ended_why', models.TextField(blank=True)),
                ('decision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.decision')),
                ('ended_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('granted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='register.unit')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='grants', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('user', 'role', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(('role__in', ['auditor', 'clerk', 'keeper', 'reader', 'signer'])), name='grant_role_exists'), models.CheckConstraint(condition=models.Q(('field_class__in', (0, 1, 2, 3))), name='grant_class_exists'), models.CheckConstraint(condition=models.Q(('line__in', ['', 'territorial', 'government', 'party'])), name='grant_line_exists'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='grant_has_a_reason'), models.CheckConstraint(condition=models.Q(('granted_by__isnull', True), models.Q(('granted_by', models.F('user')), _negated=True), _connector='OR'), name='grant_is_not_to_oneself'), tinhgon.temporal.constraints.Guard(deferred=False, each='ROW', function='access_grant_is_only_ended', name='grant_is_only_ended', when='BEFORE UPDATE OR DELETE')],
            },
        ),
        migrations.RunSQL(APP_ROLE, NO_APP_ROLE),
        migrations.RunSQL(REACH, NO_REACH),
        migrations.RunSQL(PEOPLE, NO_PEOPLE),
    ]
