"""What a command asks of rules: facts in files and in options."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import orjson

from tinhgon.cli.terminal import read_file
from tinhgon.core.errors import Refused, Said
from tinhgon.core.rulebook import UnknownRule
from tinhgon.rules.facts import facts_of, read
from tinhgon.rules.library import book
from tinhgon.rules.refusals import BadFacts


class NoFacts(Refused):
    vi = "{file} không phải dữ kiện: cần một đối tượng JSON, hoặc danh sách các {form}. {reason}"
    en = "{file} holds no facts: it must be a JSON object, or a list of {form}. {reason}"


def calculation(name: str) -> str:
    """Give a calculation; a topic alone stands for the first one that it has.

    :raises UnknownRule: there is none of that name.
    """
    found = book().calculations
    of = next((one for one in found if one == name or one.startswith(f"{name}.")), None)
    if of is None:
        raise UnknownRule(rule=name)
    return of


def options(of: str, arguments: Iterable[str]) -> dict[str, Any]:
    """Read options named as facts are; one without a value says yes.

    :raises BadFacts: there is no such fact, or it cannot be read; names them all.
    """
    known = {fact.name: fact for fact in facts_of(book().calculations[of].facts)}
    read_, faults = {}, []
    for name, text in _pairs(arguments):
        if name not in known:
            faults.append(Said(f"{name}: không có trường này", f"{name}: there is no such field"))
            continue
        try:
            read_[name] = read(known[name], text)
        except Refused as refused:
            faults.append(Said(*(f"{name}: {refused.message(one).rstrip('.')}" for one in ("vi", "en"))))
    if faults:
        raise BadFacts(rule=of, faults=faults)
    return read_


def _pairs(arguments: Iterable[str]) -> list[tuple[str, str]]:
    pairs: list[list[str]] = []
    for one in arguments:
        if one.startswith("--"):
            name, _, value = one[2:].partition("=")
            pairs.append([name.replace("-", "_"), value])
        elif pairs and not pairs[-1][1]:
            pairs[-1][1] = one
        else:
            pairs.append([one, ""])
    return [(name, value or "true") for name, value in pairs]


def asked(file: Path, rule: str) -> list[tuple[str, Mapping[str, Any]]]:
    """Read what a file asks: of which rule, with which facts.

    :raises NoFacts: it is no JSON of that kind.
    """
    found = _json(file)
    if rule:
        if not isinstance(found, dict):
            raise _no_facts(file)
        return [(rule, found["facts"] if set(found) == {"rule", "facts"} else found)]
    pairs = found if isinstance(found, list) else [found]
    if not all(_is_asked(one) for one in pairs):
        raise _no_facts(file)
    return [(one["rule"], one["facts"]) for one in pairs]


def _is_asked(one: Any) -> bool:
    return isinstance(one, dict) and isinstance(one.get("rule"), str) and isinstance(one.get("facts"), dict)


def held(file: Path) -> dict[str, Any]:
    """Read the facts that a file holds.

    :raises NoFacts: it is no JSON object.
    """
    found = _json(file)
    if not isinstance(found, dict):
        raise _no_facts(file)
    return found


def _json(file: Path) -> Any:
    try:
        return orjson.loads(read_file(file))
    except orjson.JSONDecodeError as error:
        raise _no_facts(file, str(error)) from None


def _no_facts(file: Path, reason: str = "") -> NoFacts:
    return NoFacts(file=file, form='{"rule": …, "facts": {…}}', reason=reason)
