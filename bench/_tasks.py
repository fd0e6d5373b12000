"""Fifty thousand tasks of Cần Thơ's units: two hundred directives, groups with parts, all states and days."""

from __future__ import annotations

from datetime import date

TODAY = date(2026, 6, 10)
DOCUMENTS = """
INSERT INTO documents_document (id, keeper_id, direction, state, type, number, number_key, issuer, issued_on,
    abstract, signer, signer_title, place, recipients, urgency, arrived_on, kind, letter, text, added_at,
    registered_at)
SELECT md5('directive ' || n)::uuid, keeper.unit_id, 'in', 'registered', 'KH', n || '/KH-UBND',
    n || '-kh-ubnd', 'Ủy ban nhân dân thành phố', date '2025-09-01' + n,
    'Kế hoạch số ' || n || ' về sắp xếp tổ chức bộ máy', '', '', '', '{}', '', date '2025-09-03' + n, '',
    '{}', '', now(), now()
FROM generate_series(1, 200) n
CROSS JOIN LATERAL (SELECT unit_id FROM bench_unit WHERE place = n %% 7) keeper
"""
OBLIGATIONS = """
INSERT INTO directives_obligation (id, directive_id, parent_id, kind, gathers, matter, place, assigner_id,
    unit_id, weight, assigned_on, due_on, first_due_on, due_words, every, measure, bound, state, done_on,
    revision, added_at)
SELECT md5('obligation ' || n)::uuid, d.id,
    CASE WHEN n %% 50 > 10 THEN md5('obligation ' || n - n %% 50)::uuid END,
    CASE WHEN n %% 5 = 0 THEN 'issue' ELSE 'task' END, n %% 50 = 0,
    'Rà soát, hoàn thiện hồ sơ sắp xếp tổ chức bộ máy, việc số ' || n, 'II.' || n %% 9 + 1, d.keeper_id,
    CASE WHEN n %% 50 = 0 THEN d.keeper_id ELSE bearer.unit_id END, 1, d.issued_on + 2,
    d.issued_on + 2 + (n::bigint * 7919 %% 400)::int, d.issued_on + 2 + (n::bigint * 7919 %% 400)::int, '',
    '', '', '',
    CASE WHEN step < 70 THEN 'done' WHEN step < 75 THEN 'reported' WHEN step < 77 THEN 'returned'
        WHEN step < 79 THEN 'cancelled' ELSE 'open' END,
    CASE WHEN step < 75 THEN d.issued_on + 2 + (n::bigint * 104729 %% 420)::int END, 1, now()
FROM (SELECT n, n * 31 %% 100 AS step FROM generate_series(50, 49 + %(size)s) n) numbered
JOIN documents_document d ON d.id = md5('directive ' || n / 50 %% 200 + 1)::uuid
JOIN bench_unit bearer ON bearer.place = n %% (SELECT count(*) FROM bench_unit)
ORDER BY n %% 50 > 10
"""
FUTURE = "UPDATE directives_obligation SET state = 'open', done_on = NULL WHERE done_on > %(today)s"
COOPERATORS = """
INSERT INTO directives_cooperator (obligation_id, unit_id)
SELECT o.id, helper.unit_id FROM directives_obligation o
JOIN bench_unit helper ON helper.place = abs(hashtext(o.id::text)) %% (SELECT count(*) FROM bench_unit)
WHERE helper.unit_id <> o.unit_id
"""


def fill(size: int = 50_000) -> None:
    """Put the tasks into an open register that has none yet."""
    from django.db import connection, transaction

    from tinhgon.directives.models import Obligation

    if Obligation.objects.exists():
        return
    values: dict[str, int | date] = {"size": size, "today": TODAY}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SET LOCAL tinhgon.actor = 'system'; CREATE TEMP TABLE bench_unit ON COMMIT DROP AS"
            " SELECT unit_id, row_number() OVER (ORDER BY unit_id) - 1 AS place"
            " FROM register_unitversion WHERE valid @> %(today)s",
            values,
        )
        for statement in (DOCUMENTS, OBLIGATIONS, FUTURE, COOPERATORS):
            cursor.execute(statement, values)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
