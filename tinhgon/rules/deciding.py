"""Facts given as JSON, YAML or a form, as the frozen values that a rule takes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from tinhgon.core.errors import Said
from tinhgon.core.rulebook import Book, Calculation, Finding, Rule, UnknownRule, Working
from tinhgon.core.rules.needed import MissingFact
from tinhgon.core.wording import faults
from tinhgon.rules.refusals import BadFacts


def facts_for(rule: Rule | Calculation, raw: Mapping[str, Any]) -> Any:
    """Read the facts that a rule or calculation asks for; what is not given is unknown.

    :raises BadFacts: a fact that the rule does not know, or a value of another kind; names them all.
    """
    try:
        return _adapter(rule.facts).validate_python(dict(raw), strict=False)
    except ValidationError as error:
        raise BadFacts(rule=rule.id, faults=faults(error, "facts")) from None


def checked(book: Book, rule: str, raw: Mapping[str, Any], *, on: date) -> tuple[Finding, ...]:
    """Judge facts as they were sent.

    :raises UnknownRule, BadFacts, NotInForce: there is no such rule, such facts, or not on that day.
    """
    if rule not in book.rules:
        raise UnknownRule(rule=rule)
    return book.check(rule, facts_for(book.rules[rule], raw), on=on)


def computed(book: Book, calculation: str, raw: Mapping[str, Any], *, on: date) -> Working:
    """Calculate with facts as they were sent; one that is missing is named in words.

    :raises UnknownRule, BadFacts, MissingFact, NotInForce: it cannot be calculated, and why.
    """
    if calculation not in book.calculations:
        raise UnknownRule(rule=calculation)
    facts = facts_for(book.calculations[calculation], raw)
    try:
        return book.compute(calculation, facts, on=on)
    except MissingFact as refused:
        raise _in_words(refused, calculation, book) from None


def _in_words(refused: MissingFact, calculation: str, book: Book) -> MissingFact:
    name = str(refused.facts["fact"])
    words = book.names(calculation).get(name)
    return MissingFact(fact=Said(f"{name} ({words.vi})", f"{name} ({words.en})")) if words else refused


@cache
def _adapter(of: type) -> TypeAdapter[Any]:
    return TypeAdapter(of)
