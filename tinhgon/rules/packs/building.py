"""From plain values to the book: references are followed, functions found, names that clash refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any, get_type_hints

from tinhgon.core.errors import Said
from tinhgon.core.rulebook import Book, Calculation, Document, Figure, Registry, Rule, Worded
from tinhgon.core.rules import TOPICS
from tinhgon.rules.packs.making import asked, document, figure, worded, worded_all
from tinhgon.rules.packs.reading import File
from tinhgon.rules.refusals import MalformedPack


def build(files: Sequence[File]) -> Book:
    """Make one book of the packs. A later pack may replace what it names under `replaces`.

    :raises MalformedPack: a name stands twice, a document, figure or function is missing; names them all.
    """
    maker = _Maker()
    for file in files:
        maker.take(file)
    maker.join(files)
    if maker.faults:
        raise MalformedPack(faults=maker.faults)
    return maker.book()


class _Maker:
    """Gathers what files hold, and every fault on the way."""

    def __init__(self) -> None:
        self.faults: list[Said] = []
        self.topics: dict[str, Worded] = {}
        self.facts: dict[str, dict[str, Worded]] = {}
        self.documents: dict[str, Document] = {}
        self.figures: dict[str, Figure] = {}
        self.rules: dict[str, Rule] = {}
        self.calculations: dict[str, Calculation] = {}

    def book(self) -> Book:
        known = {topic: self.topics[topic] for topic in TOPICS if topic in self.topics}
        return Book(
            topics=known | self.topics, facts=self.facts, documents=Registry(self.documents),
            figures=self.figures, rules=self.rules, calculations=self.calculations,
        )  # fmt: skip

    def take(self, file: File) -> None:
        holds = file.holds
        if "topic" in holds:
            self.topics[holds["topic"]] = worded(holds["title"])
        self.facts.setdefault(holds.get("topic", ""), {}).update(worded_all(holds.get("facts", {})))
        for key, raw in holds.get("documents", {}).items():
            self._add(self.documents, key, document(key, raw), file, ["documents", key])
        for path, raw in _entries(holds, "figures"):
            self._add(self.figures, raw["id"], figure(raw), file, [*path, "id"])
        for path, raw in _entries(holds, "rules"):
            self._named(self.rules, raw, file, path, self._rule)
        for path, raw in _entries(holds, "calculations"):
            self._named(self.calculations, raw, file, path, self._calculation)

    def join(self, files: Iterable[File]) -> None:
        """Look whether everything that is named is there."""
        for file in files:
            for path, key in _named_documents(file.holds):
                if key not in self.documents:
                    self._fault(file, path, f"không có văn bản {key}", f"there is no document {key}")
            for path, name in _named_figures(file.holds):
                if name not in self.figures:
                    self._fault(file, path, f"không có số liệu {name}", f"there is no figure {name}")

    def _named(
        self, of: dict[str, Any], raw: Any, file: File, path: list[Any], make: Callable[[Any, Any], Any]
    ) -> None:
        topic, _, name = raw["id"].partition(".")
        module = TOPICS.get(topic)
        listed = (*getattr(module, "RULES", ()), *getattr(module, "CALCULATIONS", ()))
        function = next((one for one in listed if one.__name__ == name), None)
        if function is None:
            self._fault(file, [*path, "id"], f"không có hàm {raw['id']}", f"there is no function {raw['id']}")
        else:
            made = make(raw, function)
            self._add(of, raw["id"], made, file, [*path, "id"])
            for place, name in _unknown_asked(raw, made.facts):
                self._fault(file, [*path, *place], f"không có dữ kiện {name}", f"there is no fact {name}")

    def _add(self, of: dict[str, Any], key: str, made: Any, file: File, path: list[Any]) -> None:
        if key in of and key not in file.holds.get("replaces", ()):
            self._fault(file, path, f"{key} đã có ở gói khác", f"{key} stands in another pack already")
        of[key] = made

    def _fault(self, file: File, path: list[Any], vi: str, en: str) -> None:
        self.faults.append(file.fault(path, vi, en))

    def _rule(self, raw: dict[str, Any], function: Any) -> Rule:
        return Rule(check=function, says=worded_all(raw["says"]), **_common(raw, function))

    def _calculation(self, raw: dict[str, Any], function: Any) -> Calculation:
        steps, gives = worded_all(raw["steps"]), worded_all(raw["gives"])
        asks = tuple(asked(one) for one in raw.get("asks", ()))
        return Calculation(compute=function, steps=steps, gives=gives, asks=asks, **_common(raw, function))


def _common(raw: dict[str, Any], function: Any) -> dict[str, Any]:
    return {
        "id": raw["id"], "title": worded(raw["title"]), "text": worded(raw["text"]), "about": raw["about"],
        "figures": tuple(raw["figures"]), "facts": get_type_hints(function)["facts"],
    }  # fmt: skip


def _unknown_asked(raw: dict[str, Any], facts: type) -> Iterator[tuple[list[Any], str]]:
    known = {field.name for field in fields(facts)}
    for place, group in enumerate(raw.get("asks", ())):
        yield from ((["asks", place, "facts", name], name) for name in group["facts"] if name not in known)


def _entries(holds: dict[str, Any], part: str) -> Iterator[tuple[list[Any], dict[str, Any]]]:
    for place, raw in enumerate(holds.get(part, ())):
        yield [part, place], raw


def _named_documents(holds: dict[str, Any]) -> Iterator[tuple[list[Any], str]]:
    for key, raw in holds.get("documents", {}).items():
        for relation in ("replaces", "amends"):
            yield from ((["documents", key, relation], named) for named in raw.get(relation, ()))
    for path, raw in _entries(holds, "figures"):
        for since, dated in raw["values"].items():
            yield [*path, "values", since, "source", "document"], dated["source"]["document"]
            for place, rival in enumerate(dated.get("rivals", ())):
                yield [*path, "values", since, "rivals", place, "source"], rival["source"]["document"]


def _named_figures(holds: dict[str, Any]) -> Iterator[tuple[list[Any], str]]:
    for part in ("rules", "calculations"):
        for path, raw in _entries(holds, part):
            yield from (([*path, "figures", place], name) for place, name in enumerate(raw["figures"]))
