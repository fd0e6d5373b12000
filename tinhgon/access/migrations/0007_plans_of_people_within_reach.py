"""Where a plan puts somebody is seen by whoever may see that person; pages ask for jobs and never see them."""

from django.db import migrations

# The person is looked up under the reader's own row security.
PLACINGS = """
ALTER TABLE lab_placing ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_placing FORCE ROW LEVEL SECURITY;
CREATE POLICY placing_within_reach ON lab_placing USING (
    EXISTS (SELECT FROM register_person p WHERE p.id = person_id)
);
"""
NO_PLACINGS = """
DROP POLICY placing_within_reach ON lab_placing;
ALTER TABLE lab_placing NO FORCE ROW LEVEL SECURITY;
ALTER TABLE lab_placing DISABLE ROW LEVEL SECURITY;
"""
# A vacancy tells when its holder retires: it is seen by whoever may see that person, too.
SUCCESSIONS = """
ALTER TABLE lab_succeeding ENABLE ROW LEVEL SECURITY;
ALTER TABLE lab_succeeding FORCE ROW LEVEL SECURITY;
CREATE POLICY succeeding_within_reach ON lab_succeeding USING (
    (person_id IS NULL OR EXISTS (SELECT FROM register_person p WHERE p.id = person_id))
    AND (holder_id IS NULL OR EXISTS (SELECT FROM register_person p WHERE p.id = holder_id))
);
"""
NO_SUCCESSIONS = """
DROP POLICY succeeding_within_reach ON lab_succeeding;
ALTER TABLE lab_succeeding NO FORCE ROW LEVEL SECURITY;
ALTER TABLE lab_succeeding DISABLE ROW LEVEL SECURITY;
"""
# One function adds a job, with the rights of its owner; the tables themselves are the worker's alone.
JOBS = """
REVOKE ALL ON procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers
    FROM tinhgon_app;
REVOKE ALL ON SEQUENCE procrastinate_jobs_id_seq, procrastinate_events_id_seq,
    procrastinate_periodic_defers_id_seq, procrastinate_workers_id_seq FROM tinhgon_app;
ALTER FUNCTION procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[])
    SECURITY DEFINER SET search_path = public, pg_temp;
"""
JOBS_AS_BEFORE = """
ALTER FUNCTION procrastinate_defer_jobs_v1(procrastinate_job_to_defer_v1[]) SECURITY INVOKER RESET search_path;
GRANT SELECT, INSERT, UPDATE, DELETE ON procrastinate_jobs, procrastinate_events,
    procrastinate_periodic_defers, procrastinate_workers TO tinhgon_app;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0006_needs_factor"),
        ("lab", "0001_scenarios"),
        ("procrastinate", "0041_post_retry_failed_job"),
    ]
    operations = [
        migrations.RunSQL(PLACINGS, NO_PLACINGS),
        migrations.RunSQL(SUCCESSIONS, NO_SUCCESSIONS),
        migrations.RunSQL(JOBS, JOBS_AS_BEFORE),
    ]
