"""What templates say: icons, addresses that keep the day, numbers and days as people write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from tinhgon.core.periods import Period
from tinhgon.web.addresses import keeping_day, parameters, with_changes
from tinhgon.web.asof import AsOfView, PointInTime
from tinhgon.web.asof import asof_view as placed

register = template.Library()

SWAP = {
    "hx-target": "#app",
    "hx-select": "#app",
    "hx-select-oob": "#modules,#language,#search-day",
    "hx-swap": "outerHTML show:none",
    "hx-push-url": "true",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon of the sprite; words beside it carry the meaning."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("dist/icons.svg"), name
    )


@register.simple_tag(takes_context=True)
def asof_url(context: template.Context, name: str, *args: Any, **kwargs: Any) -> str:
    """Reverse an address and keep the request's day and moment."""
    return keeping_day(context.get("request"), name, *args, **kwargs)


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: Any) -> str:
    """Give this page's address with some parameters changed; None takes one away."""
    return with_changes(context["request"], changes)


@register.simple_tag(takes_context=True)
def kept_query(context: template.Context, *without: str) -> list[tuple[str, str]]:
    """List this page's parameters but some, for the hidden fields of a form."""
    return [pair for pair in parameters(context["request"]) if pair[0] not in without]


@register.simple_tag(takes_context=True)
def page_swap(context: template.Context, path: str = "", **changes: Any) -> SafeString:
    """Write the htmx attributes by which a form or link brings the page of another day without a reload."""
    address = path or with_changes(context["request"], changes)
    return format_html_join(" ", '{}="{}"', {"hx-get": address, **SWAP}.items())


@register.simple_tag
def asof_view(asof: PointInTime) -> AsOfView:
    """Place the days of the as-of bar."""
    return placed(asof)


@register.filter
def vn_number(value: float | Decimal | None, decimals: int | None = None) -> str:
    """Write a number as the language does: 1.234,5 or 1,234.5; nothing is a dash."""
    if value is None or value == "":
        return "–"
    if isinstance(value, Decimal | float):
        value = Decimal(str(value))
        value = value.normalize() + 0 if decimals is None else rounded(value, decimals)
    return number_format(value, decimals, use_l10n=True, force_grouping=True)


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round as people do, halves up; what formats numbers would only cut them off."""
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


@register.filter
def day(value: date | datetime | None) -> str:
    """Write a day as dd/mm/yyyy; none is a dash."""
    return f"{value:%d/%m/%Y}" if value else "–"


@register.filter
def until(period: Period | date | None) -> str:
    """Write the last day of a half-open period, or of its end; empty when it goes on."""
    end = period.until if isinstance(period, Period) else period
    return day(end - timedelta(days=1)) if end else ""
