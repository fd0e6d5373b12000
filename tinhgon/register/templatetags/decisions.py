"""Values of operations as people write them: shares as percentages, figures with their separators."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from tinhgon.register.pages import words
from tinhgon.register.pages.wording import Ref

register = template.Library()


@register.filter
def share(value: Decimal | str) -> str:
    """Write a share as a percentage with all its digits: 24,86 %."""
    return gettext("%(number)s %%") % {"number": words.figure(Decimal(value) * 100)}


@register.filter
def shown(value: Any) -> Any:
    """Show a value before or after: a unit as a link, a number with its separators, nothing as a dash."""
    if isinstance(value, Ref):
        return value.link
    if value is None or value == "":
        return "–"
    return words.figure(value) if isinstance(value, int | Decimal) else value


@register.simple_tag
def draft_button(*does: str) -> SafeString:
    """Make a button of a draft's form act on its list: by htmx, or without scripts by submitting."""
    # The id lets htmx give the focus back to the button after the form was swapped.
    return format_html(
        'name="do" value="{}" id="do-{}" hx-post="" hx-target="#draft" hx-select="#draft"'
        ' hx-swap="outerHTML show:none"',
        ":".join(does),
        "-".join(does),
    )
