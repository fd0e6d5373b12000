"""Keys: made once, lost with a plain word, destroyed for ever, closed to others."""

from __future__ import annotations

import os
import sqlite3
from multiprocessing import get_context
from pathlib import Path
from threading import Thread
from uuid import UUID, uuid4

import pytest
from django.core.checks import run_checks
from typer.testing import CliRunner

from tinhgon import vault
from tinhgon.cli import vault as command
from tinhgon.vault.refusals import (
    CopyExists,
    DataKeyMissing,
    KeyDestroyed,
    KeyMissing,
    KeysExposed,
    StoreMissing,
    StoreUnusable,
    Tampered,
    WrongKey,
)
from tinhgon.vault.store import NAME

LAN, HUNG = UUID(int=1), UUID(int=2)
NUMBER = vault.Context("dossier_entry", UUID(int=9), "identity_number")
PROCESSES = 6
forking = get_context("fork")


def by_hand(folder: Path, words: str) -> None:
    with sqlite3.connect(folder / NAME) as store:
        store.execute(words)


class TestMaking:
    def test_everything_is_private(self, folder: Path) -> None:
        vault.seal(LAN, NUMBER, 1)
        vault.blind_index("1", "a")

        assert {file.name for file in folder.iterdir()} >= {"kek-1.key", "index-1.key", NAME}
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}

    def test_looking_makes_nothing(self, folder: Path) -> None:
        assert vault.status().kek == ""
        assert list(vault.faults()) == []
        assert not folder.exists()

    def test_processes_that_seal_first_at_once_share_one_key(self, folder: Path) -> None:
        gate, sealed = forking.Barrier(PROCESSES), forking.Queue()

        def first() -> None:
            gate.wait()
            sealed.put(vault.seal(LAN, NUMBER, os.getpid()))

        processes = [forking.Process(target=first) for _ in range(PROCESSES)]
        for process in processes:
            process.start()
        values = [vault.open_sealed(LAN, NUMBER, sealed.get(timeout=30)) for _ in processes]
        for process in processes:
            process.join()

        assert sorted(values) == sorted(process.pid for process in processes)
        assert [file.name for file in folder.glob("*.key")] == ["kek-1.key"]
        assert not list(folder.glob(".*"))

    def test_threads_that_seal_first_at_once_share_one_key(self) -> None:
        sealed: list[bytes] = []
        threads = [Thread(target=lambda: sealed.append(vault.seal(LAN, NUMBER, 7))) for _ in range(PROCESSES)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert vault.open_many((LAN, NUMBER, one) for one in sealed) == [7] * PROCESSES

    def test_a_key_file_left_by_a_crash_is_used(self, folder: Path) -> None:
        vault.seal(LAN, NUMBER, 1)
        by_hand(folder, "DELETE FROM key_file")
        by_hand(folder, "DELETE FROM data_key")
        before = (folder / "kek-1.key").read_bytes()

        vault.seal(LAN, NUMBER, 1)

        assert (folder / "kek-1.key").read_bytes() == before


class TestLosing:
    def test_without_the_kek_nothing_opens_and_no_new_one_is_made(self, folder: Path) -> None:
        sealed = vault.seal(LAN, NUMBER, 1)
        kept = (folder / "kek-1.key").rename(folder.with_name("cất"))

        for attempt in (lambda: vault.open_sealed(LAN, NUMBER, sealed), lambda: vault.seal(HUNG, NUMBER, 1)):
            with pytest.raises(KeyMissing, match="kek-1"):
                attempt()
        with pytest.raises(KeyMissing):
            vault.rotate()
        assert list(folder.glob("kek-1*")) == []

        kept.rename(folder / "kek-1.key")
        assert vault.open_sealed(LAN, NUMBER, sealed) == 1
        assert vault.rotate() == 1

    def test_another_kek_in_its_place_is_noticed_before_it_wraps(self, folder: Path) -> None:
        vault.seal(LAN, NUMBER, 1)
        (folder / "kek-1.key").write_bytes(bytes(32))

        with pytest.raises(WrongKey):
            vault.seal(HUNG, NUMBER, 1)

    def test_a_lost_store_is_told(self, folder: Path) -> None:
        sealed = vault.seal(LAN, NUMBER, 1)
        for file in folder.glob(f"{NAME}*"):
            file.unlink()

        with pytest.raises(StoreMissing):
            vault.open_sealed(LAN, NUMBER, sealed)

    def test_a_broken_store_is_told(self, folder: Path) -> None:
        vault.seal(LAN, NUMBER, 1)
        for file in folder.glob(f"{NAME}*"):
            file.unlink()
        (folder / NAME).write_text("không phải kho khóa" * 1000)

        with pytest.raises(StoreUnusable):
            vault.seal(LAN, NUMBER, 1)

    def test_a_person_of_another_store_is_told(self) -> None:
        sealed = vault.seal(LAN, NUMBER, 1)

        with pytest.raises(DataKeyMissing):
            vault.open_sealed(HUNG, NUMBER, sealed)

    def test_wrapped_keys_exchanged_between_persons_are_refused(self, folder: Path) -> None:
        sealed = vault.seal_many([(LAN, NUMBER, 1), (HUNG, NUMBER, 2)])
        by_hand(
            folder, f"UPDATE data_key SET wrapped = (SELECT wrapped FROM data_key WHERE person = '{HUNG}')"
        )

        with pytest.raises(Tampered):
            vault.open_sealed(LAN, NUMBER, sealed[0])


class TestDestroying:
    def test_destroyed_stays_destroyed_after_an_older_database_is_restored(self) -> None:
        backup = {LAN: vault.seal(LAN, NUMBER, "cũ"), HUNG: vault.seal(HUNG, NUMBER, "còn")}

        assert vault.destroy([LAN], reason="hết hạn lưu", by="an") == 1

        with pytest.raises(KeyDestroyed):
            vault.open_sealed(LAN, NUMBER, backup[LAN])
        with pytest.raises(KeyDestroyed):
            vault.seal(LAN, NUMBER, "mới")
        assert vault.open_sealed(HUNG, NUMBER, backup[HUNG]) == "còn"
        assert set(vault.erased([*backup])) == {LAN}

    def test_the_ledger_keeps_who_when_and_why_and_the_first_word(self, folder: Path) -> None:
        vault.destroy([LAN], reason="theo yêu cầu", by="an")
        vault.destroy([LAN, HUNG], reason="lần hai", by="bình")

        ledger = vault.erased()
        assert (ledger[LAN].reason, ledger[LAN].by) == ("theo yêu cầu", "an")
        assert ledger[HUNG].at > ledger[LAN].at
        assert vault.erased([]) == {}
        for words in ("DELETE FROM erased", "UPDATE erased SET reason = ''"):
            with pytest.raises(sqlite3.IntegrityError):
                by_hand(folder, words)

    def test_it_takes_effect_in_other_processes_at_once(self) -> None:
        sealed = vault.seal(LAN, NUMBER, 1)
        assert vault.open_sealed(LAN, NUMBER, sealed) == 1

        other = forking.Process(target=vault.destroy, args=([LAN],), kwargs={"reason": "", "by": ""})
        other.start()
        other.join()

        with pytest.raises(KeyDestroyed):
            vault.open_sealed(LAN, NUMBER, sealed)

    def test_no_trace_of_the_wrapped_key_is_left_in_the_folder(self, folder: Path) -> None:
        vault.seal_many((uuid4(), NUMBER, 1) for _ in range(300))
        vault.seal(LAN, NUMBER, 1)
        with sqlite3.connect(folder / NAME) as store:
            (wrapped,) = store.execute(f"SELECT wrapped FROM data_key WHERE person = '{LAN}'").fetchone()
        store.close()

        vault.destroy([LAN], reason="", by="")

        assert not [file.name for file in folder.iterdir() if wrapped in file.read_bytes()]


def _exposed() -> list[str]:
    found = [one.id for one in run_checks(tags=["security"])]
    return [name for name in found if name and name.startswith("tinhgon.")]


class TestWatching:
    def test_a_key_open_to_others_is_not_used_and_stops_the_checks(self, folder: Path) -> None:
        sealed = vault.seal(LAN, NUMBER, 1)
        assert _exposed() == []
        (folder / "kek-1.key").chmod(0o640)
        folder.chmod(0o755)

        with pytest.raises(KeysExposed):
            vault.open_sealed(LAN, NUMBER, sealed)
        assert _exposed() == ["tinhgon.KeysExposed"] * 2

    def test_check_finds_what_does_not_open(self, folder: Path) -> None:
        vault.seal_many([(LAN, NUMBER, 1), (HUNG, NUMBER, 2)])
        assert list(vault.faults()) == []
        by_hand(folder, f"UPDATE data_key SET wrapped = zeroblob(61) WHERE person = '{LAN}'")

        done = CliRunner().invoke(command.app, ["check", "--language", "en"])

        assert done.exit_code == 3
        assert [type(fault).__name__ for fault in vault.faults()] == ["NotSealed"]

    def test_check_names_a_lost_key_once(self, folder: Path) -> None:
        vault.seal_many([(LAN, NUMBER, 1), (HUNG, NUMBER, 2)])
        (folder / "kek-1.key").unlink()

        assert [type(fault).__name__ for fault in vault.faults()] == ["KeyMissing"]

    @pytest.mark.parametrize("language", ["vi", "en"])
    def test_commands_speak(self, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("TINHGON_LANGUAGE", language)
        vault.seal(LAN, NUMBER, 1)
        said = {
            name: CliRunner().invoke(command.app, [name, "--language", language])
            for name in ("status", "rotate", "check")
        }

        assert {name: done.exit_code for name, done in said.items()} == dict.fromkeys(said, 0)
        assert ("Khóa bọc: kek-1" if language == "vi" else "Key-encryption key: kek-1") in said[
            "status"
        ].output
        assert "kek-2" in said["rotate"].output

    def test_status_as_json_has_numbers_only(self) -> None:
        vault.seal(LAN, NUMBER, 1)
        vault.destroy([LAN], reason="kín", by="an")

        said = CliRunner().invoke(command.app, ["status", "--json"]).stdout

        assert '"erased": 1' in said
        assert "kín" not in said

    def test_a_copy_is_whole_private_and_overwrites_nothing(self, folder: Path, tmp_path: Path) -> None:
        sealed, target = vault.seal(LAN, NUMBER, 1), tmp_path / "bản sao"

        vault.copy(target)

        assert target.stat().st_mode & 0o777 == 0o600
        with pytest.raises(CopyExists):
            vault.copy(target)
        for file in folder.glob(f"{NAME}*"):
            file.unlink()
        target.rename(folder / NAME)
        assert vault.open_sealed(LAN, NUMBER, sealed) == 1
