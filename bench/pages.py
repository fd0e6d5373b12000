"""What each page costs with the whole country loaded: statements and server time, without the network."""

from __future__ import annotations

from datetime import date

from _ground import asking, close_register, count_sql, median_ms, open_register, report


def main() -> None:
    """Measure every page on the country's register."""
    open_register("country")
    ask = asking()
    for what, path in _pages().items():
        statements, size = count_sql(path)
        note = f"{statements} SQL (goal ≤ 15), {size / 1024:.0f} kB"
        report(f"page: {what}", median_ms(lambda path=path: ask(path)), "ms", limit=100, note=note)
    close_register()


def _pages() -> dict[str, str]:
    from tinhgon.register.models import Decision
    from tinhgon.register.queries import units
    from tinhgon.temporal.asof import AsOf

    eve = AsOf(date(2025, 6, 30))
    province, district, commune = (units.by_code(code, eve) for code in ("92", "916", "31117"))
    largest = Decision.objects.get(effective_on=date(2025, 7, 1)).pk
    return {
        "home, 63 provinces": "/?on=2025-06-30",
        "province": f"/units/{province}/?on=2025-06-30",
        "district": f"/units/{district}/?on=2025-06-30",
        "commune": f"/units/{commune}/?on=2025-06-30",
        "commune, ended": f"/units/{commune}/?on=2026-01-01",
        "branch of a province": f"/units/{province}/branch/?on=2025-06-30",
        "org chart": f"/units/{province}/chart/?on=2025-06-30",
        "org chart, data": f"/units/{province}/chart.json?on=2025-06-30",
        "map": "/map/?on=2025-06-30",
        "compare two near days": "/compare/?a=2024-08-31&on=2024-09-01",
        "compare the country before and after 01/07/2025": "/compare/?a=2025-06-30&on=2025-07-01",
        "decisions": "/decisions/",
        "decision of 13,291 operations": f"/decisions/{largest}/",
        "draft form": f"/decisions/new/?unit={province}&op=rename",
        "search": "/search/?q=tan+an&on=2025-06-30",
    }


if __name__ == "__main__":
    main()
