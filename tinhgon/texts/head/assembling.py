"""Puts together what the parts of a head say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tinhgon.texts.clean import Clean
from tinhgon.texts.head.casing import name_of
from tinhgon.texts.head.days import Dated, dated, passed
from tinhgon.texts.head.elsewhere import Annexed, acting, annexed, issues, whole_name
from tinhgon.texts.head.issuers import CENTRAL, bodies, ranked
from tinhgon.texts.head.kinds import Kind, of_code
from tinhgon.texts.head.letterhead import Letterhead, letterhead
from tinhgon.texts.head.sending import addressees, recipients
from tinhgon.texts.head.signing import Signature, signature
from tinhgon.texts.head.title import Title, letter_title, lost_title, title
from tinhgon.texts.head.zone import Zone, zone
from tinhgon.texts.marks import modern
from tinhgon.texts.numbers import issuer_of
from tinhgon.texts.values import Head, Number, Span

_BASE = re.compile(r"(?:[-–+•]\s*)?Căn cứ\s")
_NEXT_BASE = re.compile(r";\s+(?=Căn cứ\s)")
_FIRST = re.compile(r"(?:Điều|Chương|Phần)\s+[\dIVX]+|[IVX]{1,4}\s*[.\-–]\s|1\s*[.)]\s|(?:Chương|CHƯƠNG)\s")
_LAW_DAY = {"HP", "L", "PL", "NQ"}
_BASES_WITHIN = 16_000  # letters from the title within which bases stand


@dataclass(frozen=True, slots=True)
class _Parts:
    """Everything the head is made of, before it is put together."""

    zone: Zone
    title: Title | None
    letterhead: Letterhead
    dated: Dated
    annexed: Annexed | None
    signature: Signature | None
    number: Number | None
    kind: Kind | None


def read_head(clean: Clean) -> Head:
    """Read who wrote, which number, kind and day, about what, who signed, to whom it goes, on which bases."""
    found = zone(clean)
    parts = _parts(found)
    if parts.kind is None and parts.number is None:
        return Head()
    sent = recipients(found, _body(parts))
    dear = addressees(found, sent[1].start if sent else len(found.text))
    issuer, superior = _issuer(parts)
    day, day_at = _day(parts)
    sign = parts.signature
    return Head(
        issuer=issuer,
        superior=superior,
        number=parts.number,
        type=parts.kind.code if parts.kind else "",
        type_name=parts.kind.name if parts.kind else "",
        place=parts.dated.place,
        day=day,
        abstract=parts.title.about if parts.title else "",
        authority=sign.authority if sign else (),
        signer=sign.signer if sign else "",
        signer_title=sign.office if sign else "",
        recipients=sent[0] if sent else (),
        addressees=dear[0] if dear else (),
        bases=tuple(_bases(parts)),
        places=_places(parts, day_at, sent[1] if sent else None, dear[1] if dear else None),
    )


def impossible_day(clean: Clean) -> tuple[str, Span] | None:
    """Give the day in the head that there is not, and its place."""
    found = dated(zone(clean))
    return (found.fault, found.day_at) if found.fault and found.day_at else None


def secrecy(clean: Clean) -> Span | None:
    """Give the place of a stamp MẬT, TỐI MẬT, TUYỆT MẬT in the head."""
    found = zone(clean)
    heading = title(found) or letter_title(found)
    end = heading.place.start if heading else (found.lines[-1].end if found.lines else 0)
    return letterhead(found, end).secrecy


def _parts(found: Zone) -> _Parts:
    heading = title(found) or ((letter_title(found) or lost_title(found)) if found.number else None)
    end = heading.place.start if heading else found.below
    number = found.number[2] if found.number else None
    kind = _kind(heading, number)
    inner = annexed(found, kind) if kind and not found.number and heading and heading.kind else None
    number = number or (inner.number if inner else None)
    sent = recipients(found, heading.place.end if heading else 0)
    sign = (
        signature(found, heading.place.end if heading else end, sent[1] if sent else None)
        if kind or number
        else None
    )
    return _Parts(found, heading, letterhead(found, end), dated(found), inner, sign, number, kind)


def _kind(heading: Title | None, number: Number | None) -> Kind | None:
    if number and number.type == "VBHN":
        return of_code("VBHN")
    if heading and heading.kind:
        return heading.kind
    if number and number.type:
        return of_code(number.type)
    return of_code("CV") if number and number.system != "law" and heading else None


def _body(parts: _Parts) -> int:
    return parts.title.place.end if parts.title else parts.zone.below


def _issuer(parts: _Parts) -> tuple[str, str]:
    lines = [parts.zone.said(span) for span in parts.letterhead.lines]
    issuer, superior = ranked(bodies(lines))
    issuer = whole_name(parts.zone, issuer)
    said = parts.title.of if parts.title else ""
    signed = parts.signature.body if parts.signature else ""
    if said and (parts.letterhead.layout != "state" or not issuer):
        return _in_the_name(name_of(said), issuer)
    if issuer == CENTRAL and signed and signed != CENTRAL:
        return _in_the_name(signed, issuer)
    if issuer == CENTRAL and (acts := acting(parts.zone, _body(parts))):
        return _in_the_name(acts, issuer)
    if parts.number and parts.number.body.startswith("CTUBND") and issuer.startswith("Ủy ban nhân dân"):
        return f"Chủ tịch {issuer}", superior
    return (issuer, superior) if issuer else (_issuer_elsewhere(parts), "")


def _in_the_name(name: str, above: str) -> tuple[str, str]:
    noun = " ".join(name.split()[-2:])
    if above.startswith(f"{noun} "):
        name += above[len(noun) :]  # “Ban Thường vụ Thành ủy” under “Thành ủy Cần Thơ”
    return name, "" if above.casefold() == name.casefold() else above


def _issuer_elsewhere(parts: _Parts) -> str:
    if parts.title and parts.title.speaker:
        return name_of(parts.title.speaker)
    if parts.annexed and parts.annexed.issuer:
        return modern(parts.annexed.issuer)
    if parts.kind and (found := issues(parts.zone, parts.kind, _body(parts) + _BASES_WITHIN)):
        return modern(found)
    told = issuer_of(parts.number.body) if parts.number else ""
    return told or (parts.signature.body if parts.signature else "")


def _day(parts: _Parts) -> tuple[date | None, Span | None]:
    if parts.dated.day or parts.dated.fault:
        return parts.dated.day, parts.dated.day_at
    if parts.annexed and parts.annexed.day:
        return parts.annexed.day, parts.annexed.day_at
    if parts.kind and parts.kind.code in _LAW_DAY and (found := passed(parts.zone)):
        return found
    return None, None


def _bases(parts: _Parts) -> list[Span]:
    found = list[Span]()
    for line in parts.zone.clean.paragraphs:
        said = parts.zone.said(line)
        if line.start < _body(parts):
            continue
        if line.start > _body(parts) + _BASES_WITHIN or _FIRST.match(said):
            break
        if _BASE.match(said):
            at = line.start
            for mark in _NEXT_BASE.finditer(said):
                found.append(Span(at, line.start + mark.start() + 1))
                at = line.start + mark.end()
            found.append(Span(at, line.end))
    return found


def _places(parts: _Parts, day: Span | None, sent: Span | None, dear: Span | None) -> dict[str, Span]:
    lines, heading, sign = parts.letterhead.lines, parts.title, parts.signature
    number = parts.zone.number[1] if parts.zone.number else parts.annexed.number_at if parts.annexed else None
    places = {
        "issuer": Span(lines[0].start, lines[-1].end) if lines else None,
        "number": number if parts.number else None,
        "type": heading.place if heading and heading.kind else None,
        "abstract": heading.about_place if heading else None,
        "place": parts.dated.place_at,
        "day": day,
        "signer": sign.place if sign else None,
        "signer_title": sign.authority_place if sign else None,
        "recipients": sent,
        "addressees": dear,
    }
    return {name: span for name, span in places.items() if span is not None}
