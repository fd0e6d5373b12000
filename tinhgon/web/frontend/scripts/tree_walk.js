// Steps through the visible nodes of a tree without asking the browser for its layout.
import { fold } from "./names.js";

const item = (node) => node?.firstElementChild ?? null;
const isShown = (node) => !node.hidden;
const isOpen = (treeitem) => treeitem.getAttribute("aria-expanded") === "true";
const shownChildren = (treeitem) => [...(treeitem.nextElementSibling?.children ?? [])].filter(isShown);

function sibling(node, step) {
  do node = node[step];
  while (node && node.hidden);
  return node;
}

export function parent(treeitem) {
  return item(treeitem.parentElement.parentElement.closest("li"));
}

export function next(treeitem) {
  const [child] = isOpen(treeitem) ? shownChildren(treeitem) : [];
  if (child) return item(child);
  for (let node = treeitem.parentElement; node; node = node.parentElement.closest("li")) {
    const after = sibling(node, "nextElementSibling");
    if (after) return item(after);
  }
  return null;
}

export function previous(treeitem) {
  const before = sibling(treeitem.parentElement, "previousElementSibling");
  return before ? lowest(item(before)) : parent(treeitem);
}

export function first(treeitem) {
  return item([...(treeitem?.closest("[role=tree]").children ?? [])].find(isShown));
}

export function last(treeitem) {
  const root = [...treeitem.closest("[role=tree]").children].findLast(isShown);
  return root ? lowest(item(root)) : null;
}

function lowest(treeitem) {
  const child = isOpen(treeitem) ? shownChildren(treeitem).at(-1) : null;
  return child ? lowest(item(child)) : treeitem;
}

/** The next visible node whose name, or its last words, begins with what was typed. */
export function find(treeitem, typed) {
  const starts = (candidate) => {
    const name = fold(candidate.querySelector(".name").textContent.trim());
    return name.startsWith(typed) || name.includes(` ${typed}`);
  };
  let candidate = typed.length > 1 ? treeitem : next(treeitem) ?? first(treeitem);
  const stop = candidate;
  do {
    if (starts(candidate)) return candidate;
    candidate = next(candidate) ?? first(candidate);
  } while (candidate !== stop);
  return null;
}
