"""What of a text can hold tasks: paragraphs with their items, parted into sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tinhgon.texts.bodies.lists import listing
from tinhgon.texts.bodies.verbs import is_verb, match
from tinhgon.texts.bodies.words import Words
from tinhgon.texts.clean import Clean
from tinhgon.texts.tasks.closing import executing
from tinhgon.texts.tasks.labels import is_label
from tinhgon.texts.tasks.openings import opening
from tinhgon.texts.tasks.predicates import HANDING
from tinhgon.texts.tasks.subjects import handed
from tinhgon.texts.values import Item, Span

LABEL = re.compile(
    r"\s*(?:Điều\s+\d+[a-z]?\s*[.:]?|[IVXLC]{1,5}\s*[.\-/]+|\d{1,2}(?:\.\d{1,2}){0,3}[.)/\-]"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}|[a-zđ]{1,2}[).]|\(\d{1,2}\)|[-–+*•●]+)\s*",
    re.IGNORECASE,
)
STOPS = {".", ";", ":"}
NEAR = 40  # words between a verb that hands a duty over and a semicolon among those who get it
MARKS = STOPS | {"(", ")"}
# What stands after the last item: the closing sentence, the signature, the recipients, the notes.
CLOSING = re.compile(
    r"\s*(?:Trên đây là|Nhận được|Trong quá trình (?:triển khai|tổ chức|thực hiện)|Nơi nhận|\[\d{1,3}\]"
    r"|TM\.|T/M|KT\.|TL\.|TUQ\.|Lưu:|PHỤ LỤC|\(Kèm theo"
    r"|(?:Chỉ thị|Kế hoạch|Quyết định|Kết luận|Nghị quyết|Quy định|Thông báo) này (?:có hiệu|được|phổ biến))"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph; `item`: number of the innermost item around it, −1 outside; `first`: it begins here."""

    span: Span
    item: int
    first: bool
    last: bool  # no other paragraph follows in the item


@dataclass(frozen=True, slots=True)
class Tree:
    """The items with, for each, the number of the one around it (−1 for none)."""

    items: tuple[Item, ...]
    parents: tuple[int, ...]

    def up(self, item: int) -> Iterator[int]:
        """Give an item and all around it, from the inside."""
        while item >= 0:
            yield item
            item = self.parents[item]

    def has_children(self, item: int) -> bool:
        """Say whether numbered items stand inside an item."""
        after = item + 1
        return after < len(self.items) and item in self.up(after) and self.items[after].level != "bullet"

    def at(self, place: int) -> int:
        """Give the innermost item around a letter; −1 for none."""
        number = bisect_right(self.items, place, key=lambda item: item.span.start) - 1
        return next((one for one in self.up(number) if self.items[one].span.end > place), -1)

    def holder(self, item: int) -> int:
        """Give the numbered item around an item, −1 for none."""
        return next((one for one in self.up(self.parents[item]) if self.items[one].level != "bullet"), -1)

    def where(self, item: int) -> str:
        """Give the path of an item; a bullet's is that of the item above it."""
        named = (self.items[one] for one in self.up(item) if self.items[one].level != "bullet")
        return next((one.path for one in named), "")


def tree_of(items: Sequence[Item]) -> Tree:
    """Find for each item which one holds it."""
    parents, open_ = list[int](), list[int]()
    for number, item in enumerate(items):
        while open_ and not _holds(items[open_[-1]], item):
            open_.pop()
        parents.append(open_[-1] if open_ else -1)
        open_.append(number)
    return Tree(tuple(items), tuple(parents))


def _holds(outer: Item, inner: Item) -> bool:
    return (
        outer.span.start <= inner.span.start
        and inner.span.end <= outer.span.end
        and outer.depth < inner.depth
    )


def parts_of(clean: Clean, tree: Tree) -> list[Part]:
    """Part the text into paragraphs, each with its innermost item."""
    found = list[Part]()
    for span in clean.paragraphs:
        if not clean.text[span.start : span.end].strip():
            continue
        item = tree.at(span.start)
        first = item >= 0 and tree.items[item].span.start >= span.start
        found.append(Part(span, item, first, True))
    return [_ended(part, found[at + 1 : at + 2], tree) for at, part in enumerate(found)]


def _ended(part: Part, after: Sequence[Part], tree: Tree) -> Part:
    follows = any(part.item in tree.up(one.item) for one in after)
    return Part(part.span, part.item, part.first, not follows)


def closes(clean: Clean, span: Span) -> bool:
    """Say whether a paragraph begins what stands after the items."""
    return CLOSING.match(clean.text, span.start, span.end) is not None


def begin(clean: Clean, span: Span) -> int:
    """Give where a paragraph's words begin after its label."""
    found = LABEL.match(clean.text, span.start, span.end)
    return found.end() if found else span.start


def sentences(words: Words, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part the words of a paragraph at full stops and semicolons outside brackets."""
    at, depth = start, 0
    for n in range(start, end):
        word = words.words[n]
        if word not in MARKS:
            continue
        depth += (word == "(") - (word == ")")
        if word in STOPS and depth <= 0 and _stops(words, at, n, end):
            yield at, n
            at = n + 1
    if at < end:
        yield at, end


def _stops(words: Words, start: int, n: int, end: int) -> bool:
    if words.at(n) != "." and n < listing(words, start + match(words, start, "charge"))[1] < end:
        return False  # in a list of bodies, whose verb is still to come
    if words.at(n) == "." and words.tight(n + 1) and words.at(n + 1).isdigit():
        return False
    if words.at(n) == ";" and (executing(words, start, end) > n or _handed_on(words, start, n)):
        return False
    if words.at(n) == ";":
        return not match(words, start, "before") or opening(words, start, n) is not None
    if words.at(n) == ":" and is_label(words, start):
        return False
    if words.at(n) == ":":  # only before another sentence with its own subject, or that hands over
        if words.at(n + 1) in HANDING and handed(words, n + 1, end):
            return True
        who, rest = listing(words, n + 1) if words.capital(n + 1) else ([], n)
        return bool(who) and rest < end and is_verb(words, rest) and not match(words, rest, "free")
    abbreviated = n > 0 and words.at(n - 1) in {"tp", "tx", "tt"}
    return (
        n + 1 >= end or (words.capital(n + 1) and not abbreviated) or words.at(n + 1) in {"(", "-", "“", '"'}
    )


def _handed_on(words: Words, start: int, n: int) -> bool:
    """Say whether a semicolon parts bodies to whom a verb hands a duty: “đề nghị các sở; các hội …”."""
    near = range(n - 1, max(start, n - NEAR) - 1, -1)
    verb = next((at for at in near if words.at(at) in HANDING and match(words, at, "charge")), None)
    return verb is not None and listing(words, verb + match(words, verb, "charge"))[1] > n
