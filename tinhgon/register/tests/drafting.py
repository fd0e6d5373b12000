"""What a browser sends from the form of a draft."""

from __future__ import annotations

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any, TypeAlias

from django.contrib.auth.models import AbstractBaseUser
from django.test import Client

from tinhgon.register.models import Decision

Cast: TypeAlias = Mapping[str, AbstractBaseUser]

ADDRESS = "/decisions/new/"
HEAD = {
    "type": "QĐ",
    "number": "5/QĐ-UBND",
    "issuer": "Ủy ban nhân dân thành phố Cần Thơ",
    "issued_on": "20/11/2026",
    "effective_on": "01/12/2026",
    "title": "Về việc thử biểu mẫu",
    "source": "illustration",
}


def client_of(user: AbstractBaseUser, language: str = "vi") -> Client:
    """Give a browser in which somebody is logged in."""
    client = Client()
    client.force_login(user)
    client.cookies["django_language"] = language
    return client


def row(op: str, *members: dict[str, str], key: str = "a", **fields: str) -> dict[str, Any]:
    """Fill in the form of one operation, its members or parts below it."""
    sent: dict[str, Any] = {"row": [key], f"{key}-op": op}
    sent |= {f"{key}-{name}": value for name, value in fields.items()}
    for place, member in enumerate(members):
        sent |= {f"{key}-m{place}-{name}": value for name, value in member.items()}
    boxes = [name for name in sent if name.rpartition("-")[2] in ("unit", "to", "into", "parent", "existing")]
    sent |= {f"{name}-chosen": "" for name in [*boxes, f"{key}-decision"]}
    return sent | {f"{key}-member": [f"m{place}" for place in range(len(members))]}


def both(*rows: dict[str, Any]) -> dict[str, Any]:
    """Put several operations into one form, in order."""
    keys = [key for one in rows for key in one["row"]]
    return {name: value for one in rows for name, value in one.items()} | {"row": keys}


def faults(page: str) -> str:
    """Give the summary of mistakes on top of a page."""
    return page.partition('class="error-summary"')[2].partition("</ul>")[0]


def save(client: Client, sent: dict[str, Any], **head: str) -> Decision:
    """Save a draft that is right and give it."""
    answer = client.post(ADDRESS, HEAD | head | sent | {"do": "save"})
    assert answer.status_code == 302, faults(answer.content.decode())
    return Decision.objects.get(pk=answer["Location"].split("/")[2])


class _Reader(HTMLParser):
    """Collects what a browser would send of the form `draft`."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self.inside, self.area, self.choice = False, "", ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = given.get("id") == "draft"
        if not self.inside:
            return
        name = given.get("name", "")
        if tag == "input" and (given.get("type") != "checkbox" or "checked" in given):
            empty = "on" if given.get("type") == "checkbox" else ""
            self.sent.setdefault(name, []).append(given.get("value", empty))
        elif tag == "textarea":
            self.area = name
            self.sent[name] = [""]
        elif tag == "select":
            self.choice = name
        elif tag == "option" and "selected" in given:
            self.sent[self.choice] = [given["value"]]

    def handle_data(self, data: str) -> None:
        if self.area:
            self.sent[self.area][0] += data.removeprefix("\n") if not self.sent[self.area][0] else data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""


def typed_in(page: str) -> dict[str, Any]:
    """Read what a browser would send of a page's form."""
    reader = _Reader()
    reader.feed(page)
    return dict(reader.sent)
