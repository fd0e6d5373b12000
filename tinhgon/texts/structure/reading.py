"""Reads the items of a text in one pass over its paragraphs."""

from __future__ import annotations

import re

from tinhgon.texts.clean import Clean
from tinhgon.texts.head.kinds import of_name
from tinhgon.texts.marks import LOWER
from tinhgon.texts.structure.marks import Mark, mark
from tinhgon.texts.structure.nesting import FIXED, RANK, Nest
from tinhgon.texts.structure.quoting import Quotation
from tinhgon.texts.values import Item, Span

LONG = 220  # letters beyond which the words of an item are no title
LOST = 2  # marks that a list may have lost at its beginning
FAR = 12  # marks that it may have lost further on
SHORT = 60  # letters of a title that may end with a full stop
# What stands behind the last item, or in front of the next list: it lies in no item.
_ENDS = re.compile(
    r"Nơi nhận\b|Trên đây là\b|\[\d{1,3}\]\s"
    r"|(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được .{0,120}thông qua"
    rf"|(?:TM|KT|TL|TUQ|T\s*/\s*M|K\s*/\s*T|T\s*/\s*L)\.?\s+[^\s{LOWER}]{{2}}[^{LOWER}]*$"
)
_TITLED = {"annex", "part", "chapter", "section", "subsection"}
_STOPPED = re.compile(r"[.;:,!?]$|[.;:]\S?$")


def read_items(clean: Clean) -> tuple[Item, ...]:
    """Give every numbered part and bullet, outer ones before what lies in them."""
    text = clean.modern
    spans = clean.paragraphs
    said = [text[span.start : span.end] for span in spans]
    quotation, nest, over = Quotation(said), Nest(), False
    for number, span in enumerate(spans):
        if quotation.quoted(number):
            continue
        if _ENDS.match(said[number]) or _attached(said, number):
            nest.close(_before(spans, number))
            over = not _attached(said, number)
        elif (found := mark(text, span.start, span.end)) and _fits(found, nest, over=over):
            over = False
            nest.add(found, span.start, _title(said, number, text, span, found))
            _shorten(nest, spans, number)
    nest.close(len(text))
    return tuple(sorted(nest.done, key=lambda item: (item.span.start, item.depth)))


def _shorten(nest: Nest, spans: tuple[Span, ...], number: int) -> None:
    """Let what was just closed end with the paragraph above."""
    end = _before(spans, number)
    for place in range(len(nest.done) - 1, -1, -1):
        one = nest.done[place]
        if one.span.end != spans[number].start:
            break
        nest.done[place] = Item(
            Span(one.span.start, max(end, one.span.start)),
            one.level,
            one.label,
            one.path,
            one.title,
            one.depth,
        )


def _before(spans: tuple[Span, ...], number: int) -> int:
    return spans[number - 1].end if number else 0


def _attached(said: list[str], number: int) -> bool:
    """Whether a document issued with another one begins: its kind alone, then “(Ban hành kèm theo …)”."""
    kind = of_name(said[number].strip(" :*"))
    if kind is None or not said[number].isupper() or said[number].rstrip().endswith(":"):
        return False
    return any(re.match(r"\(\s*(?:Ban hành\s+)?[Kk]èm theo", line) for line in said[number + 1 : number + 7])


def _fits(found: Mark, nest: Nest, *, over: bool) -> bool:
    """Whether a mark can stand where it stands: a lonely capital or a far number opens no list.

    `over`: the items have ended; only what begins anew can follow.
    """
    if over and RANK[found.style] > FIXED:
        return found.value == 1 and found.style in {"roman", "capital", "number"}
    same = [one.mark for one in nest.open if one.mark.style == found.style]
    if found.style in {"capital", "letter", "inner", "roman"} and not same:
        return found.value <= LOST + 1
    if found.style == "number" and same:
        return found.value <= same[-1].value + FAR or found.value == 1
    return True


def _title(said: list[str], number: int, text: str, span: Span, found: Mark) -> str:
    own = text[found.end : span.end].strip(" .:-–")
    if found.style in _TITLED:
        return _below(said, number, own)
    if RANK[found.style] <= FIXED or found.style in {"roman", "capital"}:
        return own if len(own) <= LONG else ""
    return (
        own if own and len(own) <= LONG and not _STOPPED.search(text[found.end : span.end].rstrip()) else ""
    )


def _below(said: list[str], number: int, own: str) -> str:
    """Take the lines in capitals under the mark of a chapter; one in small letters only if it is short."""
    parts = [own] if own else list[str]()
    for line in said[number + 1 : number + 6]:
        if line.startswith("(") or mark(line, 0, len(line)):
            break
        if not line.isupper() and (parts or len(line) > LONG or _STOPPED.search(line)):
            break
        parts.append(line)
        if not line.isupper():
            break
    return " ".join(parts).strip(" .:")
