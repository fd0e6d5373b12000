"""Writes 1,000 decisions as PDF and as Word documents, beside how the libraries' own pages do it."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from _ground import report

from tinhgon.office.letters import Letter, docx, pdf
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.pdf import FONTS, HERE, TEMPLATE
from tinhgon.office.letters.sheet import sheet
from tinhgon.office.letters.word import template_of

MANY, FEW = 1000, 50
NAMES = ("Nguyễn Thị Ngọc Phượng", "Trần Quốc Khánh", "Lê Huỳnh Như Ý", "Đặng Ỷ Lan", "Huỳnh Thị Mỹ Duyên")


def decisions(many: int) -> Iterator[Letter]:
    """Give decisions of appointment, each with its number and its person."""
    kind = KINDS["appointment"]
    sample = kind.sample()
    for place in range(many):
        yield kind.build({**sample, "number": str(place + 1), "person": f"{NAMES[place % 5]} {place}"})


def written(what: str, write: Callable[[Letter], bytes], many: int, limit: float | None = None) -> None:
    """Write decisions one by one; print CPU seconds for a thousand, wall seconds and ms of CPU for each."""
    letters = list(decisions(many))
    write(replace(letters[0], number="0"))
    wall, cpu = time.perf_counter(), time.process_time()
    size = sum(len(write(letter)) for letter in letters)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    each = cpu / many * 1000
    note = f"{each:.2f} ms each, wall {wall:.1f} s for {many}, {size / many / 1000:.0f} kB"
    report(f"{what}: CPU for {MANY}", each * MANY / 1000, "s", limit=limit, note=note)


def by_docxtpl(letter: Letter) -> bytes:
    """Fill the same template as docxtpl's own page says: opened and parsed anew for each document."""
    from docxtpl import DocxTemplate
    from jinja2.sandbox import SandboxedEnvironment

    made = DocxTemplate(template_of(letter.layout, letter.kind))
    made.render(sheet(letter), jinja_env=SandboxedEnvironment(autoescape=True), autoescape=True)
    output = io.BytesIO()
    made.save(output)
    return output.getvalue()


def by_typst(letter: Letter) -> bytes:
    """Set the same PDF with a compiler made anew for each document."""
    import json

    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    data = {"letter": json.dumps(sheet(letter), ensure_ascii=False)}
    made = typst.compile(TEMPLATE, root=HERE, font_paths=fonts, sys_inputs=data, pdf_standards="a-2b")
    return bytes(made)


def main() -> None:
    """Ours on a thousand, the others on fewer, in the same run."""
    written("decisions as PDF", pdf, MANY, limit=25)
    written("decisions as Word documents", docx, MANY, limit=15)
    written("  the same PDF, typst.compile each time", by_typst, FEW)
    written("  the same Word document, docxtpl as documented", by_docxtpl, FEW)


if __name__ == "__main__":
    main()
