const MARGIN = 24;
const LEAST = 0.15;
const MOST = 2.5;

/** The window on the chart: how far it is moved and how much it is enlarged. */
export class View {
  constructor(svg) {
    this.svg = svg;
    this.x = MARGIN;
    this.y = MARGIN;
    this.scale = 1;
  }

  get size() {
    return { width: this.svg.clientWidth, height: this.svg.clientHeight };
  }

  showStart(forest) {
    this.scale = 1;
    this.x = MARGIN;
    this.y = this.size.height / 2 - (forest.root.x + forest.box.height / 2);
  }

  fit(forest) {
    const { width, height } = this.size;
    const across = (width - 2 * MARGIN) / forest.right;
    const down = (height - 2 * MARGIN) / (forest.bottom - forest.top);
    this.scale = Math.min(1.25, Math.max(LEAST, Math.min(across, down)));
    this.x = MARGIN;
    this.y = height / 2 - ((forest.top + forest.bottom) / 2) * this.scale;
  }

  move(dx, dy) {
    this.x += dx;
    this.y += dy;
  }

  /** Enlarge so that the point under the hand stays where it is. */
  zoom(by, at = { x: this.size.width / 2, y: this.size.height / 2 }) {
    const scale = Math.min(MOST, Math.max(LEAST, this.scale * by));
    const ratio = scale / this.scale;
    this.x = at.x - (at.x - this.x) * ratio;
    this.y = at.y - (at.y - this.y) * ratio;
    this.scale = scale;
  }

  /** Move just enough for a box to be seen whole. */
  reveal(node, box) {
    const { width, height } = this.size;
    const [left, top] = [node.y * this.scale + this.x, node.x * this.scale + this.y];
    const [right, bottom] = [left + (box.width + 40) * this.scale, top + box.height * this.scale];
    if (left < MARGIN) this.x += MARGIN - left;
    else if (right > width - MARGIN) this.x -= right - width + MARGIN;
    if (top < MARGIN) this.y += MARGIN - top;
    else if (bottom > height - MARGIN) this.y -= bottom - height + MARGIN;
  }

  /** The visible rectangle in the chart's own measures. */
  get window() {
    const { width, height } = this.size;
    return {
      left: -this.x / this.scale,
      top: -this.y / this.scale,
      right: (width - this.x) / this.scale,
      bottom: (height - this.y) / this.scale,
    };
  }
}
