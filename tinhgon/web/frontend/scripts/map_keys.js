// By keyboard: Tab enters the map's units at one of them, the arrows go to the nearest one that way, Enter opens it.
const WAYS = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export function makeReachable(layer) {
  const shapes = layer.getLayers();
  shapes.forEach((shape, index) => {
    const path = shape.getElement();
    if (!path) return;
    path.setAttribute("role", "link");
    path.setAttribute("aria-label", [shape.feature.properties.name, shape.feature.properties.note].filter(Boolean).join(", "));
    path.setAttribute("tabindex", index === 0 ? "0" : "-1");
    path.addEventListener("keydown", (event) => onKey(event, shape, shapes));
    path.addEventListener("focus", () => shape.openTooltip());
    path.addEventListener("blur", () => shape.closeTooltip());
  });
}

function onKey(event, shape, shapes) {
  const { url } = shape.feature.properties;
  if (event.key === "Enter" && url) location.assign(url);
  const way = WAYS[event.key];
  if (!way) return;
  event.preventDefault();
  event.stopPropagation();
  const there = nearest(shape, shapes, way);
  if (!there) return;
  shape.getElement().setAttribute("tabindex", "-1");
  there.getElement().setAttribute("tabindex", "0");
  there.getElement().focus();
}

/** The closest middle in a direction; what lies aside counts as farther. */
function nearest(from, shapes, [east, north]) {
  const here = from.getBounds().getCenter();
  let best = null;
  let least = Infinity;
  for (const shape of shapes) {
    const there = shape.getBounds().getCenter();
    const [dx, dy] = [there.lng - here.lng, there.lat - here.lat];
    const ahead = dx * east + dy * north;
    const aside = Math.abs(dx * north) + Math.abs(dy * east);
    const far = ahead + 2 * aside;
    if (ahead > 1e-6 && far < least) [best, least] = [shape, far];
  }
  return best;
}
