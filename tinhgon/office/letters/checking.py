"""Looks at a template that an office made, before any document is written with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from tinhgon.core.errors import Said
from tinhgon.office.letters.filling.faults import TemplateLacks, UnknownPlaceholder
from tinhgon.office.letters.filling.opening import parts_of
from tinhgon.office.letters.filling.template import ready
from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.letter import Layout, Letter
from tinhgon.office.letters.sheet import sheet

PLACEHOLDERS: Mapping[str, Said] = MappingProxyType({
    "superior": Said("Cơ quan chủ quản (danh sách dòng)", "Superior body (list of lines)"),
    "issuer": Said("Cơ quan ban hành (danh sách dòng)", "Issuing body (list of lines)"),
    "issuer_rule": Said("Nét kẻ dưới cơ quan ban hành", "Rule below the issuing body"),
    "number_line": Said("Số, ký hiệu", "Number and symbol"),
    "place_line": Said("Địa danh, ngày tháng năm", "Place and day"),
    "type_name": Said("Tên loại văn bản", "Type of document"),
    "abstract": Said("Trích yếu (danh sách dòng)", "Abstract (list of lines)"),
    "abstract_rule": Said("Nét kẻ dưới trích yếu", "Rule below the abstract"),
    "competence": Said("Thẩm quyền ban hành", "Who decides"),
    "bases": Said("Căn cứ (danh sách)", "Legal bases (list)"),
    "enacts": Said("Dòng “QUYẾT ĐỊNH:”", "The line “QUYẾT ĐỊNH:”"),
    "addressee": Said("Kính gửi, khi có một nơi", "The one addressee"),
    "addressees": Said("Kính gửi, khi có nhiều nơi (danh sách)", "Several addressees (list)"),
    "lines": Said("Nội dung (danh sách: form, label, text, kept, columns, rows)",
                  "Body (list: form, label, text, kept, columns, rows)"),
    "titles": Said("Quyền hạn, chức vụ người ký (danh sách dòng)", "Signer's titles (list of lines)"),
    "signer": Said("Họ tên người ký", "Signer"),
    "recipients": Said("Nơi nhận (danh sách)", "Recipients (list)"),
    "appendices": Said("Phụ lục (danh sách: label, title, note, lines, wide, after_wide)",
                       "Annexes (list: label, title, note, lines, wide, after_wide)"),
    "last_wide": Said("Phụ lục cuối nằm ngang", "The last annex lies on its side"),
    "urgency": Said("Độ khẩn", "Urgency"),
    "watermark": Said("Chữ chìm", "Watermark"),
    "banner": Said("Dòng biểu thị", "Banner"),
    "layout": Said("Thể thức: state, party", "Layout: state, party"),
})  # fmt: skip
NEEDED = ("issuer", "number_line", "place_line", "abstract", "lines", "signer")


def check_template(content: bytes, kind: str) -> frozenset[str]:
    """Open it, look for what harms, and write the samples of its kind with it; give the words it places.

    :raises TemplateRefused: the fault, by name; `filling.faults` has them all.
    """
    template = ready(content)
    unknown = sorted(template.names - set(PLACEHOLDERS))
    if unknown:
        raise UnknownPlaceholder(names=unknown)
    missing = [
        Said(f"{name} ({PLACEHOLDERS[name].vi})", name) for name in NEEDED if name not in template.names
    ]
    if missing:
        raise TemplateLacks(names=missing)
    for letter in _samples(kind):
        parts_of(template.fill(sheet(letter)))  # what comes out is looked over like what came in
    return template.names


def _samples(kind: str) -> list[Letter]:
    """Give the samples in each layout, whole and with as little in them as there may be."""
    chosen = KINDS[kind]
    layouts: tuple[Layout, ...] = chosen.layouts
    whole = [chosen.build(chosen.sample(layout)) for layout in layouts]
    full = [replace(one, watermark="DỰ THẢO", urgency="KHẨN") for one in whole]
    return [*full, *(Letter(layout=layout, issuer="Cơ quan") for layout in layouts)]
