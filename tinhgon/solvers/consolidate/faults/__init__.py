"""What is wrong with an input, all at once; and what is noted about it though it is no fault."""

from tinhgon.solvers.consolidate.faults.finding import FaultyInput, assert_sound, faults_of
from tinhgon.solvers.consolidate.faults.kinds import Fault

__all__ = ["Fault", "FaultyInput", "assert_sound", "faults_of"]
