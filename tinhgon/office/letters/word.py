"""A document as a Word document, by a template that an office may change."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tinhgon.office.letters.filling.template import ready
from tinhgon.office.letters.letter import Letter
from tinhgon.office.letters.sheet import sheet

TEMPLATES = Path(__file__).parent / "templates"


def docx(letter: Letter, template: bytes | None = None) -> bytes:
    """Fill the office's template, or else the house's for the document's kind and layout.

    :raises TemplateRefused: the office's template cannot be used.
    """
    return ready(template or _built_in(letter.layout, letter.kind)).fill(sheet(letter))


def template_of(layout: str, kind: str) -> Path:
    """Say where the house's template of a kind lies."""
    return TEMPLATES / f"{layout}-{kind.replace('_', '-') or 'any'}.docx"


@cache
def _built_in(layout: str, kind: str) -> bytes:
    path = template_of(layout, kind)
    return (path if path.exists() else template_of(layout, "")).read_bytes()
