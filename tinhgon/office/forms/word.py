"""A form as a Word document."""

from __future__ import annotations

import io
from pathlib import Path

from docxtpl.template import DocxTemplate
from jinja2.sandbox import SandboxedEnvironment

from tinhgon.office.forms.form import Form, whole

TEMPLATE = Path(__file__).parent / "templates" / "form.docx"


def docx(form: Form) -> bytes:
    """Fill the template, which an office may lay out anew in Word; no value is run or read as mark-up."""
    document = DocxTemplate(TEMPLATE)
    document.render(whole(form), jinja_env=SandboxedEnvironment(autoescape=True), autoescape=True)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()
