"""The only writers of the record."""

from tinhgon.audit.actions.recording import Facts, record, record_many
from tinhgon.audit.actions.sealing import Sealed, seal

__all__ = ["Facts", "Sealed", "record", "record_many", "seal"]
