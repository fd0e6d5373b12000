// The moves drawn so far, and the server's answer to them.
export class Sketch {
  constructor(root, { recolour, boxes }) {
    Object.assign(this, { root, recolour, boxes, moves: [], asked: 0, leaving: false });
    this.form = root.querySelector("[data-lab-form]");
    for (const button of this.form.querySelectorAll("[data-lab-act]")) button.hidden = false;
  }

  listen({ move }) {
    this.button("move").addEventListener("click", move);
    this.button("undo").addEventListener("click", () => this.draw(this.moves.slice(0, -1)));
    this.form.addEventListener("submit", (event) => this.send(event));
    addEventListener("beforeunload", (event) => {
      if (this.moves.length && !this.leaving && this.root.isConnected) event.preventDefault();
    });
  }

  button(act) {
    return this.form.querySelector(`[data-lab-act=${act}]`);
  }

  move(unit, to) {
    return this.draw([...this.moves, [unit, to]]);
  }

  /** Ask what some moves come to, and show it; an answer that came too late is left out. */
  async draw(moves) {
    const mine = ++this.asked;
    const body = new FormData();
    body.set("moves", JSON.stringify(moves));
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(this.root.dataset.figures, { method: "POST", body });
      if (!answer.ok) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine === this.asked) this.show(moves, page);
    } catch {
      const problem = document.getElementById("problem");
      problem.firstElementChild.textContent = problem.dataset.otherwise;
      problem.hidden = false;
    }
  }

  show(moves, page) {
    this.moves = moves;
    const { shapes, targets } = JSON.parse(page.getElementById("lab-state").textContent);
    document.getElementById("lab-totals").replaceWith(page.getElementById("lab-totals"));
    document.getElementById("lab-sketch-told").replaceChildren(page.querySelector("[data-lab-told]"));
    this.button("undo").disabled = !moves.length;
    this.offer(targets);
    this.recolour(shapes);
  }

  offer(targets) {
    const { to } = this.boxes;
    to.replaceChildren(to.options[0], ...targets.map(([name, id]) => new Option(name, id)));
    to.value = "";
  }

  send(event) {
    if (!this.moves.length) return event.preventDefault();
    this.form.elements.moves.value = JSON.stringify(this.moves);
    this.boxes.unit.disabled = true; // with scripts the moves say all
    this.leaving = true;
  }
}
