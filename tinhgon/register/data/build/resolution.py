"""Holds the table of old and new communes against the words of resolution 1668, clause by clause."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from tinhgon.core.names import fold
from tinhgon.register.data.build.tables import Contradiction, read

TEXT = "texts/nq-1668-2025-ubtvqh15-can-tho.txt"
CLAUSE = re.compile(
    r"^(\d+)\. Sắp xếp toàn bộ diện tích tự nhiên, quy mô dân số của (.+)"
    r" thành (?:phường|xã) mới có tên gọi là (.+)\.$",
    re.M,
)
KEPT = re.compile(r"không thực hiện sắp xếp là (.+)\.$", re.M)
KINDS = ("phường", "xã", "thị trấn")
PART = ("một phần diện tích tự nhiên, quy mô dân số của ", "phần còn lại của ")
SPELLED = {"xa hoa tu ii": "xa hoa tu 2"}  # the list writes a Roman numeral, the resolution an Arabic one
NOISE = (r" sau khi sắp xếp theo quy định tại khoản \d+ Điều này", r" \([^)]*\)")

Clause = tuple[str, frozenset[tuple[str, bool]]]  # the new name; the members' names, and whether whole


def check(source: Path) -> None:
    """Compare both readings.

    :raises Contradiction: a clause names other members, another unit, or another extent than the table.
    """
    text = (source / TEXT).read_text(encoding="utf-8")
    printed, tabled = clauses(text), table(source)
    wrong = sorted(key for key in printed.keys() | tabled.keys() if printed.get(key) != tabled.get(key))
    if wrong:
        said = "; ".join(f"{key}: {printed.get(key)} / {tabled.get(key)}" for key in wrong)
        raise Contradiction(f"Resolution 1668 and the table differ in clause {said}")


def clauses(text: str) -> dict[str, Clause]:
    """Read the clauses of Article 1; clause "" holds the communes that stay as they were."""
    found = {number: (fold(name), _members(members)) for number, members, name in CLAUSE.findall(text)}
    kept = KEPT.search(text)
    if kept is None:
        raise Contradiction("The sentence that names the unchanged communes was not found")
    return {**found, "": ("", _members(kept.group(1)))}


def table(source: Path) -> dict[str, Clause]:
    """Give the table in the same shape."""
    listed = {row["code"]: fold(row["name"]) for row in read(source / "cantho_units_before.csv")}
    old = {code: SPELLED.get(name, name) for code, name in listed.items()}
    new = {row["code"]: fold(row["name"]) for row in read(source / "cantho_units_after.csv")}
    members, names = defaultdict(set), {"": ""}
    for row in read(source / "cantho_mapping.csv"):
        members[row["clause"]].add((old[row["old_code"]], row["kind"] != "part"))
        if row["clause"]:
            names[row["clause"]] = new[row["new_code"]]
    return {clause: (names[clause], frozenset(members[clause])) for clause in members}


def _members(words: str) -> frozenset[tuple[str, bool]]:
    """Read “các phường A, B và một phần … của xã C”; a word of kind holds until the next one."""
    for noise in NOISE:
        words = re.sub(noise, "", words)
    words = words.replace(PART[0], "[phần] ").replace(PART[1], "[phần] ")
    members, kind = set(), ""
    for item in re.split(r", | và ", words):
        part, name = "[phần] " in item, item.replace("[phần] ", "").removeprefix("các ")
        said = next((word for word in KINDS if name.lower().startswith(word + " ")), "")
        kind = said or kind
        members.add((fold(name if said else f"{kind} {name}"), not part))
    return frozenset(members)
