"""Sealing passes nothing over, and signs nothing that belies what was signed before."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import Any

import psycopg
import pytest
from django.db import connection

from tinhgon.audit import actions, merkle, places, refusals
from tinhgon.audit.keys import public_file, public_key, signing_key
from tinhgon.audit.models import Event, Leaf, Seal
from tinhgon.audit.queries import state
from tinhgon.audit.queries.rows import rows
from tinhgon.audit.tests.factories import as_administrator, found, recorded, sealed

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("kept_in"),
]
INSERT = "INSERT INTO audit_event (act, actor_name, what, purpose, note, route, classes) "
LATE = INSERT + "VALUES ('read', 'chậm', '{}', '', '', '', 0)"


def outside() -> psycopg.Connection[Any]:
    """Open a connection of its own to the database of the tests; close it."""
    return psycopg.connect(**{**connection.get_connection_params(), "cursor_factory": psycopg.Cursor})


def names() -> list[str]:
    by_id = dict(Event.objects.values_list("pk", "actor_name"))
    return [by_id[event] for event in Leaf.objects.order_by("position").values_list("event", flat=True)]


def test_the_root_is_over_the_events_in_their_order() -> None:
    sealed(3, 2)

    leaves = [merkle.leaf_hash(row.content) for row in rows()]
    last = Seal.objects.latest("size")

    assert [bytes(leaf.hash) for leaf in Leaf.objects.order_by("position")] == leaves
    assert (last.size, bytes(last.root)) == (5, merkle.root(leaves))
    assert list(Seal.objects.order_by("size").values_list("size", flat=True)) == [3, 5]
    assert state().size == 5
    assert state().waiting == 0


def test_sealing_nothing_writes_nothing(kept_in: list[Path]) -> None:
    assert actions.seal() == actions.Sealed(0, 0)
    assert not any(file.exists() for file in kept_in)
    sealed(2)
    kept = kept_in[0].read_bytes()

    assert actions.seal() == actions.Sealed(2, 0)
    assert kept_in[0].read_bytes() == kept


def test_many_go_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tinhgon.audit.actions.sealing.BATCH", 4)
    recorded(10)

    assert actions.seal() == actions.Sealed(10, 10)
    assert list(Seal.objects.order_by("size").values_list("size", flat=True)) == [4, 8, 10]
    assert found() == []


class TestConcurrentWriters:
    def test_what_began_earlier_and_commits_later_is_sealed_later(self) -> None:
        with outside() as older:
            older.execute(LATE)
            recorded(2)
            assert actions.seal() == actions.Sealed(0, 0)
            assert state().waiting == 2
            older.commit()

        assert actions.seal() == actions.Sealed(3, 3)
        assert names() == ["chậm", "Người 0", "Người 1"]

    def test_what_was_rolled_back_is_not_waited_for(self) -> None:
        with outside() as older:
            older.execute(LATE)
            recorded(2)
            older.rollback()

        assert actions.seal() == actions.Sealed(2, 2)

    def test_four_writers_and_a_sealer_lose_nothing(self) -> None:
        def write() -> None:
            with outside() as own:
                for number in range(40):
                    own.execute(LATE)
                    own.rollback() if number % 5 == 4 else own.commit()

        writers = [Thread(target=write) for _ in range(4)]
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            actions.seal()
        actions.seal()

        order = list(Event.objects.order_by("era", "transaction", "id").values_list("pk", flat=True))
        assert len(order) == 4 * 32
        assert list(Leaf.objects.order_by("position").values_list("event", flat=True)) == order
        assert found() == []

    def test_two_sealers_take_turns(self) -> None:
        def sealing() -> None:
            try:
                actions.seal()
            finally:
                connection.close()

        recorded(50)
        sealers = [Thread(target=sealing) for _ in range(3)]
        for sealer in sealers:
            sealer.start()
        for sealer in sealers:
            sealer.join()

        assert (Leaf.objects.count(), Seal.objects.count()) == (50, 1)


class TestAnotherCluster:
    def test_events_of_an_earlier_era_come_first(self) -> None:
        sealed(2)
        recorded(1)
        as_administrator("UPDATE temporal_clock SET cluster = 1")
        with connection.cursor() as cursor:
            cursor.execute("SELECT era FROM temporal_clock")
            before = cursor.fetchone()[0]
        recorded(1)

        assert actions.seal() == actions.Sealed(4, 2)
        assert list(Event.objects.order_by("id").values_list("era", flat=True)) == [before] * 3 + [before + 1]
        assert found() == []


class TestPlaces:
    def test_each_place_gets_each_checkpoint_signed(self, kept_in: list[Path]) -> None:
        sealed(1, 1)
        key = public_key(public_file())

        first, second = map(places.read, kept_in)

        assert [note.checkpoint.size for note in first.notes] == [1, 2]
        assert all(note.is_signed_by(key) for note in first.notes)
        assert first.notes == second.notes
        assert first.torn == []

    def test_a_place_that_takes_nothing_stops_the_sealing(self, kept_in: list[Path]) -> None:
        kept_in[1].parent.write_text("a file, not a folder")
        recorded()

        with pytest.raises(refusals.PlaceUnusable):
            actions.seal()
        assert not Seal.objects.exists()
        kept_in[1].parent.unlink()

        assert actions.seal() == actions.Sealed(1, 1)
        assert found() == []

    def test_a_new_place_gets_the_newest(self, kept_in: list[Path]) -> None:
        sealed(1, 1)
        kept_in[1].unlink()
        assert found() == ["PlaceBehind"]

        actions.seal()

        assert [note.checkpoint.size for note in places.read(kept_in[1]).notes] == [2]
        assert found() == []

    def test_the_systems_log_gets_a_line(self, settings: Any) -> None:
        import socket

        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as log:
            log.bind(("127.0.0.1", 0))
            log.settimeout(5)
            settings.AUDIT_SYSLOG = f"127.0.0.1:{log.getsockname()[1]}"
            sealed(1)

            line = log.recv(4096).decode()

        assert "tinhgon-audit/" in line
        assert "\n" not in line.rstrip("\n\0")


class TestKey:
    def test_it_is_made_once_and_for_its_owner_only(self, settings: Any) -> None:
        sealed(1)
        first = settings.AUDIT_KEY.read_text()
        sealed(1)

        assert settings.AUDIT_KEY.read_text() == first
        assert settings.AUDIT_KEY.stat().st_mode & 0o777 == 0o600
        assert first.split("+")[4] not in repr(signing_key(may_be_new=False))

    def test_no_new_one_for_a_record_that_was_sealed(self, settings: Any) -> None:
        sealed(1)
        settings.AUDIT_KEY.unlink()
        recorded()

        with pytest.raises(refusals.KeyMissing):
            actions.seal()
        assert not settings.AUDIT_KEY.exists()

    def test_one_that_others_can_read_is_not_used(self, settings: Any) -> None:
        sealed(1)
        settings.AUDIT_KEY.chmod(0o640)

        with pytest.raises(refusals.KeyNotPrivate):
            actions.seal()

    def test_one_that_is_none(self, settings: Any) -> None:
        sealed(1)
        settings.AUDIT_KEY.write_text("PRIVATE+KEY+x+00+AA==")

        with pytest.raises(refusals.KeyUnreadable):
            actions.seal()


class TestNothingIsSignedOverAFalseRecord:
    @pytest.mark.parametrize(
        "statements",
        [
            ["TRUNCATE audit_event, audit_leaf, audit_seal"],
            ["DELETE FROM audit_seal WHERE size > 3"],
            ["UPDATE audit_seal SET frontier = sha256('x'), root = sha256('x') WHERE size = 5"],
            [
                "DELETE FROM audit_seal",
                "DELETE FROM audit_leaf",
                "UPDATE audit_event SET actor_name = 'khác'",
            ],
        ],
        ids=["emptied", "seal taken back", "false frontier", "rebuilt from nothing"],
    )
    def test_it_refuses(self, statements: list[str], kept_in: list[Path]) -> None:
        sealed(3, 2)
        kept = kept_in[0].read_bytes()
        as_administrator(*statements)
        recorded(1)
        if statements == ["DELETE FROM audit_seal WHERE size > 3"]:
            as_administrator(
                "DELETE FROM audit_event WHERE id IN (SELECT event FROM audit_leaf WHERE position > 2)"
            )

        with pytest.raises(refusals.SealingRefused):
            actions.seal()

        assert kept_in[0].read_bytes() == kept

    def test_a_checkpoint_whose_seal_was_lost_in_a_crash_is_gone_on_from(self) -> None:
        sealed(3, 2)
        as_administrator("DELETE FROM audit_seal WHERE size > 3", "DELETE FROM audit_leaf WHERE position > 2")
        recorded(1)

        assert actions.seal() == actions.Sealed(6, 3)
        assert found() == []
