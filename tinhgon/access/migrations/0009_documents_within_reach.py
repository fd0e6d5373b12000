"""Documents and obligations are seen from the units that keep, give or bear them."""

from django.db import migrations

POLICIES = {
    "documents_intake": (
        "1 <= (SELECT access_class_everywhere())"
        " OR keeper_id IN (SELECT unnest(access_units(1::smallint)))"
    ),
    # Whoever bears an obligation or gave it reads the document that says it, and those that answer it: what a
    # registry out of reach keeps of them, as the other's or, after a merger, the predecessor's.
    "documents_document": (
        "1 <= (SELECT access_class_everywhere())"
        " OR keeper_id IN (SELECT unnest(access_units(1::smallint)))"
        " OR id IN (SELECT directives_told_to())"
    ),
    "documents_reference": "EXISTS (SELECT FROM documents_document d WHERE d.id = document_id)",
    "documents_book": (
        "1 <= (SELECT access_class_everywhere())"
        " OR unit_id IN (SELECT unnest(access_units(1::smallint)))"
    ),
    "documents_takennumber": "EXISTS (SELECT FROM documents_book b WHERE b.id = book_id)",
    "directives_obligation": (
        "1 <= (SELECT access_class_everywhere())"
        " OR unit_id IN (SELECT unnest(access_units(1::smallint)))"
        " OR assigner_id IN (SELECT unnest(access_units(1::smallint)))"
        " OR id IN (SELECT directives_helped_by())"
        " OR person_id = (SELECT access_own_person())"
    ),
    # What helps within reach is told without a look at all obligations.
    "directives_cooperator": (
        "unit_id IN (SELECT unnest(access_units(1::smallint)))"
        " OR EXISTS (SELECT FROM directives_obligation o WHERE o.id = obligation_id)"
    ),
    "directives_act": "EXISTS (SELECT FROM directives_obligation o WHERE o.id = obligation_id)",
    "directives_evidence": "EXISTS (SELECT FROM directives_obligation o WHERE o.id = obligation_id)",
    "directives_digest": "user_id = access_actor() OR current_setting('tinhgon.actor', true) = 'system'",
}
# With the rights of the tables' owner, so that no policy asks another that asks the first: for that reason the
# two tables that they read do not bind their owner. Pages are another role, and bound.
TOLD = """
CREATE FUNCTION directives_told_to() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH reached AS (SELECT unnest(access_units(1::smallint)) AS unit), concerned AS (
        SELECT id, directive_id, answer_id FROM directives_obligation WHERE unit_id IN (SELECT unit FROM reached)
        UNION ALL
        SELECT id, directive_id, answer_id FROM directives_obligation
        WHERE assigner_id IN (SELECT unit FROM reached)
    )
    SELECT directive_id FROM concerned
    UNION
    SELECT answer_id FROM concerned WHERE answer_id IS NOT NULL
    UNION
    SELECT e.document_id FROM directives_evidence e JOIN concerned c ON c.id = e.obligation_id
    WHERE e.document_id IS NOT NULL
    UNION
    SELECT directive_id FROM directives_obligation WHERE person_id = access_own_person()
    UNION
    SELECT o.directive_id FROM directives_cooperator c JOIN directives_obligation o ON o.id = c.obligation_id
    WHERE c.unit_id IN (SELECT unit FROM reached)
$$;
CREATE FUNCTION directives_helped_by() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT obligation_id FROM directives_cooperator WHERE unit_id IN (SELECT unnest(access_units(1::smallint)))
$$;
"""
# Whoever gives up a whole, or puts it on another unit, does not see what the bearer had handed on of it. What
# was handed on while this waited for a row is seen by the next round alone: rounds end where none finds more.
GIVE_UP = """
CREATE FUNCTION directives_give_up_parts(whole uuid, why text, who bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN LOOP
    WITH RECURSIVE below(id) AS (
        SELECT p.id FROM directives_obligation w JOIN directives_obligation p ON p.parent_id = w.id
        WHERE w.id = whole
            AND (1 <= access_class_everywhere() OR w.assigner_id = ANY(access_units(1::smallint)))
        UNION
        SELECT p.id FROM below b JOIN directives_obligation p ON p.parent_id = b.id
    ), given_up AS (
        UPDATE directives_obligation SET state = 'cancelled', done_on = NULL, revision = revision + 1
        WHERE id IN (SELECT id FROM below) AND state IN ('open', 'reported', 'returned')
        RETURNING id
    )
    INSERT INTO directives_act (obligation_id, kind, reason, role, by_id, at)
    SELECT id, 'cancelled', why, '', who, now() FROM given_up;
    EXIT WHEN NOT FOUND;
END LOOP; END $$;
"""
UNFORCED = ("directives_obligation", "directives_cooperator")
SECURE = """
ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
CREATE POLICY within_reach ON {table} USING ({rule});
"""
FORCE = "ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
NO_FORCE = "ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY"
OPEN = """
DROP POLICY within_reach ON {table};
ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0008_scenarios_go_as_a_whole"),
        ("documents", "0001_initial"),
        ("directives", "0002_initial"),
    ]
    operations = [
        migrations.RunSQL(
            TOLD,
            "DROP FUNCTION directives_told_to(); DROP FUNCTION directives_helped_by()",
        ),
        migrations.RunSQL(GIVE_UP, "DROP FUNCTION directives_give_up_parts(uuid, text, bigint)"),
        *(
            migrations.RunSQL(SECURE.format(table=table, rule=rule), OPEN.format(table=table))
            for table, rule in POLICIES.items()
        ),
        *(
            migrations.RunSQL(FORCE.format(table=table), NO_FORCE.format(table=table))
            for table in POLICIES
            if table not in UNFORCED
        ),
    ]
