"""What the record of reads costs: writing it, verifying 200,000 events, asking who saw somebody."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from threading import Thread
from uuid import UUID

from _ground import close_register, median_ms, open_register, report

SIZE = 200_000
SECONDS = 4
# Reads of a month by 300 people about 2,000, as if written before those that have just been measured.
EVENTS = """
INSERT INTO audit_event (era, transaction, at, actor, actor_name, act, subject, classes, what, purpose, note,
    route, address)
SELECT (SELECT era FROM temporal_clock),
    (1 + n * (pg_current_xact_id()::text::bigint - 2) / %(size)s)::text::xid8,
    now() - interval '30 days' + n * interval '12 s',
    n %% 300, 'Người ' || n %% 300, 'read', md5('person ' || n * 7 %% 2000)::uuid, 2, '{identity,family}',
    'upkeep', '', 'people:dossier', '10.0.0.1'
FROM generate_series(1, %(size)s) n
"""


def main() -> None:
    """Measure on an empty register; the events stay for the next run, as nothing deletes them."""
    open_register("empty")
    _writing()
    _verifying()
    _asking()
    close_register()


def _writing() -> None:
    for writers in (1, 4, 8):
        rate = _rate(writers)
        name = f"events recorded, one a transaction, {writers} writers"
        report(name, 1000 / rate, "ms", limit=2, note=f"{rate:.0f}/s (goal ≥ 500/s)")
    many = [dict(_FACTS) for _ in range(100)]
    from tinhgon.audit.actions import record_many

    each = median_ms(lambda: record_many(many)) / 100
    report("an event among 100 of one transaction", each, "ms", note=f"{1000 / each:.0f}/s")


_FACTS = {
    "act": "read", "actor": 7, "actor_name": "Nguyễn Thị Lan", "subject": UUID(int=7), "classes": 2,
    "what": ["identity", "family"], "purpose": "upkeep", "route": "people:dossier", "address": "10.0.0.1",
}  # fmt: skip


def _rate(writers: int) -> float:
    """Let so many threads record for some seconds; give the events of a second."""
    from django.db import connection

    from tinhgon.audit.actions import record

    done = [0] * writers
    until = time.perf_counter() + SECONDS

    def write(number: int) -> None:
        while time.perf_counter() < until:
            record(**_FACTS)
            done[number] += 1
        connection.close()

    threads = [Thread(target=write, args=(number,)) for number in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / SECONDS


def _verifying() -> None:
    from tinhgon.audit import actions, places
    from tinhgon.audit.keys import public_file, public_key
    from tinhgon.audit.models import Event
    from tinhgon.audit.queries.verifying import verify

    began = time.perf_counter()
    _fill(SIZE - Event.objects.count())
    done = actions.seal()
    if done.added:
        took = time.perf_counter() - began
        report(f"fill up and seal {done.added} events", took, "s")
    files, key = places.files(), public_key(public_file())
    assert verify(files, key).is_sound
    verdict = verify(files, key)
    took = median_ms(lambda: verify(files, key), passes=5) / 1000
    report(f"verify {verdict.events} events, {verdict.checkpoints} checkpoints", took, "s", limit=2)


def _fill(missing: int) -> None:
    """Write events as if they had come over a month: only here are time and transaction made up."""
    from django.db import connection, transaction

    if missing <= 0:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER USER")
        cursor.execute(EVENTS, {"size": missing})
        cursor.execute("ALTER TABLE audit_event ENABLE TRIGGER USER")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE audit_event")


def _asking() -> None:
    from tinhgon.audit.models import Event
    from tinhgon.audit.queries import Cursor, acts_of, page, read_by

    subject = Event.objects.filter(actor=5).latest("id").subject
    now = datetime.now(tz=UTC) + timedelta(days=1)
    ago = now - timedelta(days=60)
    assert subject
    took = median_ms(lambda: read_by(subject, ago, now, zone="Asia/Ho_Chi_Minh"))
    report(f"who saw a person between two days, {Event.objects.count()} events", took, "ms", limit=50)
    events = acts_of(5, ago, now)
    after = Cursor(now - timedelta(days=20), 0)
    report("a page of what one reader did", median_ms(lambda: page(events)), "ms", limit=20)
    report("a page far back", median_ms(lambda: page(events, after=after)), "ms", limit=20)


if __name__ == "__main__":
    main()
