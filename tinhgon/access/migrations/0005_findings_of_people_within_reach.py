"""A finding about somebody is seen by whoever may see that person."""

from django.db import migrations

# The person is looked up under the reader's own row security.
FINDINGS = """
ALTER TABLE register_decisionfinding ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_decisionfinding FORCE ROW LEVEL SECURITY;
CREATE POLICY finding_within_reach ON register_decisionfinding USING (
    person_id IS NULL OR EXISTS (SELECT FROM register_person p WHERE p.id = person_id)
);
"""
NO_FINDINGS = """
DROP POLICY finding_within_reach ON register_decisionfinding;
ALTER TABLE register_decisionfinding NO FORCE ROW LEVEL SECURITY;
ALTER TABLE register_decisionfinding DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0004_reach_once_a_request"),
        ("register", "0010_findings_of_decisions"),
    ]
    operations = [migrations.RunSQL(FINDINGS, NO_FINDINGS)]
