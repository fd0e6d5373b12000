"""The embedded server: places, sharing, crashes, and what it refuses."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from tinhgon.config import cluster, embedded, places
from tinhgon.core.errors import Refused

START = (
    "import sys; from pathlib import Path; from tinhgon.config import embedded; "
    "print(embedded.start(Path(sys.argv[1])))"
)


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    wished = tmp_path / "một chỗ, 'lạ' \"$HOME\"" / "pg"
    yield wished
    embedded.remove(wished)


def query(data: Path, words: str) -> object:
    with psycopg.connect(embedded.url(data)) as connection:
        row = connection.execute(words.encode()).fetchone()
    assert row is not None
    return row[0]


def test_starts_once_keeps_data_and_stops(data: Path) -> None:
    assert embedded.start(data)
    assert not embedded.start(data)
    with psycopg.connect(embedded.url(data)) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")

    assert embedded.stop(data)
    assert not embedded.stop(data)
    assert not embedded.status(data).running

    assert query(data, "SELECT number FROM kept") == 7


def test_what_a_failing_statement_says_stands_in_no_log(data: Path) -> None:
    embedded.start(data)
    with psycopg.connect(embedded.url(data), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (name text CHECK (name <> 'Trần Thị Lan'))")
        with pytest.raises(psycopg.errors.CheckViolation):
            connection.execute("INSERT INTO kept VALUES ('Trần Thị Lan')")

    written = "".join(one.read_text() for one in data.parent.glob(f"{data.name}.log*"))
    assert "violates check constraint" in written
    assert "Trần Thị Lan" not in written


def test_server_is_safe_private_and_utf8(data: Path) -> None:
    embedded.start(data)

    assert query(data, "SHOW fsync") == "on"
    assert query(data, "SHOW synchronous_commit") == "on"
    assert query(data, "SHOW listen_addresses") == ""
    assert query(data, "SHOW server_encoding") == "UTF8"
    assert query(data, "SELECT upper('đặng')") == "ĐẶNG"
    assert query(data, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    assert (places.place(data) / "pg_hba.conf").read_text() == "local all all peer map=tinhgon\n"


def test_processes_that_start_at_once_share_one_server(data: Path) -> None:
    many = [
        subprocess.Popen([sys.executable, "-c", START, str(data)], stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]

    said = sorted(process.communicate(timeout=60)[0].strip() for process in many)

    assert said == ["False", "False", "False", "True"]
    assert embedded.status(data).running  # it outlives whoever started it


def test_recovers_after_the_server_was_killed(data: Path) -> None:
    embedded.start(data)
    with psycopg.connect(embedded.url(data)) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    pid = embedded.status(data).pid
    assert pid is not None

    os.kill(pid, signal.SIGKILL)

    assert query(data, "SELECT number FROM kept") == 7
    assert embedded.status(data).pid != pid


def test_a_note_with_a_number_that_another_program_has_now_does_not_stop_it(data: Path) -> None:
    embedded.start(data)
    embedded.stop(data)
    note = places.place(data) / "postmaster.pid"
    note.write_text(f"{os.getpid()}\n{places.place(data)}\n1\n5432\n\n\n")

    assert not embedded.status(data).running
    assert embedded.start(data)


def test_a_half_made_cluster_is_made_anew(data: Path) -> None:
    half = data.with_name("pg.new")
    half.mkdir(parents=True)
    (half / "PG_VERSION").write_text("18")

    assert embedded.start(data)


def test_data_of_another_version_are_refused(data: Path) -> None:
    embedded.start(data)
    embedded.stop(data)
    (places.place(data) / "PG_VERSION").write_text("17\n")

    with pytest.raises(cluster.DataOfOtherVersion, match="made by PostgreSQL 17"):
        embedded.start(data)


def test_a_wrong_setting_is_told_with_the_servers_words(data: Path) -> None:
    with pytest.raises(cluster.ServerWouldNotStart, match="no_such_setting"):
        embedded.start(data, no_such_setting="1")


def test_socket_lies_with_the_data_unless_the_path_will_not_do(tmp_path: Path) -> None:
    assert places.socket_folder(Path("/srv/a b/pg")) == Path("/srv/a b/pg")
    for unfit in (Path("/srv/a,b/pg"), Path("/" + "đ" * 60)):
        assert places.socket_folder(unfit).name.startswith("tinhgon-")


def test_another_accounts_socket_folder_is_not_trusted(tmp_path: Path) -> None:
    open_to_all = tmp_path / "socket"
    open_to_all.mkdir(mode=0o755)

    with pytest.raises(places.NoPlace):
        places.make_private(open_to_all, places.Account(os.geteuid(), os.getegid()))


@pytest.mark.skipif(os.geteuid() != 0, reason="only root must become another account")
class TestAsRoot:
    def test_a_closed_parent_stays_closed_and_the_data_lie_elsewhere(self, tmp_path: Path) -> None:
        closed = tmp_path / "closed"
        closed.mkdir(mode=0o700)
        data = closed / "pg"
        modes = [folder.stat().st_mode for folder in data.parents]
        try:
            embedded.start(data)

            assert places.place(data).is_relative_to(places.SHARED)
            assert places.place(data) == places.place(data)
            assert modes == [folder.stat().st_mode for folder in data.parents]
        finally:
            embedded.remove(data)
        assert not places.place(data).exists()

    def test_server_runs_as_an_account_that_was_there(self, data: Path) -> None:
        embedded.start(data)

        process = psutil.Process(embedded.status(data).pid)

        assert process.username() in {"postgres", "nobody"}
        assert places.place(data).stat().st_mode & 0o777 == 0o700


def test_killed_runs_leave_nothing_behind(data: Path) -> None:
    """A server whose starter is killed goes on and can be stopped by the next process."""
    starter = subprocess.Popen([sys.executable, "-c", f"{START}; import time; time.sleep(60)", str(data)])
    deadline = time.monotonic() + 30
    while not embedded.status(data).running and time.monotonic() < deadline:
        time.sleep(0.05)
    starter.kill()
    starter.wait()

    assert embedded.stop(data)


def test_a_process_can_say_that_it_needs_the_server(data: Path) -> None:
    with embedded.using(data):
        assert embedded.in_use(data)
    assert not embedded.in_use(data)


def test_refusals_speak_both_languages() -> None:
    refusal: Refused = embedded.ServerWouldNotStop(reason="x")

    assert refusal.message("vi") != refusal.message("en")
