"""A saved list may say a name that its user looked for: the database shows it to nobody else."""

from django.db import migrations

OWN = """
ALTER TABLE people_savedview ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_savedview FORCE ROW LEVEL SECURITY;
CREATE POLICY savedview_is_its_users ON people_savedview USING (
    current_setting('tinhgon.actor', true) = 'system' OR user_id = (SELECT access_actor())
);
"""
ALL = """
DROP POLICY savedview_is_its_users ON people_savedview;
ALTER TABLE people_savedview NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people_savedview DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_requests_and_erasure")]
    operations = [migrations.RunSQL(OWN, ALL)]
