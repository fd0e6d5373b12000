"""Opening a branch in a real browser: from the end of its answer to its paint, with the country loaded."""

from __future__ import annotations

import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from _ground import PASSES, ROOT, close_register, open_register, report, serving
from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(ROOT / "tools"))
import browser as machine

ADDRESS = "/?on=2025-07-01"
PROVINCE = "[role=treeitem][data-code='38']"  # Thanh Hóa: the most communes of all

# A second frame begins only when the first, in which the branch stands, has been painted.
WATCH = """province => {
  const branch = province.nextElementSibling;
  window.painted = new Promise((done) => {
    const frames = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
    new MutationObserver(frames).observe(branch, { childList: true });
  });
  province.querySelector(".twist").click();
}"""
TELL = """async () => {
  const painted = await window.painted;
  const [answer] = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/branch/"));
  return [painted - answer.responseEnd, answer.responseEnd - answer.startTime];
}"""


def main() -> None:
    """Open the widest province again and again."""
    found = machine.find()
    if found is None:
        print("  opening a branch was not measured: no browser could be had")
        return
    open_register("country")
    with _page(None if found == machine.OWN else found) as page:
        _open(page)
        times = [_open(page) for _ in range(PASSES)]
        units = page.locator(f"{PROVINCE} + [role=group] > li").count()
    painted, answered = (statistics.median(each) for each in zip(*times, strict=True))
    what = f"branch of {units} units in the browser, from answer to paint"
    report(what, painted, "ms", limit=50, note=f"after {answered:.0f} ms for the answer")
    close_register()


@contextmanager
def _page(browser: str | None) -> Iterator[Page]:
    with serving() as get, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        address = f"http://127.0.0.1:{get.port}"  # type: ignore[attr-defined]
        context = started.new_context(base_url=address, viewport={"width": 1440, "height": 960})
        name, value = get.cookie.split("=", 1)  # type: ignore[attr-defined]
        context.add_cookies([{"name": name, "value": value, "url": address}])
        yield context.new_page()
        started.close()


def _open(page: Page) -> list[float]:
    page.goto(ADDRESS)
    page.locator(PROVINCE).evaluate(WATCH)
    return list(page.evaluate(TELL))


if __name__ == "__main__":
    main()
