/** A box with a list of what matches: arrows walk, Enter or a click chooses, Escape closes. */
const WAIT = 150;
let timer = 0;
let asked = 0;

export function initPick() {
  document.addEventListener("input", (event) => withBox(event, onType));
  document.addEventListener("keydown", (event) => withBox(event, onKey));
  document.addEventListener("focusout", (event) => withBox(event, close));
  // A press must not take the focus from the box, or the list would close before the click arrives.
  document.addEventListener("mousedown", onPress);
}

function withBox(event, act) {
  const box = event.target.closest?.("[data-pick]");
  if (box && event.target.matches("[role=combobox]")) act(box, event);
}

const input = (box) => box.querySelector("[role=combobox]");
const list = (box) => box.querySelector("[role=listbox]");
const options = (box) => [...box.querySelectorAll("[role=option]")];

function onType(box) {
  box.querySelector("[type=hidden]").value = "";
  clearTimeout(timer);
  timer = setTimeout(() => ask(box), WAIT);
}

async function ask(box) {
  const mine = ++asked;
  const q = input(box).value.trim();
  if (!q) return close(box);
  const day = box.closest("form").elements.effective_on?.value ?? "";
  const answer = await fetch(`${box.dataset.pick}?${new URLSearchParams({ q, day })}`);
  if (mine !== asked || !answer.ok) return;
  list(box).innerHTML = await answer.text();
  options(box).forEach((option, place) => (option.id = `${list(box).id}-${place}`));
  open(box);
}

function open(box) {
  list(box).hidden = false;
  input(box).setAttribute("aria-expanded", "true");
}

function close(box) {
  asked++;
  list(box).hidden = true;
  input(box).setAttribute("aria-expanded", "false");
  input(box).removeAttribute("aria-activedescendant");
}

function onKey(box, event) {
  const chosen = box.querySelector("[aria-selected=true]");
  if (list(box).hidden) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") step(box, chosen, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && chosen) choose(box, chosen);
  else if (event.key === "Escape") close(box);
  else return;
  event.preventDefault();
}

function step(box, chosen, by) {
  const all = options(box);
  if (!all.length) return;
  const next = all[chosen ? (all.indexOf(chosen) + by + all.length) % all.length : by > 0 ? 0 : all.length - 1];
  chosen?.removeAttribute("aria-selected");
  next.setAttribute("aria-selected", "true");
  next.scrollIntoView({ block: "nearest" });
  input(box).setAttribute("aria-activedescendant", next.id);
}

function onPress(event) {
  const option = event.target.closest?.("[data-pick] [role=option]");
  if (!option) return;
  event.preventDefault();
  choose(option.closest("[data-pick]"), option);
}

function choose(box, option) {
  const { chosen, label } = option.dataset;
  input(box).value = label;
  box.querySelector("[type=hidden]").value = `${chosen} ${label}`;
  close(box);
}
