"""Dask's workers: our own on this machine, or those of a cluster that is there."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import dask
from distributed import Client, LocalCluster

from tinhgon.core.errors import Refused

logging.getLogger("distributed").setLevel(logging.ERROR)  # it tells each coming and going
PATIENCE = "30s"
# Twice more a task is given to another worker when its own dies; a third death is the task's own fault.
SETTINGS = {
    "distributed.scheduler.allowed-failures": 2,
    "distributed.comm.timeouts.connect": PATIENCE,
    "distributed.admin.large-graph-warning-threshold": "1GB",
    "distributed.worker.daemon": False,
}


class ClusterOutOfReach(Refused):
    vi = "Không kết nối được cụm máy tính ở {address}: {reason}."
    en = "The cluster at {address} cannot be reached: {reason}."


@contextmanager
def swarm(scheduler: str | None, workers: int) -> Iterator[Client]:
    """Give a client of an existing scheduler, or of workers that live as long as this block.

    Our own have one thread each, since solvers do not share a process, and speak TLS with keys made for the
    occasion, since whoever may talk to a worker may run anything as this user.

    :raises ClusterOutOfReach: nobody answers there.
    """
    with dask.config.set(SETTINGS):
        if scheduler:
            try:
                client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
            except (OSError, ValueError) as error:
                raise ClusterOutOfReach(address=scheduler, reason=str(error).partition("\n")[0]) from error
            with client:
                yield client
            return
        cluster = LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address=None,
            security=True,
            silence_logs=logging.CRITICAL,
        )
        with cluster, Client(cluster, set_as_default=False) as client:
            yield client
