"""The middle of a template: type and abstract, bases, the lines of the body, annexes."""

from __future__ import annotations

from tinhgon.office.letters.making.head import underline
from tinhgon.office.letters.making.marks import each, line, paragraph, run, tag, twips, when
from tinhgon.office.letters.making.section import section
from tinhgon.office.letters.making.styles import style_of as st

BOLD = "<w:b/>"


def title(name: str) -> str:
    """Give the type of the document and its abstract, with the rule or the hyphens below."""
    under = underline("{{ abstract_rule }}") if name == "state" else line(st("abstract"), "-----")
    return (
        line(st("type_name"), "{{ type_name }}")
        + each("line", "abstract", line(st("abstract"), "{{ line }}"))
        + under
    )


def addressees() -> str:
    """Give “Kính gửi”: in its line with one addressee, above a list with several."""
    middle = '<w:jc w:val="center"/>'
    first = f'<w:ind w:left="{twips(25)}"/>'
    listed = f'<w:ind w:left="{twips(46)}" w:hanging="{twips(3)}"/>'
    one = paragraph(st("addressee"), run("Kính gửi: {{ addressee }}"), look=middle)
    several = paragraph(st("addressee"), run("Kính gửi:"), look=first) + each(
        "line", "addressees", paragraph(st("addressee"), run("{{ line }}"), look=listed)
    )
    gap = paragraph(st("recipients"))
    return when("addressee", gap, one) + when("addressees", gap, several)


def enacting() -> str:
    """Give who decides, the bases, and “QUYẾT ĐỊNH:”."""
    return (
        when("competence", line(st("competence"), "{{ competence }}"))
        + each("line", "bases", line(st("basis"), "{{ line }}"))
        + when("enacts", line(st("enacts"), "{{ enacts }}"))
    )


def told(among: str) -> str:
    """Give the lines of a body: five forms, each of a style of its own; the last stays with the signature."""
    kept = "<w:keepNext/>"
    article = (run("{{ line.label }}", BOLD), run(" {{ line.text }}"))
    return (
        tag(f"for line in {among}")
        + tag('if line.form == "article" and line.kept')
        + paragraph(st("body"), *article, look=kept)
        + tag('elif line.form == "article"')
        + paragraph(st("body"), *article)
        + tag('elif line.form == "bold"')
        + paragraph(st("heading"), run("{{ line.text }}"), look=kept)
        + tag('elif line.form == "centre"')
        + paragraph(st("centre"), run("{{ line.text }}"), look=kept)
        + tag('elif line.form == "table"')
        + when("line.text", paragraph(st("caption"), run("{{ line.text }}"), look=kept))
        + _table()
        + paragraph(st("recipients"))
        + tag("elif line.kept")
        + paragraph(st("body"), run("{{ line.text }}"), look=kept)
        + tag("else")
        + line(st("body"), "{{ line.text }}")
        + tag("endif")
        + tag("endfor")
    )


def annexes(name: str) -> str:
    """Give each annex as a section of its own: it counts its own pages, and a wide one lies on its side."""
    ended = section(name)
    wide = section(name, wide=True)
    breaks = tag("if annex.after_wide") + _ends(wide) + tag("else") + _ends(ended) + tag("endif")
    return each(
        "annex",
        "appendices",
        breaks,
        line(st("appendix"), "{{ annex.label }}"),
        line(st("appendix_title"), "{{ annex.title }}"),
        line(st("appendix_note"), "{{ annex.note }}"),
        told("annex.lines"),
    )


def _ends(made: str) -> str:
    return paragraph(st("recipients"), look=made)


def _table() -> str:
    """Give a table with a column for each of the line's; how wide they are is set when it is filled."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    middle, centred = '<w:vAlign w:val="center"/>', '<w:jc w:val="center"/>'
    sides = (("top", 60), ("left", 80), ("bottom", 60), ("right", 80))
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in sides)
    head = (
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        + _lone("for one in line.columns")
        + f"<w:tc><w:tcPr>{middle}</w:tcPr>"
        + paragraph(st("cell"), run("{{ one.text }}", BOLD), look=centred)
        + "</w:tc>"
        + _lone("endfor")
        + "</w:tr>"
    )
    row = (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + _lone("for cell in row")
        + f"<w:tc><w:tcPr>{middle}</w:tcPr>"
        + tag("if line.columns[loop.index0].centred")
        + paragraph(st("cell"), run("{{ cell }}"), look=centred)
        + tag("else")
        + line(st("cell"), "{{ cell }}")
        + tag("endif")
        + "</w:tc>"
        + _lone("endfor")
        + "</w:tr>"
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
        "<w:tblGrid><w:gridCol/><w:gridCol/><w:gridCol/></w:tblGrid>"
        + head
        + _row("for row in line.rows")
        + row
        + _row("endfor")
        + "</w:tbl>"
    )


def _lone(words: str) -> str:
    return f"<w:tc><w:tcPr/>{line('VBDieukhien', f'{{%tc {words} %}}')}</w:tc>"


def _row(words: str) -> str:
    return f"<w:tr><w:tc><w:tcPr/>{line('VBDieukhien', f'{{%tr {words} %}}')}</w:tc></w:tr>"
