"""What is paid to those who leave: before their retirement month, by restructuring, of their own will."""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.severance.early import early_retirement
from tinhgon.core.rules.severance.ordinary import ordinary
from tinhgon.core.rules.severance.resigning import resignation
from tinhgon.core.rules.severance.window import window

RULES: tuple[Check, ...] = (window,)
CALCULATIONS: tuple[Compute, ...] = (early_retirement, resignation, ordinary)
