"""Walks over the paragraphs of a text and finds the pieces that lay a duty on somebody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.verbs import match
from tinhgon.texts.bodies.words import Words, folded
from tinhgon.texts.clean import Clean
from tinhgon.texts.tasks.labels import is_label, lead_of
from tinhgon.texts.tasks.opening import Opening
from tinhgon.texts.tasks.openings import leading, opening
from tinhgon.texts.tasks.parts import Part, Tree, begin, closes, sentences
from tinhgon.texts.tasks.pieces import Charge, Piece, same
from tinhgon.texts.tasks.preamble import asks
from tinhgon.texts.tasks.predicates import is_duty
from tinhgon.texts.tasks.tables import Row, fresh, rows
from tinhgon.texts.tasks.titles import heading, idle, nowhere
from tinhgon.texts.values import Span

FOLLOWING = ("sau đây", "dưới đây", "sau")
LISTING = {"gồm", "bao"}
LEADERS = {"Bộ Chính trị", "Ban Bí thư", "Bộ Chính trị, Ban Bí thư"}
WORDS_OF_TITLE = 12
SHORT = 12  # words of a sentence that only tells who leads
WORDS_OF_LONG_TITLE = 40


@dataclass
class Walk:
    """What has been read on the way; `lead`: whom the sentence before all items obliges to all of them."""

    clean: Clean
    words: Words
    tree: Tree
    issuer: str
    dear: tuple[Phrase, ...] = ()
    charges: dict[int, Charge] = field(default_factory=dict)
    idle: dict[int, bool] = field(default_factory=dict)
    nowhere: dict[int, bool] = field(default_factory=dict)
    lead: Charge | None = None
    unled: list[Part] = field(default_factory=list)
    tables: tuple[Span, ...] = ()

    def pieces(self, parts: list[Part]) -> list[Piece]:
        """Read the paragraphs in order."""
        found, closed = list[Piece](), False
        for part in parts:
            if self._tabled(part.span.start):
                continue
            start = self.words.after(begin(self.clean, part.span))
            end = self.words.after(part.span.end)
            if part.first:
                self._mark(part, start, end)
            numbered = part.first and self.tree.items[part.item].level != "bullet"
            closed = not numbered and (closed or closes(self.clean, part.span))
            loose = part.item >= 0 and not part.first and self._outside(part)
            one = replace(part, item=-1, first=False, last=True) if closed or loose else part
            if start < end and not (one.item >= 0 and self.nowhere.get(one.item, False)):
                found += self._read(one, start, end)
        told = [self._row(row) for table in self.tables for row in rows(self.clean, self.words, table)]
        return sorted([*found, *self._led(found), *told], key=lambda one: one.span)

    def _tabled(self, place: int) -> bool:
        at = bisect_right(self.tables, place, key=lambda table: table.start) - 1
        return at >= 0 and place < self.tables[at].end

    def _row(self, row: Row) -> Piece:
        above = self.tree.where(self.tree.at(row.span.start))
        where = ".".join(one for one in (above, *row.labels) if one)
        return Piece(row.span, self.words.after(row.span.start), row.who, where, None, row.helping)

    def _led(self, found: list[Piece]) -> Iterator[Piece]:
        """Give items that name nobody to those whom the leading sentence names."""
        lead = self.lead
        for part in self.unled if lead else ():
            above = (one for one in self.tree.up(part.item) if self.tree.items[one].level != "bullet")
            number = next(above, part.item)  # bullets of a letter stand in nothing that is numbered
            item = self.tree.items[number]
            own = any(item.span.start <= one.span.start < item.span.end for one in found)
            if lead and not own and not self.tree.has_children(number):
                start = self.words.after(begin(self.clean, part.span))
                span = Span(self.words.starts[start], part.span.end)
                yield Piece(span, start, lead.who, self.tree.where(part.item), lead.span)

    def _mark(self, part: Part, start: int, end: int) -> None:
        # An item may begin together with the ones it is inside of (“Điều 1. 1. …”).
        for number in self.tree.up(part.item):
            if number in self.idle:
                break
            above = self.tree.parents[number]
            self.idle[number] = self.idle.get(above, False) or idle(self.words, start, end)
            self.nowhere[number] = self.nowhere.get(above, False) or nowhere(self.words, start, end)

    def _past_title(self, part: Part, start: int, end: int) -> int:
        """Step over the title of an item that a broken line has joined with its first sentence."""
        for n in range(start + 1, min(end, start + WORDS_OF_LONG_TITLE)):
            if self.words.at(n - 1) in {".", ";", ":", ","}:
                break
            if self.words.capital(n) and fresh(self.clean, self.words.starts[n]):
                who, rest = listing(self.words, n)
                if who and rest < end and is_duty(self.words, rest):
                    return n
        return start

    def _may_title(self, part: Part, start: int, end: int) -> bool:
        if not part.first or self.idle.get(part.item, False) or is_label(self.words, start):
            return False
        # A bullet outside of numbered items is a recipient rather than a title, unless a colon follows.
        return not self._outside(part) or any(self.words.at(n) == ":" for n in range(start, end))

    def _outside(self, part: Part) -> bool:
        return self.tree.items[part.item].level == "bullet" and self.tree.holder(part.item) < 0

    def _read(self, part: Part, start: int, end: int) -> Iterator[Piece]:
        if self._may_title(part, start, end):
            level = self.tree.items[part.item].level
            if found := heading(self.words, start, end, level, more=not part.last):
                self._charge(part, found)
                if found.rest < end:
                    yield from self._sentences(part, found.rest, end)
                return
        if self._loud(start, end):
            return
        if not part.first and not part.last and (alone := self._alone(part, start, end)):
            self.charges[part.item] = Charge(alone, self.tree.where(part.item), part.span)
            return
        titled = part.first and self.tree.items[part.item].level == "article"
        begun = self._past_title(part, start, end) if titled else start
        yield from self._sentences(part, begun, end)

    def _alone(self, part: Part, start: int, end: int) -> tuple[Phrase, ...]:
        """Read a line that is nothing but names: a heading without a number for what follows in the item."""
        if part.item < 0 or self.idle.get(part.item, False) or self.words.at(end - 1) in {".", ";", ","}:
            return ()
        after = end + (self.words.at(end) in {"-", "+", "•"})
        if not match(self.words, after, "must"):
            return ()  # a cell of a table: what stands below it is no sentence without a subject
        who, rest = listing(self.words, start)
        whole = bool(who) and rest >= end - (self.words.at(end - 1) == ":")
        return tuple(who) if whole and any(one.kind != "group" for one in who) else ()

    def _charge(self, part: Part, found: Opening) -> None:
        above = self._above(part)
        where = self.tree.where(part.item)
        if above and same(found.who, above.who):
            where = above.where
        # Under a sentence in a plan its items keep their places; in rules the article is the place.
        led = not part.first and self.tree.items[part.item].level == "heading"
        self.charges[part.item] = Charge(found.who, where, part.span, led)

    def _above(self, part: Part) -> Charge | None:
        return next((self.charges[one] for one in self.tree.up(part.item) if one in self.charges), None)

    def _labelled(self, part: Part, who: tuple[Phrase, ...]) -> Iterator[Piece]:
        """Give what an item says to the bodies after its label; the label may be an item of its own."""
        number = self.tree.holder(part.item) if part.first else part.item
        if number < 0:
            yield Piece(part.span, self.words.after(part.span.start), who, "")
            return
        item = self.tree.items[number]
        start = self.words.after(begin(self.clean, item.span))
        end = item.span.end if not self.tree.has_children(number) or part.first else part.span.end
        span = Span(self.words.starts[start], max(end, part.span.end))
        yield Piece(span, start, who, self.tree.where(number))

    def _sentences(self, part: Part, start: int, end: int) -> Iterator[Piece]:
        if part.item < 0 and (lead := self._leading(start, end)):
            self.lead = Charge(lead, "", part.span)
            return
        above = self._above(part) if part.item >= 0 and not self.idle.get(part.item, False) else None
        at = verb = start
        who: tuple[Phrase, ...] = above.who if above else ()
        own = False
        for first, last in sentences(self.words, start, end):
            if is_label(self.words, first):
                if lead := lead_of(self.words, first):
                    yield from self._labelled(part if first == start else replace(part, first=False), lead)
                    who, own = (), False
                continue
            found = self._opening(first, last)
            if (
                found is None
                or (who and same(found.who, who) and not (above and above.led and not own))
                or not self._counts(part, found, first, bool(above))
            ):
                continue
            if self._leads(part, found, last, end):
                self._charge(part, found)
                yield from self._piece(part, at, first, verb, who, own)
                return
            yield from self._piece(part, at, first, verb, who, own)
            # “Rà soát văn bản. Sở Tư pháp chủ trì.”: the matter stands before.
            before = not who and self.words.match(found.rest, ("chủ", "trì")) and last - found.rest < SHORT
            at, verb = (start, start) if before else (first, found.rest)
            who, own = found.who, True
        if not own and part.first and not part.last and self._is_title(start, end):
            return
        if (
            not who
            and part.item >= 0
            and not self.idle.get(part.item, False)
            and end - start > WORDS_OF_TITLE
        ):
            self.unled.append(part)
        yield from self._piece(part, at, end, verb, who, own)

    def _leading(self, start: int, end: int) -> tuple[Phrase, ...]:
        asked = leading(self.words, start, end)
        return asked or (self.dear if self.dear and asks(self.words, start, end) else ())

    def _opening(self, first: int, last: int) -> Opening | None:
        found = opening(self.words, first, last)
        if found and all(one.name.endswith(FOLLOWING) for one in found.who):
            return None  # “các cơ quan sau đây chịu trách nhiệm:”: the list below names them
        if (
            found
            and found.by
            and self.words.at(found.rest)
            and not all(self._issues(one) for one in found.by)
        ):
            found = self._own_act(found, first)
        if found and found.how == "must" and all(self._issues(one) for one in found.who):
            return None
        return found

    def _own_act(self, found: Opening, first: int) -> Opening:
        """A body other than the issuer that hands over work is itself obliged to do so."""
        handing = self.words.at(found.by[-1].end)
        asked = handing in {"yêu", "đề"} or not self.issuer or found.by[0].name in LEADERS
        return found if asked else Opening(found.by, first, "must")

    def _loud(self, start: int, end: int) -> bool:
        return self.clean.text[self.words.starts[start] : self.words.ends[end - 1]].isupper()

    def _counts(self, part: Part, found: Opening, first: int, above: bool) -> bool:
        """Leave out whom a body obliged is to ask in its turn, and who is only mentioned outside of items."""
        if above and self.words.match(first, ("lãnh", "đạo")):
            return False  # under a committee's name, what it leads
        if found.how == "charge" and above:
            return self.words.at(first) in {"giao", "phân"}
        told = found.how == "charge" or self.words.at(found.rest + 1) == "trách"
        return part.item >= 0 or told or self._plain

    @cached_property
    def _plain(self) -> bool:
        """Whether a document has no items at all, as a short notice: then its sentences lay the duties."""
        return bool(self.issuer) and all(item.level == "bullet" for item in self.tree.items)

    def _issues(self, one: Phrase) -> bool:
        """Say whether it is the issuer itself, or its chairman: what these do is no duty from outside."""
        name = folded(one.name).removeprefix("chủ tịch ")
        own = folded(self.issuer).removeprefix("chủ tịch ")
        return bool(own) and one.kind != "group" and len(name) > 6 and own.startswith(name)

    def _leads(self, part: Part, found: Opening, last: int, end: int) -> bool:
        mark = self.words.at(end - 1)
        if mark in {".", ";"} or last < end or part.last or not (part.first or mark == ":"):
            return False
        return not any(self.words.at(n) in LISTING for n in range(max(found.rest, end - 6), end))

    def _acts(self, start: int, end: int) -> bool:
        """Say whether words tell of something to do."""
        if self.words.at(start) in {"bị", "là"} and match(self.words, start, "must") < 2:
            return False
        near = range(start, min(end, start + 14))
        return bool(match(self.words, start, "before")) or any(match(self.words, n, "must") for n in near)

    def _is_title(self, start: int, end: int) -> bool:
        return self.words.at(end - 1) == ":" or (
            end - start < 20 and self.words.at(end - 1) not in {".", ";"}
        )

    def _piece(
        self, part: Part, at: int, end: int, verb: int, who: tuple[Phrase, ...], own: bool
    ) -> Iterator[Piece]:
        if not who or at >= end or not (own or self._acts(at, end)):
            return
        above = self._above(part) if not own or part.item in self.charges else None
        span = Span(self.words.starts[at], self.words.ends[end - 1])
        outer = self._above(part)
        inherited = outer is not None and same(who, outer.who)
        where = outer.where if outer and inherited and not outer.led else self.tree.where(part.item)
        yield Piece(
            span, verb, who, where, above.span if above else outer.span if outer and inherited else None
        )
