"""Training of civil servants: the yearly minimum, programmes, postgraduate study."""

from tinhgon.core.rulebook.rules import Check, Compute
from tinhgon.core.rules.training.postgraduate import postgraduate
from tinhgon.core.rules.training.programmes import leadership, longest, yearly

RULES: tuple[Check, ...] = (yearly, leadership, longest, postgraduate)
CALCULATIONS: tuple[Compute, ...] = ()
