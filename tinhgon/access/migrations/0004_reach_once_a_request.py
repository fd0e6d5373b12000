"""A request's reach is worked out once and kept for its transaction; wide reaches are looked up by hash."""

from django.db import migrations

# Kept in settings that end with the transaction; believed only while the actor is the one they are of.
ENTER = """
CREATE FUNCTION access_enter(who bigint, on_day date) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
    actor text := coalesce(who::text, ''); own uuid; everywhere smallint := -1; one record;
    found jsonb := '[]';
    units_1 uuid[] := '{}'; units_2 uuid[] := '{}'; units_3 uuid[] := '{}';
BEGIN
    SELECT person_id INTO own FROM access_user WHERE id = who;
    FOR one IN SELECT * FROM access_reach(who, on_day) LOOP
        found := found || jsonb_build_array(jsonb_build_array(one.role, one.field_class, one.units));
        CONTINUE WHEN one.role NOT IN ('reader', 'clerk', 'signer');
        IF one.units IS NULL THEN
            everywhere := greatest(everywhere, one.field_class);
        ELSE
            IF one.field_class >= 1 THEN units_1 := units_1 || one.units; END IF;
            IF one.field_class >= 2 THEN units_2 := units_2 || one.units; END IF;
            IF one.field_class >= 3 THEN units_3 := units_3 || one.units; END IF;
        END IF;
    END LOOP;
    PERFORM set_config('tinhgon.actor', actor, true), set_config('tinhgon.reached', actor, true),
        set_config('tinhgon.everywhere', everywhere::text, true),
        set_config('tinhgon.units_1', units_1::text, true),
        set_config('tinhgon.units_2', units_2::text, true),
        set_config('tinhgon.units_3', units_3::text, true);
    RETURN jsonb_build_array(own, found);
END $$;
CREATE FUNCTION access_is_kept() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT access_actor() IS NOT NULL
        AND current_setting('tinhgon.reached', true) = current_setting('tinhgon.actor', true)
$$;
CREATE OR REPLACE FUNCTION access_class_everywhere() RETURNS smallint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF current_setting('tinhgon.actor', true) = 'system' THEN RETURN 3; END IF;
    IF access_is_kept() THEN RETURN current_setting('tinhgon.everywhere')::smallint; END IF;
    RETURN coalesce((
        SELECT max(r.field_class) FROM access_reach(access_actor(), access_today()) r
        WHERE r.units IS NULL AND r.role IN ('reader', 'clerk', 'signer')
    ), -1);
END $$;
CREATE OR REPLACE FUNCTION access_units(at_least smallint) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF access_is_kept() THEN
        RETURN current_setting('tinhgon.units_' || greatest(at_least, 1::smallint))::uuid[];
    END IF;
    RETURN (
        SELECT coalesce(array_agg(DISTINCT unit), '{}')
        FROM access_reach(access_actor(), access_today()) r CROSS JOIN LATERAL unnest(r.units) AS unit
        WHERE r.field_class >= at_least AND r.role IN ('reader', 'clerk', 'signer')
    );
END $$;
"""
NO_ENTER = "DROP FUNCTION access_enter(bigint, date); DROP FUNCTION access_is_kept();"
# IN over a set is hashed once a statement; = ANY over an array that is no constant is searched for every row.
HASHED = """
ALTER POLICY person_within_reach ON register_person USING (
    1 <= (SELECT access_class_everywhere())
    OR home_id IN (SELECT unnest(access_units(1::smallint)))
    OR id = (SELECT access_own_person())
) WITH CHECK (
    1 <= (SELECT access_class_everywhere())
    OR home_id IN (SELECT unnest(access_units(1::smallint)))
);
"""
SEARCHED = """
ALTER POLICY person_within_reach ON register_person USING (
    1 <= (SELECT access_class_everywhere())
    OR home_id = ANY((SELECT access_units(1::smallint))::uuid[])
    OR id = (SELECT access_own_person())
) WITH CHECK (
    1 <= (SELECT access_class_everywhere())
    OR home_id = ANY((SELECT access_units(1::smallint))::uuid[])
);
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0003_pages_may_less")]
    operations = [migrations.RunSQL(ENTER, NO_ENTER), migrations.RunSQL(HASHED, SEARCHED)]
