"""A scenario goes with all that it says of people, also of those whom whoever throws it away does not see."""

from django.db import migrations

# The database's own cascade is bound by no row security; Django's deletes the rows that it sees.
CASCADE = """
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT conrelid::regclass AS on_table, conname, pg_get_constraintdef(oid) AS words
        FROM pg_constraint WHERE contype = 'f' AND confdeltype = '{before}'
        AND conrelid IN ('lab_placing'::regclass, 'lab_succeeding'::regclass)
        AND confrelid IN ('lab_scenario'::regclass, 'lab_plannedpost'::regclass) LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.on_table, one.conname);
        EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', one.on_table, one.conname,
            {words});
    END LOOP;
END $$;
"""
ON = "replace(one.words, ' DEFERRABLE', ' ON DELETE CASCADE DEFERRABLE')"
OFF = "replace(one.words, ' ON DELETE CASCADE', '')"


class Migration(migrations.Migration):
    dependencies = [("access", "0007_plans_of_people_within_reach")]
    operations = [
        migrations.RunSQL(CASCADE.format(before="a", words=ON), CASCADE.format(before="c", words=OFF))
    ]
