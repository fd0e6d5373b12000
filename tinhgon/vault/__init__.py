"""Protection of sensitive fields: sealed with a key a person, which lies wrapped outside the database."""

from tinhgon.vault.erasing import Erasure, destroy, erased
from tinhgon.vault.indexing import blind_index, blind_indexes
from tinhgon.vault.looking import Status, exposed, faults, status
from tinhgon.vault.rotating import rotate
from tinhgon.vault.sealing import Context, open_many, open_sealed, seal, seal_many
from tinhgon.vault.store import copy

__all__ = [
    "Context",
    "Erasure",
    "Status",
    "blind_index",
    "blind_indexes",
    "copy",
    "destroy",
    "erased",
    "exposed",
    "faults",
    "open_many",
    "open_sealed",
    "rotate",
    "seal",
    "seal_many",
    "status",
]
