"""A process of its own that signs, so that a test can kill it: python -m … prepare | sign ID | rows."""

from __future__ import annotations

import hashlib
import sys
from datetime import UTC, datetime

import django


def prepare() -> None:
    """Record Cần Thơ up to the eve of the great merger, whose decision is checked; print its id."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    print(load_eve())  # noqa: T201


def load_eve() -> str:
    """Record what comes before 1668, and check 1668; give its id."""
    from tinhgon.core.documents import read_document
    from tinhgon.register.actions import check, demo
    from tinhgon.register.actions.documents import draft_document
    from tinhgon.register.actions.importing import import_history, read_acts

    history = (demo.CANTHO / "history.csv").read_bytes()
    import_history(content=history, acts=read_acts(demo.CANTHO / "acts.csv"), at=demo.RECORDED)
    first, second, merger, _ = sorted((demo.CANTHO / "decisions").glob("*.json"))
    for number, path in enumerate((first, second), start=1):
        demo.sign_file(path, at=demo.RECORDED + number * demo.STEP)
    decision = draft_document(document=read_document(merger.read_bytes()), actor=None)
    check(decision=decision)
    return str(decision.pk)


def sign(pk: str) -> None:
    """Sign a checked decision; print what came of it."""
    from tinhgon.core.errors import Refused
    from tinhgon.register import actions
    from tinhgon.register.models import Decision

    try:
        actions.sign(decision=Decision.objects.get(pk=pk), actor=None, at=datetime.now(tz=UTC))
    except Refused as refused:
        print(refused.code)  # noqa: T201
    else:
        print("signed")  # noqa: T201


def rows() -> None:
    """Print a fingerprint of the register with its past and its outbox."""
    from tinhgon.register.models import Change, Decision
    from tinhgon.register.tests import factories

    parts = [
        sorted(map(repr, factories.rows())),
        list(Decision.objects.order_by("id").values_list("id", "state")),
    ]
    parts.extend(factories.past(table) for table in factories.TABLES)
    parts.append(list(Change.objects.order_by("id").values_list("id", "kind", "decision")))
    print(hashlib.sha256(repr(parts).encode()).hexdigest())  # noqa: T201


if __name__ == "__main__":
    django.setup()
    {"prepare": prepare, "sign": sign, "rows": rows}[sys.argv[1]](*sys.argv[2:])
