"""The templates of documents, those of the house and those of the office."""

from __future__ import annotations

from typing import Any

from django.utils.translation import get_language

from tinhgon.documents.models import Template
from tinhgon.office.letters.checking import PLACEHOLDERS
from tinhgon.office.letters.kinds import KINDS


def templates_page() -> dict[str, Any]:
    """Give each kind and layout with the office's own template, if one is in use."""
    vi = (get_language() or "vi").startswith("vi")
    own = {
        (one.kind, one.layout): one
        for one in Template.objects.filter(withdrawn_at=None).defer("content").order_by("revision")
    }
    rows = [
        {
            "kind": kind.code,
            "name": kind.vi if vi else kind.en,
            "layout": layout,
            "own": own.get((kind.code, layout)),
        }
        for kind in KINDS.values()
        for layout in kind.layouts
    ]
    words = [(name, said.vi if vi else said.en) for name, said in PLACEHOLDERS.items()]
    return {"rows": rows, "placeholders": words}
