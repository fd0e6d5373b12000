"""Decisions come into effect by their dates alone; this tells those who listen."""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection

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


def come_into_effect(*, on: date, at: datetime) -> int:
    """Publish each signed decision whose day has come and that was not published yet; give their number.

    One that was revoked before its day never comes into effect. Safe to call at any time, by any number
    of callers: a constraint lets each decision through once.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT temporal_settle()")
        cursor.execute(TELL, {"on": on, "at": at, "revoked": list(revoked())})
        return int(cursor.rowcount)
