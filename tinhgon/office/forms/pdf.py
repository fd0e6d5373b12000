"""A form as a PDF that archives keep (PDF/A-2b)."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import typst

from tinhgon.office.forms.form import Form, whole

HERE = Path(__file__).parent
TEMPLATE, FONTS = HERE / "templates" / "form.typ", HERE / "fonts"


def pdf(form: Form, *, at: datetime | None = None) -> bytes:
    """Set the form with the fonts of the house; values go in as data, never as program text."""
    made = typst.compile(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=_fonts(),
        sys_inputs={"form": json.dumps(whole(form), ensure_ascii=False)},
        pdf_standards="a-2b",
        timestamp=at,
    )
    return bytes(made)


@cache
def _fonts() -> typst.Fonts:
    """Read the fonts once; those of the machine would make each machine print otherwise."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
