// Charts, maps and org charts are heavy: their scripts are fetched when a page has one.
const PARTS = { "[data-chart]": "charts", "[data-map]": "map", "[data-orgchart]": "orgchart" };
const asked = new Set();

export function loadParts() {
  load();
  document.addEventListener("htmx:afterSettle", load);
}

function load() {
  for (const [selector, name] of Object.entries(PARTS))
    if (!asked.has(name) && document.querySelector(selector)) {
      asked.add(name);
      import(document.body.getAttribute(`data-script-${name}`));
    }
}
