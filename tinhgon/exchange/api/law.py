"""The law on a day: rules, calculations and figures; facts judged and calculated with."""

from __future__ import annotations

from django.http import HttpResponse
from ninja import Query, Router

from tinhgon.exchange.api import law_schemas as law
from tinhgon.exchange.api import schemas
from tinhgon.exchange.api.doors import READ_LAW, answer
from tinhgon.rules import shapes
from tinhgon.rules.deciding import checked, computed
from tinhgon.rules.library import book
from tinhgon.rules.pages.entries import entries, entry
from tinhgon.temporal.asof import read_as_of
from tinhgon.temporal.middleware import AsOfRequest

router = Router(tags=["rules"], auth=READ_LAW)
REFUSALS = {404: schemas.Refusal, 422: schemas.Refusal}


@router.get("/rules", response={200: law.Entries, 422: schemas.Refusal})
def listed(request: AsOfRequest, asked: Query[law.RuleSearch]) -> HttpResponse:
    """Quy định · Rules, calculations and figures, as they are on the day."""
    day = read_as_of(asked.on, "", today=request.today).valid
    some = (one for one in entries(book()) if asked.topic in ("", one.topic))
    return answer({"on": day, "items": shapes.listed(some, day)})


@router.get("/rules/{rule}", response={200: law.Described, **REFUSALS})
def described(request: AsOfRequest, rule: str, asked: Query[law.OnDay]) -> HttpResponse:
    """Một quy định · A rule, calculation or figure: its values on the day, all it was, what it asks."""
    day = read_as_of(asked.on, "", today=request.today).valid
    return answer(shapes.described(entry(book(), rule), day, book()))


@router.post("/rules/{rule}/check", response={200: law.Findings, **REFUSALS})
def check(request: AsOfRequest, rule: str, asked: law.Asked) -> HttpResponse:
    """Kiểm tra dữ kiện · Judge facts by a rule as it is on the day; nothing is written."""
    day = read_as_of(asked.on, "", today=request.today).valid
    found = checked(book(), rule, asked.facts, on=day)
    return answer({"rule": rule, "on": day, "findings": [shapes.finding(one, book()) for one in found]})


@router.post("/calculations/{calculation}", response={200: law.Working, **REFUSALS})
def calculate(request: AsOfRequest, calculation: str, asked: law.Asked) -> HttpResponse:
    """Tính · Calculate with facts on the day, and tell each step with its article; nothing is written."""
    day = read_as_of(asked.on, "", today=request.today).valid
    return answer(shapes.working(computed(book(), calculation, asked.facts, on=day), day, book()))
