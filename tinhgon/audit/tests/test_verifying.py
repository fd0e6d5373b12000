"""Whatever an administrator of the database does to the record, a kept checkpoint shows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tinhgon.audit import actions, merkle
from tinhgon.audit.keys import signing_key
from tinhgon.audit.models import Event, Leaf
from tinhgon.audit.notes import Checkpoint, PublicKey, SigningKey
from tinhgon.audit.queries.rows import rows
from tinhgon.audit.tests.factories import SUBJECT, as_administrator, found, recorded, sealed, verified
from tinhgon.cli import audit

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("kept_in"),
]

AT = "(SELECT event FROM audit_leaf WHERE position = {})"
SWAP = f"""
UPDATE audit_event SET transaction = (
    SELECT transaction FROM audit_event other
    WHERE other.id <> audit_event.id AND other.id IN ({AT.format(2)}, {AT.format(6)})
) WHERE id IN ({AT.format(2)}, {AT.format(6)})
"""
BEHIND = f"""
INSERT INTO audit_event (era, transaction, act, actor_name, what, purpose, note, route, classes)
SELECT era, transaction, 'read', 'chèn', '{{}}', '', '', '', 0 FROM audit_event WHERE id = {AT.format(4)}
"""
ATTACKS = {
    "edited": ([f"UPDATE audit_event SET actor = 8 WHERE id = {AT.format(4)}"], "Edited", 4),
    "time edited": ([f"UPDATE audit_event SET at = at - interval '1 microsecond' WHERE id = {AT.format(0)}"],
                    "Edited", 0),
    "deleted": ([f"DELETE FROM audit_event WHERE id = {AT.format(5)}"], "Deleted", 5),
    "last deleted": ([f"DELETE FROM audit_event WHERE id = {AT.format(9)}"], "Deleted", 9),
    "inserted behind": ([BEHIND], "Inserted", 6),
    "reordered": ([SWAP], "Reordered", 2),
    "emptied": (["TRUNCATE audit_event"], "Deleted", 0),
}  # fmt: skip


def rebuild() -> None:
    """Write leaves and seals anew over what the events now are."""
    leaves = [(row.event, merkle.leaf_hash(row.content)) for row in rows()]
    as_administrator("DELETE FROM audit_leaf")
    Leaf.objects.bulk_create(
        Leaf(position=position, event=event, hash=leaf) for position, (event, leaf) in enumerate(leaves)
    )
    as_administrator(f"UPDATE audit_seal SET root = '\\x{merkle.root([h for _, h in leaves]).hex()}'")


def test_what_is_sound_is_found_sound() -> None:
    sealed(3, 1, 5)
    recorded(2)  # not sealed yet

    verdict = verified()

    assert verdict.is_sound
    assert (verdict.events, verdict.checkpoints) == (9, 6)


@pytest.mark.parametrize("attack", ATTACKS)
def test_each_forgery_is_found_with_its_first_place(attack: str) -> None:
    statements, code, position = ATTACKS[attack]
    sealed(2, 4, 4)
    as_administrator(*statements)

    differs, first = verified().findings

    assert (differs.code, first.code, first.facts["position"]) == ("Differs", code, position)


@pytest.mark.parametrize("attack", ATTACKS)
def test_rebuilding_the_leaves_does_not_hide_it(attack: str) -> None:
    statements, _, position = ATTACKS[attack]
    sealed(2, 4, 4)
    as_administrator(*statements)
    rebuild()

    differs, first = verified().findings

    assert (differs.code, first.code) == ("Differs", "Between")
    assert first.facts["first"] <= position <= first.facts["last"]


def test_a_forgery_is_found_beneath_newer_checkpoints_too() -> None:
    sealed(4)
    as_administrator(f"UPDATE audit_event SET actor = 8 WHERE id = {AT.format(1)}")
    sealed(4)

    assert found() == ["Differs", "Edited"]


def test_an_empty_record_is_sound() -> None:
    actions.seal()

    assert verified().is_sound


class TestKeptFiles:
    @pytest.mark.parametrize("cut", [1, 5, 60, 100, 150, 200])
    def test_a_torn_last_checkpoint_is_told_and_mended(self, cut: int, kept_in: list[Path]) -> None:
        sealed(2, 2)
        kept_in[0].write_bytes(kept_in[0].read_bytes()[:-cut])
        assert found() == ["Torn", "PlaceBehind"]

        actions.seal()

        assert found() == []
        sealed(1)
        assert verified().is_sound

    def test_one_that_was_touched_is_not_believed(self, kept_in: list[Path]) -> None:
        sealed(2)
        kept_in[0].write_text(kept_in[0].read_text().replace("\n2\n", "\n1\n"))

        assert found() == ["NotSigned", "PlaceBehind"]

    def test_one_of_another_key_is_not_believed(self, kept_in: list[Path]) -> None:
        sealed(2)
        forger = SigningKey.new(signing_key(may_be_new=False).name)
        with kept_in[1].open("a") as kept:
            kept.write("\n" + forger.sign(Checkpoint(forger.name, 2, merkle.EMPTY, Event.objects.first().at)))

        assert found() == ["NotSigned"]

    def test_a_checkpoint_kept_by_somebody_else_shows_what_ours_no_longer_do(
        self, kept_in: list[Path], tmp_path: Path
    ) -> None:
        sealed(3)
        copy = tmp_path / "copy.txt"
        copy.write_bytes(kept_in[0].read_bytes())
        as_administrator("TRUNCATE audit_event, audit_leaf, audit_seal")
        for file in kept_in:
            file.unlink()
        assert found() == []

        assert found(copy) == ["PlaceBehind", "PlaceBehind", "Differs", "Between"]

    def test_all_gone_is_told(self, kept_in: list[Path]) -> None:
        sealed(3)
        for file in kept_in:
            file.unlink()

        assert found() == ["PlaceBehind", "PlaceBehind"]


class TestCommands:
    def run(self, *words: str) -> tuple[int, str]:
        result = CliRunner().invoke(audit.app, [*words, "--language", "en"])
        return result.exit_code, result.output

    def test_seal_verify_and_who(self) -> None:
        assert self.run("verify") == (0, "Sound: 0 events, 0 checkpoints.\n")
        recorded(2)

        assert self.run("seal") == (0, "2 events sealed (+2).\n")
        assert self.run("verify") == (0, "Sound: 2 events, 2 checkpoints.\n")
        code, said = self.run("who", str(SUBJECT))
        assert code == 0
        assert "Người 0" in said
        assert "family.kin, identity" in said

    def test_a_forgery_ends_with_code_1_and_its_place(self) -> None:
        sealed(3)
        as_administrator(f"UPDATE audit_event SET actor = 8 WHERE id = {AT.format(1)}")

        code, said = self.run("verify")

        assert code == 1
        assert "Wrong from position 1" in said
        assert self.run("verify", "--json")[0] == 1

    def test_watching_seals_and_stops_at_a_forgery(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def meanwhile(_: float) -> None:
            assert Leaf.objects.count() == 3
            as_administrator("UPDATE audit_event SET actor = 8")

        monkeypatch.setattr("tinhgon.cli.audit.time.sleep", meanwhile)
        monkeypatch.setattr("tinhgon.cli.audit.time.monotonic", iter(range(0, 10**6, 400)).__next__)
        recorded(3)

        code, said = self.run("watch")

        assert code == 1
        assert "Wrong from position 0" in said


def test_a_public_key_is_read_as_it_is_written() -> None:
    key = SigningKey.new("tinhgon-audit/x").public

    assert PublicKey.read(f"{key}\n") == key
    with pytest.raises(ValueError, match="id"):
        PublicKey.read(str(key).replace(key.id.hex(), "00000000"))
