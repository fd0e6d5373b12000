"""The library of a day as a document: per topic its figures and rules, then the documents they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.utils.translation import gettext

from tinhgon.core.rulebook import Book, Dated, Figure
from tinhgon.office.forms.form import Form, Section
from tinhgon.rules.pages.documents import State, first_day, listed
from tinhgon.rules.pages.entries import Entry, Kind, entries
from tinhgon.rules.words import day as written
from tinhgon.rules.words import shown, sources


def library_form(book: Book, on: date, language: str, *, printed: str) -> Form:
    """Lay out all figures and rules in force on a day; what is provisional says so."""
    some = [one for one in entries(book) if one.in_force(on)]
    values = [value for one in some if one.kind is Kind.FIGURE for value in one.on(on)]
    return {
        "title": gettext("Thư viện quy tắc"),
        "subtitle": gettext("Theo quy định của ngày %(day)s") % {"day": written(on)},
        "head": _head(some, values, on),
        "cover": True,
        "sections": [
            *(part for topic in book.topics for part in _topic(book, topic, some, on, language)),
            _documents(book, values, on, language),
        ],
        "footer": printed,
    }


def _head(some: Sequence[Entry], values: Sequence[Dated], on: date) -> list[tuple[str, str]]:
    rules = sum(one.kind is not Kind.FIGURE for one in some)
    provisional = sum(value.provisional for value in values)
    return [
        (gettext("Ngày"), written(on)),
        (gettext("Số liệu có hiệu lực"), str(len(values))),
        (gettext("Trong đó tạm thời hoặc dự kiến"), str(provisional)),
        (gettext("Quy tắc, phép tính"), str(rules)),
    ]


def _topic(book: Book, topic: str, some: Iterable[Entry], on: date, language: str) -> Iterator[Section]:
    title = book.topics[topic].told(language)
    own = [one for one in some if one.topic == topic]
    figures = [one for one in own if one.kind is Kind.FIGURE]
    if figures:
        yield {
            "title": gettext("%(topic)s: số liệu") % {"topic": title},
            "table": {
                "columns": [
                    gettext("Số liệu"),
                    gettext("Giá trị"),
                    gettext("Văn bản, điều khoản"),
                    gettext("Tình trạng"),
                ],
                "rows": [_figure(book, one.figures[0], on, language) for one in figures],
            },
        }
    if rules := [one for one in own if one.kind is not Kind.FIGURE]:
        yield {
            "title": f"{title}: {gettext('quy tắc')}",
            "pairs": [_rule(one, on, language) for one in rules],
        }


def _figure(book: Book, figure: Figure, on: date, language: str) -> list[str]:
    value = figure.on(on)
    (citation,) = sources([value], language, book)
    amount = shown(value.amount, language, book.names(figure.id))
    plain = figure.unit and not isinstance(value.amount, dict | list)
    since = gettext("từ %(since)s") % {"since": written(value.since)}
    return [
        f"{figure.title.told(language)}\n{figure.id}",
        f"{amount} {figure.unit.told(language)}" if plain and figure.unit else amount,
        f"{citation}\n{since}",
        _status(value),
    ]


def _rule(one: Entry, on: date, language: str) -> tuple[str, str]:
    text = one.text.told(language) if one.text else ""
    if one.is_provisional(on):
        text = f"{text} ({gettext('tạm thời – chưa đối chiếu văn bản gốc')})"
    return one.title.told(language), text


def _status(value: Dated) -> str:
    if value.expected:
        return gettext("dự kiến")
    return gettext("tạm thời – chưa đối chiếu văn bản gốc") if value.provisional else gettext("đã đối chiếu")


def _documents(book: Book, values: Iterable[Dated], on: date, language: str) -> Section:
    cited = {value.source.document for value in values}
    states = {
        State.COMING: gettext("chưa có hiệu lực"),
        State.IN_FORCE: gettext("còn hiệu lực"),
        State.REPLACED: gettext("đã bị thay thế"),
        State.UNDATED: gettext("không rõ ngày"),
    }
    rows = []
    for one in listed(book, on):
        if one.document.key in cited:
            since = first_day(one.document)
            rows.append([
                one.document.number,
                one.document.title.told(language),
                one.document.issuer,
                written(since) if since else "",
                states[one.state],
            ])  # fmt: skip
    columns = [
        gettext("Số, ký hiệu"),
        gettext("Tên văn bản"),
        gettext("Cơ quan"),
        gettext("Hiệu lực"),
        gettext("Tình trạng"),
    ]
    return {"title": gettext("Văn bản"), "table": {"columns": columns, "rows": rows}}
