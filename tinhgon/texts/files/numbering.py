"""Numbers that Word counts by itself: they are on the page and not in the paragraph's text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LETTERS = "abcdefghijklmnopqrstuvwxyz"
ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
DEEPEST = 9
Levels = dict[int, tuple[int, str, str]]  # by level: first number, format, text such as “%1.%2.”


@dataclass(slots=True)
class Counters:
    """Lists by their number, those that styles bring, and how far each list has counted."""

    lists: Mapping[str, Levels] = field(default_factory=dict)
    styles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))

    def label(self, paragraph: etree._Element) -> str:
        """Count a paragraph; give what Word prints before it, and a blank."""
        number, level = self._list_of(paragraph)
        levels = self.lists.get(number)
        if levels is None or level not in levels:
            return ""
        counts = self.counted[number]
        counts[level] = counts.get(level, levels[level][0] - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        return _printed(levels, counts, level)

    def _list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        number, level = self.styles.get(style.get(W + "val", "") if style is not None else "", ("", 0))
        return _numbered(own, number, level) if own is not None else (number, level)


def read_numbering(numbering: etree._Element | None, styles: etree._Element | None) -> Counters:
    """Read the lists of a document; without any, nothing is counted."""
    if numbering is None:
        return Counters()
    kinds = {one.get(W + "abstractNumId", ""): _levels(one) for one in numbering.findall(W + "abstractNum")}
    lists = {
        one.get(W + "numId", ""): kinds.get(_value(one.find(W + "abstractNumId")), {})
        for one in numbering.findall(W + "num")
    }
    return Counters(lists, _by_style(styles))


def _levels(kind: etree._Element) -> Levels:
    return {
        int(level.get(W + "ilvl", "0")): (
            int(_value(level.find(W + "start")) or 1),
            _value(level.find(W + "numFmt")),
            _value(level.find(W + "lvlText")),
        )
        for level in kind.findall(W + "lvl")
    }


def _by_style(styles: etree._Element | None) -> dict[str, tuple[str, int]]:
    if styles is None:
        return {}
    found = ((one, one.find(f"{W}pPr/{W}numPr")) for one in styles.findall(W + "style"))
    return {
        style.get(W + "styleId", ""): _numbered(numbered, "", 0)
        for style, numbered in found
        if numbered is not None
    }


def _numbered(element: etree._Element, number: str, level: int) -> tuple[str, int]:
    own, at = element.find(W + "numId"), element.find(W + "ilvl")
    return (_value(own) if own is not None else number), (int(_value(at) or 0) if at is not None else level)


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(W + "val", "")


def _printed(levels: Levels, counts: Mapping[int, int], level: int) -> str:
    _, form, text = levels[level]
    if form == "bullet":
        return "- "
    if form == "none" or not text:
        return ""
    for place in range(min(level + 1, DEEPEST)):
        first, own_form, _ = levels.get(place, (1, "decimal", ""))
        text = text.replace(f"%{place + 1}", _written(counts.get(place, first), own_form))
    return text + " "


def _written(number: int, form: str) -> str:
    match form:
        case "upperRoman":
            return _roman(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperLetter":
            return _letter(number).upper()
        case "lowerLetter":
            return _letter(number)
        case "decimalZero":
            return f"{number:02}"
    return str(number)


def _letter(number: int) -> str:
    return LETTERS[(number - 1) % len(LETTERS)] * ((number - 1) // len(LETTERS) + 1)


def _roman(number: int) -> str:
    made = ""
    for value, sign in ROMANS:
        made += sign * (number // value)
        number %= value
    return made
