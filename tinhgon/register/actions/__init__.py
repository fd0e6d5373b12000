"""The only places that write the register, each in one transaction, its refusals declared beside it."""

from tinhgon.register.actions.drafting import check, discard, draft, redraft
from tinhgon.register.actions.effects import come_into_effect
from tinhgon.register.actions.history import record_history
from tinhgon.register.actions.signing import sign

__all__ = ["check", "come_into_effect", "discard", "draft", "record_history", "redraft", "sign"]
