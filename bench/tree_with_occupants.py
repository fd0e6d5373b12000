"""The tree of a day with everybody in it, through HTTP: 300 units, 500 people, after 240 edits over years.

Beside it stand the counts that others have on a data set of the same size, measured elsewhere: OS2mo 24 SQL
for three flat lists and 2,400 for the nested tree, Horilla's organisation chart 1,625.
"""

from __future__ import annotations

import json
from datetime import date

from _ground import asking, close_register, median_ms, open_register, report, serving

ELSEWHERE = (
    ("OS2mo, nested tree → engagements → person, as of a day", "2,408–2,420 SQL, 12–22 s"),
    ("OS2mo, flat units + engagements + people, as of a day", "24 SQL, about 9 s"),
    ("Horilla, organisation chart, 300 people, today only", "1,625 SQL, 3.3 s"),
)


def main() -> None:
    """Measure today's tree, one of a day gone by, and one as it was known at a moment."""
    open_register("occupants")
    _reach_everywhere()
    with serving() as get:
        for what, query in (
            ("today", ""), ("as of a day of 2013", "&on=2013-06-01"),
            ("as of it, as known at a moment", "&on=2013-06-01&known_at=2100-01-01"),
        ):  # fmt: skip
            path = f"/api/tree?occupants=1{query}"
            nodes = json.loads(get(path))["nodes"]
            held = sum(len(post["holders"]) for node in nodes for post in node["posts"])
            sql, size = _count(path)
            note = f"{sql} SQL (goal ≤ 5), {len(nodes)} units, {held} holders, {size / 1024:.0f} kB"
            report(f"tree with occupants, {what}", median_ms(lambda path=path: get(path)), "ms",
                   limit=150, note=note)  # fmt: skip
        root = nodes[0]["id"]
        for what, path in (("data", f"/units/{root}/chart.json"), ("page", f"/units/{root}/chart/")):
            sql, _ = _count(path)
            report(f"organisation chart with heads, {what}", median_ms(lambda path=path: get(path)), "ms",
                   limit=150, note=f"{sql} SQL (goal ≤ 15)")  # fmt: skip
    for what, figures in ELSEWHERE:
        print(f"  measured elsewhere: {what:<60} {figures}")
    close_register()


def _count(path: str) -> tuple[int, int]:
    """Count the statements of a request in a session under way; the ends of its transaction are none."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    ask = asking()
    ask(path)
    with CaptureQueriesContext(connection) as captured:
        size = ask(path)
    return sum(one["sql"] not in ("BEGIN", "COMMIT") for one in captured), size


def _reach_everywhere() -> None:
    from _ground import _reader

    from tinhgon.access.models import Grant
    from tinhgon.core.periods import Period

    reader = _reader()
    if not Grant.objects.filter(user=reader).exists():
        Grant.objects.create(
            user=reader, role="reader", field_class=1, valid=Period(date(2000, 1, 1)), reason="đo"
        )


if __name__ == "__main__":
    main()
