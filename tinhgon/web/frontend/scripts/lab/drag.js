// Drags an outline onto another; off the outlines the map itself is dragged, and a button turns the whole off.
const FAR = 6; // pixels: a shorter way is a click

export function draggable({ map, host, root, shapes, drop }) {
  const button = root.querySelector("[data-lab-drag]");
  const drag = { on: true, unit: "", over: "", from: null, moving: false };
  button.hidden = false;
  button.addEventListener("click", () => {
    drag.on = !drag.on;
    button.setAttribute("aria-pressed", String(drag.on));
  });
  for (const [id, shape] of shapes) {
    shape.on("mouseover", () => {
      drag.over = id;
      if (drag.on) map.dragging.disable();
    });
    shape.on("mouseout", () => {
      if (drag.over === id) drag.over = "";
      if (!drag.unit) map.dragging.enable();
    });
    shape.on("mousedown", ({ containerPoint }) => {
      if (drag.on) Object.assign(drag, { unit: id, from: containerPoint, moving: false });
    });
  }
  map.on("mousemove", ({ containerPoint }) => {
    if (!drag.unit || drag.moving || containerPoint.distanceTo(drag.from) < FAR) return;
    drag.moving = true;
    host.classList.add("moving");
  });
  document.addEventListener("mouseup", () => end(drag, host, drop));
}

function end(drag, host, drop) {
  const { unit, over, moving } = drag;
  Object.assign(drag, { unit: "", moving: false });
  host.classList.remove("moving");
  if (moving && over && over !== unit) drop(unit, over);
}
