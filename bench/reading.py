"""The reader against what people wrote down by hand: a table of each text, and all texts together.

    ./run bench reading [FOLDER]

FOLDER (or TINHGON_TEXTS) holds the texts as NAME.txt; the first line, an address, is no part of a document.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from _ground import ROOT, report

from tinhgon.texts.reading import read
from tinhgon.texts.tests.scoring import Score, Tally, score

TRUTH = ROOT / "tinhgon" / "texts" / "tests" / "truth"
PARTS = ("citations", "deadlines", "obliged", "bodies")
MAIN = ("number", "type", "issuer", "date")  # the fields of a head that the goal names
LONG = 300_000  # letters: about a hundred pages


def main() -> None:
    """Print the table; with -v also what was missed and what was found too much."""
    words = [word for word in sys.argv[1:] if word != "-v"]
    folder = Path(words[0] if words else os.environ.get("TINHGON_TEXTS", ""))
    texts = sorted(_texts(folder)) if words or os.environ.get("TINHGON_TEXTS") else []
    if not texts:
        print("No texts: name their folder, or set TINHGON_TEXTS. Skipped.")
        return
    print(f"{'text':34}{'head':>9}" + "".join(f"{part + ' P/R/F1':>23}" for part in PARTS))
    whole, wrong, fields = Score(), 0, 0
    for name, text, truth in texts:
        one = score(truth, read(text))
        wrong += sum(miss.split(":")[0] in MAIN for miss in one.head.missed)
        fields += len(MAIN)
        whole += one
        print(_line(name, one))
        if "-v" in sys.argv:
            _details(one)
    print(_line("all", whole))
    print(f"number, type, issuer, date of the heads: {1 - wrong / fields:.1%}")
    _speed([text for _, text, _ in texts])


def _texts(folder: Path) -> Iterator[tuple[str, str, Any]]:
    for file in TRUTH.glob("*.yaml"):
        source = folder / f"{file.stem}.txt"
        if source.exists():
            first, _, rest = source.read_text(encoding="utf-8").partition("\n")
            truth = yaml.safe_load(file.read_text(encoding="utf-8"))
            yield file.stem, rest if first.startswith("http") else f"{first}\n{rest}", truth


def _line(name: str, one: Score) -> str:
    tallies: list[Tally] = [getattr(one, part) for part in PARTS]
    shown = (
        f"{each.precision:.2f} {each.recall:.2f} {each.f1:.3f}" if each != Tally() else "–"
        for each in tallies
    )
    head = f"{one.head.met}/{one.head.met + len(one.head.missed)}"
    return f"{name[:33]:34}{head:>9}" + "".join(f"{cell:>23}" for cell in shown)


def _details(one: Score) -> None:
    for part in ("head", *PARTS):
        tally: Tally = getattr(one, part)
        for sign, rows in (("−", tally.missed), ("+", tally.extra if part != "head" else ())):
            for row in rows:
                print(f"    {part} {sign} {row}")


def _speed(texts: list[str]) -> None:
    """Read about a hundred pages, several times; the process's own time, since others may be at work."""
    joined = "\n\n".join(texts)[:LONG]
    taken = list[float]()
    for _ in range(3):
        begun = time.process_time()
        read(joined)
        taken.append(time.process_time() - begun)
    report(f"reading {len(joined):,} letters", statistics.median(taken), "s CPU", limit=1, digits=2)


if __name__ == "__main__":
    main()
