"""What was read in a file, with what a person has made of it so far: pure, from the intake's JSON."""

from tinhgon.documents.findings.gathering import Findings, findings_of
from tinhgon.documents.findings.values import ACCEPTED, DROPPED, OPEN, Cited, Head, Named, Wanted

__all__ = ["ACCEPTED", "DROPPED", "OPEN", "Cited", "Findings", "Head", "Named", "Wanted", "findings_of"]
