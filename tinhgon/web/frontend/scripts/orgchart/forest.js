import { hierarchy, tree } from "d3-hierarchy";

const LOW = 38; // a box of a unit alone
const HIGH = 66; // one with a row of those who lead it
const WIDTH = 228;
const ACROSS = 292; // from one level to the next
const BETWEEN = 8; // from one sibling to the next
const OPEN_AT_FIRST = 60; // boxes

/** The units, which of them are open, and where the open ones stand. */
export class Forest {
  constructor(data) {
    this.root = hierarchy(data);
    const isStaffed = this.root.descendants().some(({ data: { people } }) => people);
    this.box = { width: WIDTH, height: isStaffed ? HIGH : LOW };
    this.root.each((node) => {
      node.every = node.children ?? null;
      node.below = node.descendants().length - 1;
    });
    this.closeAll();
    this.openFirst();
  }

  closeAll() {
    this.root.each((node) => (node.closed = true));
    const close = (node) => {
      node.every?.forEach(close);
      delete node.children;
    };
    close(this.root);
  }

  openAll(node = this.root) {
    if (node.every) node.children = node.every;
    node.every?.forEach((child) => this.openAll(child));
  }

  /** Open level by level while the chart still fits a look. */
  openFirst() {
    let level = [this.root];
    let boxes = 1;
    while (level.length) {
      const next = level.flatMap((node) => node.every ?? []);
      if (boxes > 1 && boxes + next.length > OPEN_AT_FIRST) break;
      level.forEach((node) => node.every && (node.children = node.every));
      boxes += next.length;
      level = next;
    }
    this.place();
  }

  toggle(node) {
    if (!node.every) return;
    if (node.children) delete node.children;
    else node.children = node.every;
    this.place();
  }

  /** Lay out the open part; rows by height let the window be cut out quickly. */
  place() {
    tree().nodeSize([this.box.height + BETWEEN, ACROSS]).separation((a, b) => (a.parent === b.parent ? 1 : 1.25))(this.root);
    this.nodes = this.root.descendants();
    const heights = this.nodes.map(({ x }) => x);
    this.top = Math.min(...heights);
    this.bottom = heights.reduce((most, x) => Math.max(most, x), -Infinity) + this.box.height;
    this.right = this.root.height * ACROSS + this.box.width;
  }

  /** The boxes that touch a rectangle, and the children whose lines cross it. */
  within({ left, top, right, bottom }) {
    const boxes = this.nodes.filter(
      ({ x, y }) => y < right && y + this.box.width > left && x < bottom && x + this.box.height > top,
    );
    const lines = this.nodes.filter(
      ({ x, y, parent }) =>
        parent && parent.y < right && y > left && Math.min(x, parent.x) < bottom && Math.max(x, parent.x) + this.box.height > top,
    );
    return { boxes, lines };
  }
}
