"""A document as the texts a template places: every word final, none of it mark-up."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from tinhgon.office.letters.heads import annex_note, number_line, place_line
from tinhgon.office.letters.letter import Appendix, Letter
from tinhgon.office.letters.lines import closed, lines, spread
from tinhgon.office.letters.measures import MM, layout, measures
from tinhgon.office.letters.names import even_lines, name_lines
from tinhgon.office.letters.roman import roman
from tinhgon.office.letters.widths import ems

CLOSING = {"state": "./.", "party": "."}  # how a body ends
BOLDER = 0.94  # how much narrower regular letters are than bold ones
SPACE_PT = 2.0  # the advance of a space of 8 points: rules below names are made of them, underlined


def sheet(letter: Letter) -> dict[str, Any]:
    """Give every part of the document as printable text under the names that templates use."""
    abstract, room = _abstract(letter), _room(letter)
    issuer = name_lines(letter.issuer, room)
    made = {
        "layout": letter.layout,
        "superior": name_lines(letter.superior, room / BOLDER),
        "issuer": issuer,
        "number_line": number_line(letter),
        "place_line": place_line(letter),
        "type_name": letter.type_name.upper(),
        "abstract": abstract,
        "competence": letter.competence.upper(),
        "bases": _bases(letter),
        "enacts": letter.enacts.upper(),
        "addressee": letter.addressees[0] if len(letter.addressees) == 1 else "",
        "addressees": _listed(letter.addressees, ";") if len(letter.addressees) > 1 else [],
        "lines": spread(closed(lines(letter.blocks), CLOSING[letter.layout]), _line_mm(letter)),
        "recipients": _recipients(letter),
        "titles": _titles(letter),
        "signer": letter.signer,
        "appendices": [_appendix(letter, place) for place in range(len(letter.appendices))],
        "last_wide": bool(letter.appendices) and letter.appendices[-1].wide,
        "urgency": letter.urgency,
        "watermark": letter.watermark,
        "banner": letter.banner,
        **_rules(letter.layout, issuer, abstract),
    }
    cleaned: dict[str, Any] = _printable(made)
    return cleaned


def _abstract(letter: Letter) -> list[str]:
    """Break an abstract evenly where it stands in the middle of the page; under a number it flows."""
    if not letter.type_name:
        return letter.abstract.splitlines()
    room = 0.92 * _line_mm(letter) * MM / layout(letter.layout)["parts"]["abstract"]["size"]
    return [line for part in letter.abstract.splitlines() for line in even_lines(part.split(), room)]


def _bases(letter: Letter) -> list[str]:
    dash, end = ("", ".") if letter.layout == "state" else ("- ", ",")
    bare = [text.rstrip(" .;,") for text in letter.bases]
    return [f"{dash}{text}{end if place == len(bare) else ';'}" for place, text in enumerate(bare, start=1)]


def _recipients(letter: Letter) -> list[str]:
    filing = (letter.filing,) if letter.filing else ()
    return _listed((*letter.recipients, *filing), ";" if letter.layout == "state" else ",")


def _listed(texts: Sequence[str], between: str) -> list[str]:
    bare = [text.rstrip(" .;,") for text in texts]
    return [f"- {text}{'.' if place == len(bare) else between}" for place, text in enumerate(bare, start=1)]


def _titles(letter: Letter) -> list[str]:
    first, *rest = letter.signer_title or ("",)
    return [title.upper() for title in (f"{letter.authority} {first}".strip(), *rest) if title]


def _appendix(letter: Letter, place: int) -> dict[str, Any]:
    one: Appendix = letter.appendices[place]
    return {
        "label": "Phụ lục" if len(letter.appendices) == 1 else f"Phụ lục {roman(place + 1)}",
        "title": one.title.upper(),
        "note": annex_note(letter),
        "lines": spread(lines(one.blocks), _line_mm(letter, wide=one.wide)),
        "wide": one.wide,
        "after_wide": place > 0 and letter.appendices[place - 1].wide,
    }


def _line_mm(letter: Letter, *, wide: bool = False) -> float:
    page = layout(letter.layout)["page"]
    return float(page["height" if wide else "width"] - page["left"] - page["right"])


def _room(letter: Letter) -> float:
    """Give the room a name has in the head, in ems of its letters; a little less, as widths are estimates."""
    given = layout(letter.layout)
    return 0.97 * float(given["head"]["columns"][0] * MM / given["parts"]["issuer"]["size"])


def _rules(name: str, issuer: Sequence[str], abstract: Sequence[str]) -> dict[str, str]:
    """Give the rules below issuer and abstract, as long as their last lines ask, in underlined spaces."""
    page, head, parts = (layout(name)[part] for part in ("page", "head", "parts"))
    whole = (page["width"] - page["left"] - page["right"]) * MM
    return {
        "issuer_rule": _rule(issuer, parts["issuer"]["size"], head["columns"][0] * MM),
        "abstract_rule": _rule(abstract, parts["abstract"]["size"], whole),
    }


def _rule(lines: Sequence[str], size: float, room: float) -> str:
    last = ems(lines[-1]) * size if lines else 0.0
    long: float = min(last, room) * measures()["rule_share"]
    return "\u00a0" * round(long / SPACE_PT)


def _printable(part: Any) -> Any:
    """Compose letters and marks; take out what no document can hold: control characters, line breaks."""
    match part:
        case str():
            whole = unicodedata.normalize("NFC", part)
            return whole if whole.isprintable() else _plain(whole)
        case dict():
            return {name: _printable(value) for name, value in part.items()}
        case list():
            return [_printable(value) for value in part]
    return part


def _plain(text: str) -> str:
    spaced = " ".join(text.split()) if text.strip("\u00a0") else text
    return "".join(letter for letter in spaced if letter.isprintable() or letter == "\u00a0")
