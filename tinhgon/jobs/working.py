"""The worker: takes jobs as they come, until it is told to end."""

from __future__ import annotations

import asyncio
import logging
import signal
from contextlib import suppress

from asgiref.sync import sync_to_async
from django.db import close_old_connections
from procrastinate import App
from procrastinate.contrib.django.utils import connector_params
from procrastinate.psycopg_connector import PsycopgConnector

from tinhgon.jobs.queue import reached_by
from tinhgon.jobs.stalled import take_up_stalled

logger = logging.getLogger(__name__)

LOOK = 15.0  # seconds from one look for stalled jobs to the next
PATIENCE = (
    1.0  # seconds a job may go on after the worker was told to end; then it is asked to put itself back
)
AGAIN = 5.0  # seconds to wait where the database was lost


def work(*, at_once: int = 1) -> None:
    """Do jobs until SIGTERM or Ctrl-C; a database that is lost for a while is waited for.

    :param at_once: jobs done at the same time.
    """
    asyncio.run(_until_told(at_once))


async def _until_told(at_once: int) -> None:
    told = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    while not told.is_set():
        shift = asyncio.create_task(_shift(at_once))
        waiting = asyncio.create_task(told.wait())
        await asyncio.wait({shift, waiting}, return_when=asyncio.FIRST_COMPLETED)
        shift.cancel()
        waiting.cancel()
        with suppress(asyncio.CancelledError):
            try:
                await shift
            except Exception as fault:  # the database went away: nothing is lost, jobs wait in it
                logger.error("the worker begins again: %s", str(fault).partition("\n")[0])
        with suppress(TimeoutError):
            await asyncio.wait_for(told.wait(), AGAIN)


async def _shift(at_once: int) -> None:
    """Work as long as the database answers."""
    app = reached_by(PsycopgConnector(kwargs=connector_params(), min_size=1, max_size=at_once + 3))
    async with app.open_async():
        keeper = asyncio.create_task(_look_for_stalled())
        try:
            await _serve(app, at_once)
        finally:
            keeper.cancel()


async def _serve(app: App, at_once: int) -> None:
    await app.run_worker_async(
        concurrency=at_once,
        shutdown_graceful_timeout=PATIENCE,
        delete_jobs="successful",
        install_signal_handlers=False,
    )


async def _look_for_stalled() -> None:
    while True:
        with suppress(Exception):  # without a database the worker itself says so
            await sync_to_async(_look)()
        await asyncio.sleep(LOOK)


def _look() -> None:
    close_old_connections()
    take_up_stalled()
