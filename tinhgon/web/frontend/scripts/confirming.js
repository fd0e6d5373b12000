/** The confirming page: a finding and its place in the text point at each other; keys answer findings. */
export function initConfirming() {
  document.addEventListener("click", onClick);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("keydown", onKey);
  document.addEventListener("selectionchange", onSelection);
  document.addEventListener("htmx:afterSettle", keepPlace);
}

const page = () => document.querySelector("[data-confirm]");
const inText = (code) => page().querySelectorAll(`#source [data-in~="${CSS.escape(code)}"]`);
const inFindings = (code) => page().querySelector(`#findings [data-finding="${CSS.escape(code)}"]`);
const editing = (target) => target.closest("input, textarea, select");

function onClick(event) {
  if (!page()) return;
  const tab = event.target.closest("[data-show]");
  if (tab) return show(tab.dataset.show);
  const goto = event.target.closest("[data-goto]");
  if (goto) return goToLetter(Number(goto.dataset.goto));
  const place = event.target.closest("#source [data-in]");
  if (place && getSelection().isCollapsed) goToFinding(place);
  const card = event.target.closest("#findings .found");
  if (card && !event.target.closest("button, a, input, select, textarea, label")) goToText(card.dataset.finding);
}

function onFocus(event) {
  if (!page()) return;
  const finding = event.target.closest("#findings [data-finding]");
  if (finding) mark(finding.dataset.finding);
}

/** The shortest finding around a place comes first; a place without a card of its own leads to what is around. */
function goToFinding(place) {
  const code = place.dataset.in.split(" ").reverse().find(inFindings);
  if (!code) return;
  show("findings");
  const finding = inFindings(code);
  mark(code);
  finding.scrollIntoView({ block: "center" });
  (finding.matches(".found") ? finding : finding.querySelector("input, textarea, select"))?.focus({ preventScroll: true });
}

function goToText(code) {
  const first = inText(code)[0];
  if (!first) return;
  show("source");
  mark(code);
  scrollInText(first);
}

function goToLetter(letter) {
  show("source");
  const paragraphs = [...page().querySelectorAll("#source [data-start]")];
  const there = paragraphs.filter((one) => Number(one.dataset.start) <= letter).pop();
  if (there) scrollInText(there);
}

const scrollInText = (part) => part.scrollIntoView({ block: "center" });

function mark(code) {
  for (const one of page().querySelectorAll(".pointed")) one.classList.remove("pointed");
  for (const one of inText(code)) one.classList.add("pointed");
  inFindings(code)?.classList.add("pointed");
  const first = inText(code)[0];
  if (first && page().querySelector("#source").checkVisibility()) scrollWithin(page().querySelector("#source"), first);
}

/** Scroll the text alone: the page itself must not jump while somebody walks through the cards. */
function scrollWithin(box, part) {
  const { top, bottom } = part.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  if (top < frame.top || bottom > frame.bottom) box.scrollTop += top - frame.top - frame.height / 3;
}

function show(part) {
  page().dataset.shown = part;
  for (const tab of document.querySelectorAll("[data-show]"))
    tab.setAttribute("aria-selected", String(tab.dataset.show === part));
}

function onKey(event) {
  const card = page() && event.target.closest?.("#findings .found");
  if (!card || editing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") step(card, event.key === "ArrowDown" ? 1 : -1);
  else if (event.key === "Enter" && event.target === card) goToText(card.dataset.finding);
  else if (!press(card, event.key)) return;
  event.preventDefault();
}

function step(card, by) {
  const cards = [...page().querySelectorAll("#findings .found")];
  cards[cards.indexOf(card) + by]?.focus();
}

function press(card, key) {
  const button = /^[a-z]$/i.test(key) && card.querySelector(`[data-key="${key.toLowerCase()}"]`);
  if (button) button.click();
  return Boolean(button);
}

/** After an answer the card is a new one: the next that is open takes the focus, so that keys go on. */
function keepPlace(event) {
  if (!page()) return;
  const card = event.detail.elt.closest?.(".found");
  if (!card || card.id !== event.detail.requestConfig?.target?.id) return;
  const next = card.nextElementSibling;
  if (card.matches(".mending")) card.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  else (card.dataset.state && next?.matches(".found") ? next : card).focus();
}

/** What is selected in the text is offered as a task. */
function onSelection() {
  const form = page() && document.getElementById("adding");
  const selection = getSelection();
  if (!form || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const [start, end] = [letterOf(range.startContainer, range.startOffset), letterOf(range.endContainer, range.endOffset)];
  if (start === null || end === null) return;
  form.elements.start.value = start;
  form.elements.end.value = end;
  form.elements.matter.value = selection.toString().replace(/\s+/g, " ").trim();
}

function letterOf(node, offset) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest?.("#source [data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + [...before.toString()].length;
}
