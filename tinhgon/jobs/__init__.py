"""Work done in the background: asked for in a page's own transaction, done by `tinhgon worker`.

The queue is Procrastinate's, in our own database; nobody outside of this folder knows it.
"""

from tinhgon.jobs.pending import run_pending
from tinhgon.jobs.queue import NoSuchTask, enqueue
from tinhgon.jobs.registry import Ending, PutBack, task
from tinhgon.jobs.working import work

__all__ = ["Ending", "NoSuchTask", "PutBack", "enqueue", "run_pending", "task", "work"]
