"""Blind indexes find equal values and tell nothing else."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from django.conf import settings

from tinhgon import vault
from tinhgon.vault.refusals import KeyMissing, StoreMissing

NAME = "Đặng Thị Ước"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NAME, normalize("NFD", NAME)),
        (NAME, NAME.upper()),
        (normalize("NFD", NAME).upper(), NAME.lower()),
        ("079185001234", " 079 185-001.234 "),
        ("079185001234", "079\u00a0185\u2011001\u2013234"),
    ],
)
def test_spellings_of_one_value_agree(one: str, other: str) -> None:
    assert vault.blind_index(one, "identity") == vault.blind_index(other, "identity")


@pytest.mark.parametrize(
    ("one", "other"), [("079185001234", "79185001234"), ("Dang", "Đang"), ("Ước", "Uớc"), ("1", "")]
)
def test_different_values_differ(one: str, other: str) -> None:
    assert vault.blind_index(one, "identity") != vault.blind_index(other, "identity")


def test_purposes_differ() -> None:
    assert vault.blind_index("1", "identity") != vault.blind_index("1", "passport")
    assert vault.blind_index("b1", "a") != vault.blind_index("1", "ab")


def test_many_at_once_are_the_same() -> None:
    assert vault.blind_indexes(["1", "2"], "a") == [vault.blind_index("1", "a"), vault.blind_index("2", "a")]


def test_it_stays_over_a_rotation_and_needs_its_key(folder: Path) -> None:
    before = vault.blind_index("1", "a")
    vault.rotate()
    assert vault.blind_index("1", "a") == before
    assert len(before) == 32

    (folder / "index-1.key").unlink()

    with pytest.raises(KeyMissing, match="index-1"):
        vault.blind_index("1", "a")
    assert not (folder / "index-1.key").exists()


def test_another_installation_has_another_index(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = vault.blind_index("1", "a")
    monkeypatch.setattr(settings, "VAULT", folder.with_name("nơi khác"))

    assert vault.blind_index("1", "a") != here


def test_a_lost_store_is_never_made_anew(folder: Path) -> None:
    vault.blind_index("1", "a")
    for file in folder.glob("keys.sqlite*"):
        file.unlink()

    with pytest.raises(StoreMissing):
        vault.blind_index("1", "a")
