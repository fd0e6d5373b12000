import { BOX } from "./forest.js";

const SVG = "http://www.w3.org/2000/svg";
const NAME_LETTERS = 27;
const LEGIBLE = 0.4; // below this enlargement the words are left out

/** Draw what the window shows, anew each time: a screenful is quick to make. */
export function paint({ svg, view, forest, chosen, element }) {
  const { boxes, lines } = forest.within(view.window);
  const layer = make("g", { transform: `translate(${view.x} ${view.y}) scale(${view.scale})` });
  layer.append(make("path", { class: "link", d: lines.map(lineTo).join("") }));
  const words = element.dataset;
  for (const node of boxes) layer.append(box(node, node === chosen, view.scale >= LEGIBLE, words));
  svg.replaceChildren(layer);
  const active = boxes.includes(chosen) ? idOf(chosen) : "";
  svg.setAttribute("aria-activedescendant", active);
}

export const idOf = (node) => `box-${node.data.id}`;

function lineTo({ x, y, parent }) {
  const [fromX, fromY] = [parent.y + BOX.width, parent.x + BOX.height / 2];
  const [toX, toY] = [y, x + BOX.height / 2];
  const middle = (fromX + 24 + toX) / 2;
  return `M${fromX} ${fromY}H${middle}V${toY}H${toX}`;
}

function box(node, isChosen, legible, words) {
  const { data } = node;
  const group = make("g", {
    id: idOf(node),
    class: `node tone-${data.tone ?? (node.depth % 8) + 1}${isChosen ? " chosen" : ""}`,
    transform: `translate(${node.y} ${node.x})`,
    role: "treeitem",
    "aria-level": node.depth + 1,
    "aria-selected": isChosen,
    ...(node.every ? { "aria-expanded": Boolean(node.children) } : {}),
  });
  group.append(
    make("title", {}, [data.name, data.kind, data.code].filter(Boolean).join(", ")),
    make("rect", { class: "box", width: BOX.width, height: BOX.height, rx: 4 }),
    make("rect", { class: "stripe", width: 4, height: BOX.height, rx: 2 }),
  );
  if (legible) group.append(...lettering(data));
  if (node.every) group.append(toggle(node, words));
  group.__node = node;
  return group;
}

function lettering({ name, kind, code }) {
  const short = name.length > NAME_LETTERS ? `${name.slice(0, NAME_LETTERS - 1)}…` : name;
  return [
    make("text", { class: "name", x: 14, y: 16, "aria-hidden": true }, short),
    make("text", { class: "sub", x: 14, y: 30.5, "aria-hidden": true }, [kind, code].filter(Boolean).join(" · ")),
  ];
}

function toggle(node, words) {
  const middle = `translate(${BOX.width + 14} ${BOX.height / 2})`;
  const group = make("g", { class: "toggle", transform: middle, "aria-hidden": true });
  const count = node.children ? "–" : node.below > 999 ? "…" : String(node.below);
  group.append(
    make("circle", { r: 13 }),
    make("text", { y: 3.5 }, count),
    make("title", {}, node.children ? words.close : words.open),
  );
  return group;
}

function make(name, attributes, text = null) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== null) element.textContent = text;
  return element;
}
