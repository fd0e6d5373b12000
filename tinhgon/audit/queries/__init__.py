"""Readers of the record: events by person and by actor, rows in sealed order, what is wrong with them."""

from tinhgon.audit.queries.events import Cursor, Reading, about, acts_of, page, read_by
from tinhgon.audit.queries.sealed import State, state

__all__ = ["Cursor", "Reading", "State", "about", "acts_of", "page", "read_by", "state"]
