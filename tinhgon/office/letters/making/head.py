"""The head and the foot of a template: who writes, number, day; who signs, who receives."""

from __future__ import annotations

from tinhgon.office.letters.making.marks import each, grid, line, paragraph, run, twips, when
from tinhgon.office.letters.making.styles import style_of as st
from tinhgon.office.letters.measures import MM, layout, measures
from tinhgon.office.letters.widths import ems

NATION = {"state": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "party": "ĐẢNG CỘNG SẢN VIỆT NAM"}
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def head(name: str, letter: bool) -> str:
    """Give the two columns at the top; an official letter has its abstract under the number."""
    columns = layout(name)["head"]["columns"]
    number = [line(st("number"), "{{ number_line }}")]
    if letter:
        number.append(each("line", "abstract", line(st("letter_abstract"), "{{ line }}")))
    left = "".join(number) + _urgency(columns[0])
    rows = [(_issuer(name), _nation(name)), (left, line(st("place"), "{{ place_line }}"))]
    return grid(columns, *rows)


def foot(name: str) -> str:
    """Give recipients at the left, the signature at the right; the two stay together on a page."""
    kept = "<w:keepNext/><w:keepLines/>"
    copies = when(
        "recipients",
        line(st("recipients_title"), "Nơi nhận:"),
        each("line", "recipients", line(st("recipients"), "{{ line }}")),
    )
    signed = each("line", "titles", paragraph(st("authority"), run("{{ line }}"), look=kept))
    room = paragraph("VBKhoangky", look=kept) * 4
    signer = line(st("signer"), "{{ signer }}")
    sides = (copies + paragraph(st("recipients")), signed + room + signer)
    gap = paragraph("VBGachduoi", look="<w:keepNext/>")
    return gap + grid(layout(name)["sign"]["columns"], sides)


def underline(spaces: str) -> str:
    """Give a rule made of underlined spaces: it is as long as the text above it asks."""
    return line("VBGachduoi", spaces)


def _issuer(name: str) -> str:
    under = underline("{{ issuer_rule }}") if name == "state" else line(st("issuer"), "*")
    superior = each("line", "superior", line(st("superior"), "{{ line }}"))
    return superior + each("line", "issuer", line(st("issuer"), "{{ line }}")) + under


def _nation(name: str) -> str:
    parts = layout(name)["parts"]
    lines = [("nation", NATION[name])] + ([("motto", MOTTO)] if name == "state" else [])
    part, last = lines[-1]
    spaces = "\u00a0" * round(ems(last) * parts[part]["size"] / 2)
    return "".join(line(st(which), text) for which, text in lines) + underline(spaces)


def _urgency(column: float) -> str:
    """Give the stamp of urgency: a framed line, of a width of its own for each of the three words."""
    given = measures()["urgency"]
    spare = round((given["height"] - 13 * 1.15 / MM) / 2 * MM)
    gaps = (("top", spare), ("left", 0), ("bottom", spare), ("right", 0))
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="{gap}" w:color="C00000"/>' for side, gap in gaps
    )
    made = ""
    for word, width in given["widths"].items():
        indent = twips((column - width) / 2)
        look = (
            f'<w:pBdr>{sides}</w:pBdr><w:spacing w:before="240" w:after="60"/>'
            f'<w:ind w:left="{indent}" w:right="{indent}"/>'
        )
        made += when(f'urgency == "{word}"', paragraph(st("urgency"), run(word), look=look))
    return made
