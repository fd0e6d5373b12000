"""Proof of a pack: its cases, run; its numbers, nudged, must break one."""

from tinhgon.rules.proving.cases import Case, Proof, proofs
from tinhgon.rules.proving.mutating import Mutation, mutations
from tinhgon.rules.proving.running import Run, run

__all__ = ["Case", "Mutation", "Proof", "Run", "mutations", "proofs", "run"]
