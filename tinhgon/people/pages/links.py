"""Addresses of pages of people that keep the day and the moment in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from tinhgon.people.pages.arrangement import Arrangement
from tinhgon.people.queries.filters import Filters
from tinhgon.register.pages.links import Links
from tinhgon.temporal.middleware import AsOfRequest

KEPT = ("on", "known")


@dataclass(frozen=True, slots=True)
class PeopleLinks:
    """Makes addresses; those of the register are its own."""

    kept: dict[str, str]
    register: Links

    @classmethod
    def of(cls, request: AsOfRequest) -> PeopleLinks:
        """Keep what the request's own address says."""
        kept = {name: request.GET[name] for name in KEPT if request.GET.get(name)}
        return cls(kept, Links.of(request))

    def page(self, name: str, *args: Any, **parameters: Any) -> str:
        """Give a page of people, with parameters besides the day."""
        said = self.kept | {name: value for name, value in parameters.items() if value}
        query = urlencode(said, doseq=True, safe="/:")
        return reverse(f"people:{name}", args=args) + (f"?{query}" if query else "")

    def listing(self, filters: Filters, **more: Any) -> str:
        """Give the list of people who have something in common."""
        return self.page("list", **Arrangement(filters=filters, **more).pairs())
