"""The home of people is settled by a function of the owner: whoever signs need not reach where they go."""

from django.db import migrations

# A person's home is the unit of the main post on the day; of former posts the last, of coming ones the next.
SETTLE = """
CREATE FUNCTION register_settle_homes(people uuid[], posts uuid[], today date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE actor text := coalesce(current_setting('tinhgon.actor', true), '');
BEGIN
PERFORM set_config('tinhgon.actor', 'system', true);
WITH concerned AS (
    SELECT unnest(people) AS person_id
    UNION SELECT person_id FROM register_appointment WHERE post_id = ANY(posts)
), found AS (
    SELECT DISTINCT ON (a.person_id) a.person_id, v.unit_id
    FROM concerned JOIN register_appointment a USING (person_id)
    JOIN register_postversion v ON v.post_id = a.post_id AND v.valid && a.valid
    ORDER BY a.person_id, a.valid * v.valid @> today DESC, lower(a.valid * v.valid) <= today DESC,
        a.how IN ('regular', 'absent') DESC, a.how = 'job_share' DESC,
        abs(lower(a.valid * v.valid) - today), a.post_id
)
UPDATE register_person p SET home_id = found.unit_id FROM found
WHERE p.id = found.person_id AND p.home_id IS DISTINCT FROM found.unit_id;
PERFORM set_config('tinhgon.actor', actor, true);
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0006_posts_and_people")]
    operations = [
        migrations.RunSQL(SETTLE, "DROP FUNCTION register_settle_homes(uuid[], uuid[], date)"),
    ]
