"""Figures, articles and findings as templates show them, in the reader's language."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.urls import reverse
from django.utils.translation import get_language

from tinhgon.core.rulebook import Book, Dated, Finding, UnknownDocument, UnknownRule, Worded
from tinhgon.rules import words
from tinhgon.rules.library import book as library

register = template.Library()


@register.filter
def worded(text: Worded | None) -> str:
    """Say a text in the reader's language; none is nothing."""
    return text.told(language()) if text else ""


@register.filter
def amount(value: Dated) -> str:
    """Write in one line what a figure of the law is from a day on."""
    return words.shown(value.amount, language(), library().names(value.figure))


@register.filter
def article(place: str) -> str:
    """Say a place in a document: Điều 5, khoản 1, or Article 5, clause 1."""
    return words.article(place, language())


@register.filter
def site(address: str) -> str:
    """Name the site of an address; what is no address of the web is shown as it is."""
    return urlsplit(address).netloc or address


@register.inclusion_tag("rules/_finding.html")
def finding(found: Finding, on: date, book: Book | None = None) -> dict[str, Any]:
    """Show one finding: how much it weighs, its sentence, where that is written."""
    of, said = book or library(), language()
    try:
        sentence, cited = words.sentence(found, said, of), words.cited(found, said, of)
    except (UnknownRule, UnknownDocument):  # what was signed is read for longer than packs keep its rule
        sentence, cited = words.unworded(found, said), []
    return {"finding": found, "sentence": sentence, "cited": cited, "url": rule_url(found.rule, on)}


@register.simple_tag
def rule_url(rule: str, on: date) -> str:
    """Give the address of a rule or calculation on a day."""
    return f"{reverse('rules:entry', args=[rule])}?on={on.isoformat()}"


@register.simple_tag
def figure_url(figure: str, on: date) -> str:
    """Give the address of a figure on a day."""
    return f"{reverse('rules:figure', args=[figure])}?on={on.isoformat()}"


def language() -> str:
    """Name the language in which the page is written."""
    return get_language() or "vi"
