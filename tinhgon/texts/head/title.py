"""The title of a document: its kind, what it is about, and in whose name it speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from tinhgon.texts.head.casing import title_of
from tinhgon.texts.head.kinds import Kind, of_name, titles
from tinhgon.texts.head.words import any_of
from tinhgon.texts.head.zone import Zone
from tinhgon.texts.values import Span

_SPEAKER = re.compile(rf"{any_of('speakers')}(?!\w)")
_OF = re.compile(r"\s*(?:CỦA|của)\s+(.{3,120}?)(?=\s+(?:VỀ|về|Về|TẠI|tại)\s|$)")
_ABOUT = re.compile(
    r"(?:Về|V/v|Ban hành|Quy định|Hướng dẫn|Sửa đổi|Phê duyệt|Công bố|Kiện toàn|Thành lập|Bãi bỏ|Giao)\s"
)
_LETTER = re.compile(r"(?:^|(?<=[\s|]))V\s*/\s*[vV]\s*:?\s*")
# A line that ends so is not whole: what follows is still of it, also the name of a body.
_OPEN = re.compile(r"(?:\b(?:CỦA|VÀ|VỀ|THEO|DO|CHO|VỚI|TẠI|TRONG|NGÀY|SỐ|GIỮA|BỞI)|[,\-–])\s*$")
_IN_FULL = re.compile(r"(?=Về việc\s)")


@dataclass(frozen=True, slots=True)
class Title:
    """`of`: whose document the title says it is; `speaker`: the line in capitals above the bases."""

    place: Span
    kind: Kind | None
    about: str = ""
    about_place: Span | None = None
    of: str = ""
    speaker: str = ""


def title(zone: Zone) -> Title | None:
    """Find the title: behind number and day, if these are there."""
    starts = [line for line in zone.lines if titles().match(zone.said(line)) or _whole(zone.said(line))]
    after = [line for line in starts if line.start >= zone.below or zone.below > line.end]
    line = next((one for one in starts if one.end > zone.below), None) or next(iter(after), None)
    if broken := _broken(zone):
        line = broken if line is None or broken.start < line.start else line
    if line is None:
        return None
    found = titles().match(zone.said(line))
    written = (found[1] or found[2]) if found else _whole(" ".join(zone.said(line).split()))
    end = line.start + (found.end() if found else len(zone.said(line)))
    return _completed(zone, Span(line.start, end), line, of_name(written))


def _broken(zone: Zone) -> Span | None:
    """Find a kind whose words a narrow cell has put on two lines: QUYẾT⏎ĐỊNH."""
    below = [line for line in zone.lines if line.start >= zone.below > 0]
    for one, other in pairwise(below):
        said = f"{zone.said(one)} {zone.said(other)}"
        if said.isupper() and of_name(said) and not titles().match(zone.said(one)):
            return Span(one.start, other.end)
    return None


def lost_title(zone: Zone) -> Title | None:
    """Read what is left where a site has dropped the line with the kind: its words in capitals below."""
    lines = [line for line in zone.lines if line.start >= zone.below > 0 and zone.said(line).strip(" -*_|")]
    if not lines or not (said := zone.said(lines[0])).isupper():
        return None
    if _SPEAKER.match(said) and not said.startswith("BAN HÀNH"):
        return None
    found = _completed(zone, Span(lines[0].start, lines[0].start), lines[0], None)
    return found if found.about else None


def letter_title(zone: Zone) -> Title | None:
    """Find what an official letter is about (V/v …), which has no kind's name above it."""
    for number, line in enumerate(zone.lines):
        mark = _LETTER.search(zone.text, line.start, line.end) or _spelled(zone, line)
        if mark is None:
            continue
        end = zone.dated.start() if zone.dated and mark.end() < zone.dated.start() < line.end else line.end
        for more in zone.lines[number + 1 :]:
            if end < more.start - 1 or not zone.said(more)[:1].islower():
                break
            end = more.end
        about = _before_place(" ".join(zone.text[mark.end() : end].split("|")[0].split()))
        return Title(Span(mark.start(), end), None, about, Span(mark.end(), end))
    return None


def _spelled(zone: Zone, line: Span) -> re.Match[str] | None:
    """Find “Về việc …” in full below the number, where the addressees follow."""
    after = zone.text[zone.lines[-1].end :].lstrip()
    below = line.start >= zone.below > 0 and after.startswith("Kính gửi")
    return _IN_FULL.match(zone.text, line.start, line.end) if below else None


def _before_place(text: str) -> str:
    return re.sub(r"\s+(?:[A-ZĐ][\w.]*\s?){1,5},\s*$", "", text)


def _whole(line: str) -> str:
    """Give the kind that a line of its own names, in capitals or not."""
    kind = of_name(line.strip(" :*"))
    return kind.name if kind and not line.rstrip().endswith(":") else ""


def _completed(zone: Zone, place: Span, line: Span, kind: Kind | None) -> Title:
    """Add the lines below that say what the document is about."""
    parts = (
        [Span(place.end, line.end)] if zone.said(Span(place.end, line.end)).strip(" :.*-–") else list[Span]()
    )
    speaker, mixed = "", False
    for number, more in enumerate(zone.clean.paragraphs):
        said = zone.said(more)
        if more.start < line.end:
            continue
        if more not in zone.lines or said.startswith("("):
            break
        if said.isupper() and not mixed:
            open_ended = bool(parts) and bool(_OPEN.search(zone.said(parts[-1])))
            speaks = bool(parts) and not open_ended and _SPEAKER.match(said)
            if speaks and (speaker := _speaker(zone, number, parts[-1])):
                break
            parts.append(more)
        elif (not parts or said.startswith("về ")) and _may_tell(said) and not mixed:
            parts, mixed = [more], True  # lines in capitals above “về …” say whose it is
        elif mixed and len(parts) == 1 and _goes_on(zone, number, said):
            parts.append(more)
        else:
            speaker = said if said.isupper() and _SPEAKER.match(said) else ""
            break
    return _worded(zone, place, kind, parts, speaker)


def _goes_on(zone: Zone, number: int, said: str) -> bool:
    """Tell the second line of what a document is about, which begins with a name: who speaks comes next."""
    after = zone.clean.paragraphs[number + 1 : number + 2]
    return not said.endswith((".", ":", ";")) and any(
        zone.said(one).isupper() and _SPEAKER.match(zone.said(one)) for one in after
    )


def _may_tell(said: str) -> bool:
    """Say whether a line can be what a document is about: a sentence only if it begins as such lines do."""
    return not said.endswith((".", ":", ";")) or (said[-1] != ":" and bool(_ABOUT.match(said)))


def _speaker(zone: Zone, number: int, above: Span) -> str:
    """Give a line in capitals, with one more that goes on with it, if bases or the text follow."""
    said = [zone.said(span) for span in zone.clean.paragraphs[number : number + 3]]
    if zone.said(above).endswith(",") or re.match(r"CỦA\b", zone.said(above)):
        return ""
    if len(said) > 1 and not said[1].isupper():
        return "" if said[1].startswith("về ") else said[0]
    if len(said) > 2 and not said[2].isupper() and not re.match(r"VỀ\b|BAN HÀNH\b", said[1]):
        return f"{said[0]} {said[1]}"
    return ""


def _worded(zone: Zone, place: Span, kind: Kind | None, parts: list[Span], speaker: str) -> Title:
    said = [" ".join(zone.said(part).split()) for part in parts]
    if len(said) > 1 and said[0] == said[1]:
        del said[0], parts[0]
    whole = " ".join(said).strip(" :;.*-–")
    of = _OF.match(whole)
    about = whole[of.end() :].strip() if of else whole
    if kind and re.match(rf"{kind.name}\s+\S", about, re.IGNORECASE):
        about = about[len(kind.name) :].strip()  # sites put the kind before the abstract once more
    where = Span(parts[0].start, parts[-1].end) if parts else None
    return Title(place, kind, title_of(about), where, of[1].strip() if of else "", speaker)
