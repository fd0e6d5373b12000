// The tree of units: keyboard as in the ARIA navigation tree, branches fetched when first opened.
import { fold } from "./names.js";
import { swapMain } from "./swaps.js";
import * as walk from "./tree_walk.js";

const PAUSE = 700; // ms after which typed letters start a new word
const REOPENED = 40; // branches opened again after a change of day
let typed = "";
let typedAt = 0;
let keptOpen = null;

export function initTree() {
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
  document.addEventListener("input", onFilter);
  document.addEventListener("mouseover", showCutName);
  document.addEventListener("htmx:beforeSwap", rememberOpen);
  document.addEventListener("htmx:afterSettle", restore);
  document.addEventListener("htmx:pushedIntoHistory", markCurrent);
  prepare();
}

const theTree = () => document.querySelector("[role=tree]");

/** One stop for the Tab key in the whole tree; the arrows do the rest. */
function prepare() {
  const tree = theTree();
  if (!tree) return;
  const stop = tree.querySelector("[aria-current]") ?? tree.querySelector("[role=treeitem]");
  for (const item of tree.querySelectorAll("[role=treeitem]")) item.tabIndex = item === stop ? 0 : -1;
  stop?.scrollIntoView({ block: "nearest" });
}

function focusItem(item) {
  if (!item) return;
  for (const stop of theTree().querySelectorAll("[tabindex='0']")) stop.tabIndex = -1;
  item.tabIndex = 0;
  item.focus();
  item.scrollIntoView({ block: "nearest" });
}

function onClick(event) {
  const item = event.target.closest?.("[role=treeitem]");
  if (!item || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const twist = event.target.closest(".twist");
  if (twist && item.hasAttribute("aria-expanded")) {
    event.preventDefault();
    toggle(item);
  } else if (!theTree().querySelector(".mark")) {
    // A tree that is marked by a comparison belongs to its page alone: there the link is simply followed.
    event.preventDefault();
    focusItem(item);
    document.body.classList.remove("menu-open");
    swapMain(item.href);
  }
}

function showCutName({ target }) {
  if (target.matches?.(".tree .name") && target.scrollWidth > target.clientWidth) target.title = target.textContent;
}

/** Open or close a branch; the first opening fetches it. */
export async function toggle(item) {
  if (item.getAttribute("aria-expanded") === "true") return item.setAttribute("aria-expanded", "false");
  const group = item.nextElementSibling;
  if (!group.firstElementChild && item.dataset.branch) await fetchBranch(item, group);
  if (group.firstElementChild) item.setAttribute("aria-expanded", "true");
}

async function fetchBranch(item, group) {
  if (item.getAttribute("aria-busy") === "true") return;
  item.setAttribute("aria-busy", "true");
  const problem = document.getElementById("tree-problem");
  try {
    const answer = await fetch(item.dataset.branch, { headers: { "HX-Request": "true" }, redirect: "error" });
    if (!answer.ok) throw new Error(String(answer.status));
    group.innerHTML = await answer.text();
    for (const child of group.querySelectorAll("[role=treeitem]")) child.tabIndex = -1;
    problem.hidden = true;
  } catch {
    problem.hidden = false;
  } finally {
    item.removeAttribute("aria-busy");
  }
}

const KEYS = {
  ArrowDown: (item) => walk.next(item),
  ArrowUp: (item) => walk.previous(item),
  Home: (item) => walk.first(item),
  End: (item) => walk.last(item),
  ArrowRight(item) {
    const open = item.getAttribute("aria-expanded");
    if (open === "true") return walk.next(item);
    if (open === "false") toggle(item);
    return null;
  },
  ArrowLeft(item) {
    if (item.getAttribute("aria-expanded") !== "true") return walk.parent(item);
    toggle(item);
    return null;
  },
};

function onKey(event) {
  const item = event.target.closest?.("[role=treeitem]");
  if (!item) {
    if (event.key === "ArrowDown" && event.target.matches("[data-tree-filter]")) {
      event.preventDefault();
      focusItem(walk.first(theTree()?.querySelector("[role=treeitem]")));
    }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === " ") item.click();
  else if (KEYS[event.key]) focusItem(KEYS[event.key](item));
  else if (event.key.length === 1) focusItem(walk.find(item, typedWord(event)));
  else return;
  event.preventDefault();
}

function typedWord(event) {
  typed = event.timeStamp - typedAt > PAUSE ? event.key : typed + event.key;
  typedAt = event.timeStamp;
  return fold(typed);
}

/** Keep the loaded nodes that match, with the branches that lead to them. */
function onFilter(event) {
  if (!event.target.matches("[data-tree-filter]")) return;
  const wanted = fold(event.target.value.trim());
  for (const root of theTree().children) filterNode(root, wanted);
}

function filterNode(node, wanted) {
  const [item, group] = node.children;
  let shown = !wanted || fold(nameAndCode(item)).includes(wanted);
  let below = false;
  for (const child of group?.children ?? []) below = filterNode(child, wanted) || below;
  if (wanted && below) item.setAttribute("aria-expanded", "true");
  shown = shown || below;
  node.hidden = !shown;
  return shown;
}

const nameAndCode = (item) => `${item.querySelector(".name").textContent} ${item.dataset.code}`;

/** The tree of another day keeps the branches and the place the reader had. */
function rememberOpen(event) {
  const tree = theTree();
  if (event.detail.target.id !== "app" || !tree) return;
  const open = [...tree.querySelectorAll("[aria-expanded='true']")].slice(0, REOPENED);
  keptOpen = { ids: new Set(open.map((item) => item.dataset.unit)), top: tree.scrollTop };
}

async function restore(event) {
  if (event.detail.target.id !== "app" && event.detail.elt.id !== "app") return;
  const tree = theTree();
  const kept = keptOpen;
  keptOpen = null;
  prepare();
  if (!tree || !kept) return;
  await reopen(tree, kept.ids);
  tree.scrollTop = kept.top;
}

async function reopen(part, ids) {
  const closed = [...part.querySelectorAll("[aria-expanded='false']")].filter((item) => ids.delete(item.dataset.unit));
  await Promise.all(
    closed.map(async (item) => {
      await toggle(item);
      await reopen(item.nextElementSibling, ids);
    }),
  );
}

/** After a page of another unit came in, the tree points at it. */
function markCurrent() {
  const tree = theTree();
  if (!tree) return;
  const here = [...tree.querySelectorAll("[role=treeitem]")].find((item) => item.pathname === location.pathname);
  if (!here) return;
  tree.querySelector("[aria-current]")?.removeAttribute("aria-current");
  here.setAttribute("aria-current", "page");
}
