import { chooseTheme, followSystemTheme, printInLight } from "./themes.js";

/** Buttons of the shell: theme, phone menu, print; drop-down menus close when left. */
export function initMenus() {
  followSystemTheme();
  printInLight();
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onKey);
}

function onClick(event) {
  const button = event.target.closest("[data-act]");
  if (button) ACTS[button.dataset.act]?.(button);
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
}

const ACTS = {
  theme() {
    chooseTheme(document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark");
  },
  burger(button) {
    button.setAttribute("aria-expanded", document.body.classList.toggle("menu-open"));
  },
  closeSearch(button) {
    button.closest("dialog").close();
  },
  print() {
    window.print();
  },
};

function onKey(event) {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
}

const openMenus = () => document.querySelectorAll("details.menu[open]");
