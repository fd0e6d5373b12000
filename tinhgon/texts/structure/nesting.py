"""What lies in what: a mark closes the items of its own and of lower styles and opens one in what is left."""

from __future__ import annotations

from dataclasses import dataclass, field

from tinhgon.texts.structure.marks import Mark
from tinhgon.texts.values import Item, Level, Span

# The natural order from above to below; a list may still hang under another where the text makes it so.
ORDER = (
    *("annex", "part", "chapter", "section", "subsection", "article", "capital", "roman", "number"),
    *("dotted1", "dotted2", "dotted3", "dotted4", "closed", "bracket", "letter", "inner", "lettered"),
    *("dash", "plus", "dot"),
)
RANK = {style: rank for rank, style in enumerate(ORDER)}
FIXED = RANK["article"]  # up to here the order is the law's; below it is each author's
# Lists that may hang under one that naturally stands below them, if they begin with their first mark.
UNDER = {
    "capital": {"roman"},
    "closed": {"letter", "dash"},
    "bracket": {"letter", "inner"},
    "number": set[str](),
}
_LEVELS: dict[str, Level] = {
    **{"annex": "part", "part": "part", "chapter": "chapter", "section": "section", "subsection": "section"},
    **{"article": "article", "capital": "heading", "roman": "heading"},
    **{"dash": "bullet", "plus": "bullet", "dot": "bullet"},
}
_SILENT = {"part", "chapter", "section", "subsection"}  # no part of a path: articles are counted through


@dataclass(slots=True)
class Open:
    """An item whose end is not yet known."""

    mark: Mark
    start: int
    level: Level
    path: str
    title: str
    depth: int


@dataclass(slots=True)
class Nest:
    """The items that are open, from the outermost in, and those already closed."""

    open: list[Open] = field(default_factory=list)
    done: list[Item] = field(default_factory=list)

    def add(self, mark: Mark, start: int, title: str) -> None:
        """Open an item, after closing what it cannot lie in."""
        self._close_to(self._parents(mark), start)
        level = self._level(mark.style)
        self.open.append(Open(mark, start, level, self._path(mark), title, len(self.open)))

    def close(self, end: int) -> None:
        """Close everything: what comes lies in no item."""
        self._close_to(0, end)

    def _parents(self, mark: Mark) -> int:
        """Give how many of the open items stay open."""
        rank = RANK[mark.style]
        if rank <= FIXED:
            return next(
                (n for n, one in enumerate(self.open) if RANK[one.mark.style] >= rank), len(self.open)
            )
        for n in range(len(self.open) - 1, -1, -1):
            if self.open[n].mark.style == mark.style:
                return n
        kept = len(self.open)
        hangs = UNDER.get(mark.style, set()) if mark.value == 1 else set[str]()
        while (
            kept
            and RANK[self.open[kept - 1].mark.style] > rank
            and self.open[kept - 1].mark.style not in hangs
        ):
            kept -= 1
        return kept

    def _close_to(self, kept: int, end: int) -> None:
        while len(self.open) > kept:
            one = self.open.pop()
            self.done.append(
                Item(
                    Span(one.start, max(end, one.start)),
                    one.level,
                    one.mark.label,
                    one.path,
                    one.title,
                    one.depth,
                )
            )

    def _level(self, style: str) -> Level:
        in_article = any(one.level == "article" for one in self.open)
        if style == "number" or style.startswith("dotted"):
            return "clause" if in_article else "heading"
        return _LEVELS.get(style, "point")

    def _path(self, mark: Mark) -> str:
        above = next((one for one in reversed(self.open) if one.path), None)
        if mark.style in _SILENT:
            return next((one.path for one in self.open if one.mark.style == "annex"), "")
        if self._level(mark.style) == "bullet":
            return above.path if above else ""
        if mark.style == "annex":
            return ".".join(["PL", *mark.label.split()[2:]])
        own = f"Đ{mark.label.split()[1]}" if mark.style == "article" else mark.label
        if above is None:
            return own
        if mark.style.startswith("dotted") and above.mark.label and own.startswith(f"{above.mark.label}."):
            return above.path + own[len(above.mark.label) :]
        return f"{above.path}.{own}"
