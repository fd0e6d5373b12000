"""Decisions come into effect by their dates alone: those who listen are told, files of people follow them."""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection, transaction

from tinhgon.register.queries.revocations import revoked

# A caller who meets another's unfinished row waits for its end; then one of the two has written it.
TELL = """
INSERT INTO register_change (kind, decision_id, about, recorded_at)
SELECT 'effective', d.id, '', %(at)s FROM register_decision d
WHERE d.state = 'signed' AND d.effective_on <= %(on)s AND d.id <> ALL(%(revoked)s::uuid[]) AND NOT EXISTS (
    SELECT FROM register_change told WHERE told.decision_id = d.id AND told.kind = 'effective'
)
ORDER BY d.effective_on, d.signed_at, d.id
ON CONFLICT (decision_id) WHERE kind = 'effective' DO NOTHING
"""
# Gives the day up to which all was settled, and no row where nothing is left to do; callers wait in line.
SWEEP = """
INSERT INTO register_sweep (id, swept_to) VALUES (1, %(on)s)
ON CONFLICT (id) DO UPDATE SET swept_to = EXCLUDED.swept_to WHERE register_sweep.swept_to < EXCLUDED.swept_to
RETURNING coalesce(old.swept_to, '-infinity')::text
"""
SETTLE_TURNED = """
SELECT register_settle_homes(
    ARRAY(SELECT person_id FROM register_appointment WHERE lower(valid) > %(since)s AND lower(valid) <= %(on)s
        UNION SELECT person_id FROM register_appointment
            WHERE upper(valid) > %(since)s AND upper(valid) <= %(on)s),
    ARRAY(SELECT post_id FROM register_postversion WHERE lower(valid) > %(since)s AND lower(valid) <= %(on)s
        UNION SELECT post_id FROM register_postversion
            WHERE upper(valid) > %(since)s AND upper(valid) <= %(on)s),
    %(on)s)
"""


def come_into_effect(*, on: date, at: datetime) -> int:
    """Publish each signed decision whose day has come and that was not published yet; give their number.

    The files of people whose appointments or posts turned since the last call pass to their new homes.

    One that was revoked before its day never comes into effect. Safe to call at any time, by any number
    of callers: a constraint lets each decision through once.
    """
    _settle_homes(on)
    with connection.cursor() as cursor:
        cursor.execute("SELECT temporal_settle()")
        cursor.execute(TELL, {"on": on, "at": at, "revoked": list(revoked())})
        return int(cursor.rowcount)


def _settle_homes(on: date) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(SWEEP, {"on": on})
        if row := cursor.fetchone():
            cursor.execute(SETTLE_TURNED, {"since": row[0], "on": on})
