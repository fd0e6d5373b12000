// Units of a scenario moved by hand on its map: dragged onto another, or chosen and then sent; with boxes that do
// the same. The server answers every move with the new figures; nothing is kept until the form is sent.
import { words } from "../map_look.js";
import { draggable } from "./drag.js";
import { Sketch } from "./sketch.js";

export function handsOn({ map, host, layer, choose }) {
  const root = host.closest("[data-lab-sketch]");
  const shapes = new Map(layer.getLayers().map((shape) => [shape.feature.properties.id, shape]));
  const boxes = { unit: root.querySelector("#lab-unit"), to: root.querySelector("#lab-to") };
  const sketch = new Sketch(root, { recolour: (told) => recolour(shapes, told, choose), boxes });
  let held = "";

  function hold(id) {
    held = id;
    boxes.unit.value = id;
    choose(id || null);
  }

  function send(unit, to) {
    hold("");
    const into = (id) => shapes.get(id)?.feature.properties.into ?? id;
    if (unit && into(unit) !== into(to)) sketch.move(unit, to);
  }

  function press(id) {
    if (!held) hold(id);
    else if (held === id) hold("");
    else send(held, id);
  }

  for (const [id, shape] of shapes) {
    shape.on("click", () => press(id));
    shape.getElement()?.addEventListener("keydown", (event) => {
      if (event.key === "Escape") hold("");
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      press(id);
    });
  }
  draggable({ map, host, root, shapes, drop: send });
  boxes.unit.addEventListener("change", () => hold(boxes.unit.value));
  sketch.listen({ move: () => send(boxes.unit.value, boxes.to.value) });
  if (boxes.unit.value) hold(boxes.unit.value);
}

/** Give each outline what the page said first, and what the server says of it now. */
function recolour(shapes, told, choose) {
  const now = new Map(Object.values(told).map((one) => [one.id, one]));
  for (const [id, shape] of shapes) {
    const { properties } = shape.feature;
    properties.first ??= { tone: properties.tone, note: properties.note, into: properties.into };
    const said = { ...properties.first, ...now.get(id) };
    if (said.note === properties.note && said.tone === properties.tone && said.into === properties.into) continue;
    Object.assign(properties, { tone: said.tone, note: said.note, into: said.into });
    shape.setTooltipContent(words(properties));
    shape.getElement()?.setAttribute("aria-label", `${properties.name}, ${properties.note}`);
  }
  choose(null);
}
