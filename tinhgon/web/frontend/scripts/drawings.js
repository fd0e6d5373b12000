// What charts, maps and org charts have in common: find the new ones, draw, draw again when the look changes.

/** Draw every element that matches, now and after each swap; `draw` answers with a function that redraws. */
export function keepDrawn(selector, draw) {
  const drawn = new Map();

  function drawNew() {
    for (const element of drawn.keys()) if (!element.isConnected) forget(element);
    for (const element of document.querySelectorAll(selector))
      if (!drawn.has(element)) drawn.set(element, begin(element));
  }

  function begin(element) {
    const drawing = draw(element);
    const sizes = new ResizeObserver(() => drawing.redraw());
    sizes.observe(element);
    return { ...drawing, sizes };
  }

  function forget(element) {
    drawn.get(element).sizes.disconnect();
    drawn.get(element).remove?.();
    drawn.delete(element);
  }

  const redrawAll = () => drawn.forEach(({ redraw }) => redraw());
  drawNew();
  document.addEventListener("htmx:afterSettle", drawNew);
  document.addEventListener("tinhgon:theme", redrawAll);
  document.fonts.ready.then(redrawAll);
  addEventListener("beforeprint", redrawAll);
  addEventListener("afterprint", redrawAll);
}

/** The value of a colour variable in the present theme. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export const palette = () => Array.from({ length: 8 }, (_, i) => colour(`--chart-${i + 1}`));

/** A number as the page's language writes it. */
export function written(number, digits = 2) {
  return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: digits }).format(number);
}
