const SVG = "http://www.w3.org/2000/svg";
const NAME_LETTERS = 27;
const LEADER_LETTERS = 21;
const FACE = 11; // the radius of a circle with initials
const LEGIBLE = 0.4; // below this enlargement the words are left out

/** Draw what the window shows, anew each time: a screenful is quick to make. */
export function paint({ svg, view, forest, chosen, element }) {
  const { boxes, lines } = forest.within(view.window);
  const layer = make("g", { transform: `translate(${view.x} ${view.y}) scale(${view.scale})` });
  layer.append(make("path", { class: "link", d: lines.map((node) => lineTo(node, forest.box)).join("") }));
  const words = element.dataset;
  for (const node of boxes) layer.append(box(node, forest.box, node === chosen, view.scale >= LEGIBLE, words));
  svg.replaceChildren(layer);
  const active = boxes.includes(chosen) ? idOf(chosen) : "";
  svg.setAttribute("aria-activedescendant", active);
}

export const idOf = (node) => `box-${node.data.id}`;

function lineTo({ x, y, parent }, { width, height }) {
  const [fromX, fromY] = [parent.y + width, parent.x + height / 2];
  const [toX, toY] = [y, x + height / 2];
  const middle = (fromX + 24 + toX) / 2;
  return `M${fromX} ${fromY}H${middle}V${toY}H${toX}`;
}

function box(node, { width, height }, isChosen, legible, words) {
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
    make("title", {}, told(data)),
    make("rect", { class: "box", width, height, rx: 4 }),
    make("rect", { class: "stripe", width: 4, height, rx: 2 }),
  );
  if (legible) group.append(...lettering(data, width));
  if (legible && data.people) group.append(...leaders(data.people, width));
  if (node.every) group.append(toggle(node, { width, height }, words));
  group.__node = node;
  return group;
}

/** All that a box says, for those who do not see it. */
function told({ name, kind, code, staff, vacant, people = [] }) {
  const leading = people.map((one) => `${one.title}: ${one.name}`);
  return [name, kind, code, ...leading, staff, vacant].filter(Boolean).join(", ");
}

const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function lettering({ name, kind, code, staff, vacant }, width) {
  const words = [kind, staff ?? code].filter(Boolean).join(" · ");
  return [
    make("text", { class: "name", x: 14, y: 16, "aria-hidden": true }, cut(name, NAME_LETTERS)),
    make("text", { class: "sub", x: 14, y: 30.5, "aria-hidden": true }, words),
    ...(vacant ? [make("text", { class: "lacking", x: width - 8, y: 30.5, "aria-hidden": true }, vacant)] : []),
  ];
}

/** The first by name, all others by their initials. */
function leaders(people, width) {
  const faces = people.map((one, place) => face(one, place ? width - 4 - (people.length - place) * (2 * FACE + 3) : 14));
  const room = people.length > 1 ? LEADER_LETTERS - 3 * (people.length - 2) : LEADER_LETTERS + 6;
  const first = people.length ? cut(people[0].name, room) : "";
  return [...faces, make("text", { class: "leader", x: 42, y: 54, "aria-hidden": true }, first)];
}

function face({ initials, tone, vacant }, left) {
  const shape = `face face-${tone}${vacant ? " vacant" : ""}`;
  const group = make("g", { class: shape, transform: `translate(${left + FACE} 50)`, "aria-hidden": true });
  group.append(make("circle", { r: FACE }), make("text", { y: 3.5 }, initials));
  return group;
}

function toggle(node, { width, height }, words) {
  const middle = `translate(${width + 14} ${height / 2})`;
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
