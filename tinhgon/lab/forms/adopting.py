"""What the drafts of an adopted scenario have in common."""

from __future__ import annotations

from tinhgon.lab.actions.adopting import Letterhead
from tinhgon.register.forms.head import HeadForm


class LetterheadForm(HeadForm):
    """Type, number, issuer and day; each draft gets its own title and the number with its turn."""

    effective_on = None  # type: ignore[assignment]  # that of the scenario
    title = None  # type: ignore[assignment]
    corrects = None  # type: ignore[assignment]
    layout = (("type", "number", "issuer", "issued_on"), ("source", "source_note"))  # type: ignore[assignment]

    def letterhead(self) -> Letterhead:
        """Make the letterhead of what was typed and found right."""
        given = self.cleaned_data
        return Letterhead(
            type=given["type"], number=given["number"], issuer=given["issuer"], issued_on=given["issued_on"],
            source=given["source"] or "act", source_note=given["source_note"],
        )  # fmt: skip
