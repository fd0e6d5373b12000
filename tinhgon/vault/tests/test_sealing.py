"""A sealed value opens where it was sealed, and nowhere else."""

from __future__ import annotations

import sqlite3
import unicodedata
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from tinhgon import vault
from tinhgon.core.errors import Refused
from tinhgon.vault import envelope, refusals
from tinhgon.vault.refusals import NotSealed, Tampered

LAN, HUNG = UUID(int=1), UUID(int=2)
ENTRY = UUID(int=9)
NUMBER = vault.Context("dossier_entry", ENTRY, "identity_number")
SECRET = "079185001234"
in_one_vault = hypothesis(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None
)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("aơđ", max_size=3), inner, max_size=4)
    ),
    max_leaves=10,
)


@pytest.mark.parametrize(
    "value",
    [
        0,
        "",
        None,
        False,
        0.0,
        [],
        {},
        " ",
        "0012",
        "Nguyễn Thị Ánh",
        unicodedata.normalize("NFD", "Đặng Ước"),
    ],
)
def test_what_is_nothing_to_others_is_kept(value: Any) -> None:
    opened = vault.open_sealed(LAN, NUMBER, vault.seal(LAN, NUMBER, value))

    assert opened == value
    assert type(opened) is type(value)


@given(value=json_values)
@in_one_vault
def test_any_json_value_is_kept(value: Any) -> None:
    assert vault.open_sealed(LAN, NUMBER, vault.seal(LAN, NUMBER, value)) == value


def test_the_database_driver_may_hand_over_a_view_of_the_bytes() -> None:
    assert vault.open_sealed(LAN, NUMBER, memoryview(vault.seal(LAN, NUMBER, SECRET))) == SECRET


@pytest.mark.parametrize(
    "planted",
    [b"", b"0", b"079185001234", b'"079185001234"', b"\x01", b"\x01" + b"079185001234" * 5, b"x" * 500],
)
def test_planted_plaintext_is_refused(planted: bytes) -> None:
    vault.seal(LAN, NUMBER, SECRET)

    with pytest.raises(Tampered):
        vault.open_sealed(LAN, NUMBER, planted)


@pytest.mark.parametrize(
    "elsewhere",
    [
        vault.Context("dossier_past", ENTRY, "identity_number"),
        vault.Context("dossier_entry", UUID(int=10), "identity_number"),
        vault.Context("dossier_entry", ENTRY, "ethnic_group"),
        vault.Context("dossier", ENTRY, "entry_identity_number"),
        vault.Context('dossier_entry","', ENTRY, "identity_number"),
    ],
)
def test_moved_to_another_table_item_or_field_is_refused(elsewhere: vault.Context) -> None:
    sealed = vault.seal(LAN, NUMBER, SECRET)

    with pytest.raises(Tampered):
        vault.open_sealed(LAN, elsewhere, sealed)


def test_moved_to_another_person_is_refused() -> None:
    sealed, _ = vault.seal_many([(LAN, NUMBER, SECRET), (HUNG, NUMBER, SECRET)])

    with pytest.raises(Tampered):
        vault.open_sealed(HUNG, NUMBER, sealed)


@given(data=st.data())
@in_one_vault
def test_any_changed_byte_is_refused(data: st.DataObject) -> None:
    sealed = bytearray(vault.seal(LAN, NUMBER, SECRET))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= data.draw(st.integers(1, 255))

    with pytest.raises(Tampered):
        vault.open_sealed(LAN, NUMBER, bytes(sealed))


@given(length=st.integers(0, 60))
@in_one_vault
def test_cut_short_is_refused(length: int) -> None:
    with pytest.raises(Tampered):
        vault.open_sealed(LAN, NUMBER, vault.seal(LAN, NUMBER, SECRET)[:length])


def test_prolonged_is_refused() -> None:
    with pytest.raises(Tampered):
        vault.open_sealed(LAN, NUMBER, vault.seal(LAN, NUMBER, SECRET) + b"\0")


@pytest.mark.parametrize("version", [0, 2, 255])
def test_another_format_is_refused(version: int) -> None:
    sealed = vault.seal(LAN, NUMBER, SECRET)

    with pytest.raises(NotSealed):
        vault.open_sealed(LAN, NUMBER, bytes([version]) + sealed[1:])


def test_the_format_is_bound_so_that_a_later_one_cannot_be_passed_off_as_this(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = envelope.new_key()
    with monkeypatch.context() as later:
        later.setattr(envelope, "FORMAT", 2)
        sealed = envelope.encrypt(key, ["x"], b"plain")

    with pytest.raises(Tampered):
        envelope.decrypt(key, ["x"], b"\x01" + sealed[1:])


def test_nonces_never_repeat_in_100000_seals_with_one_key() -> None:
    sealed = vault.seal_many((LAN, NUMBER, 0) for _ in range(100_000))

    assert len({one[1:13] for one in sealed}) == 100_000


def test_short_answers_cannot_be_told_apart_by_their_length() -> None:
    assert len({len(vault.seal(LAN, NUMBER, word)) for word in ("Kinh", "Khơ-me", "Ngái", "", None)}) == 1


def test_many_persons_take_one_reading_of_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    persons = [uuid4() for _ in range(3000)]
    sealed = vault.seal_many((person, NUMBER, str(person)) for person in persons)
    statements: list[str] = []
    from tinhgon.vault import store

    with store.reading() as connection:
        connection.set_trace_callback(statements.append)
    opened = vault.open_many((person, NUMBER, one) for person, one in zip(persons, sealed, strict=True))

    assert opened == [str(person) for person in persons]
    assert len([said for said in statements if "data_key" in said]) == 1


def test_nothing_sealed_lies_in_the_folder_and_no_key_lies_bare(folder: Path) -> None:
    vault.seal(LAN, NUMBER, SECRET)
    kept = b"".join(file.read_bytes() for file in folder.iterdir() if file.suffix != ".key")

    assert SECRET.encode() not in kept
    assert all(file.read_bytes() not in kept for file in folder.glob("*.key"))
    assert (
        len(sqlite3.connect(folder / "keys.sqlite").execute("SELECT wrapped FROM data_key").fetchone()[0])
        == 61
    )


def test_no_refusal_tells_a_value_or_a_person() -> None:
    sealed = vault.seal(LAN, NUMBER, SECRET)
    vault.destroy([LAN], reason="hết hạn lưu", by="an")
    told = []
    for person, given_ in ((LAN, sealed), (HUNG, sealed), (LAN, SECRET.encode())):
        with pytest.raises(Refused) as refusal:
            vault.open_sealed(person, NUMBER, given_)
        told.append(str(refusal.value.as_json()))

    assert not any(word in said for said in told for word in (SECRET, str(LAN), str(HUNG), NUMBER.field))


@pytest.mark.parametrize("refusal", [c for c in vars(refusals).values() if isinstance(c, type)])
def test_refusals_speak_both_languages(refusal: type[Refused]) -> None:
    assert refusal.vi != refusal.en
