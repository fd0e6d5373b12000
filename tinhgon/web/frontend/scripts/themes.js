const KEY = "tinhgon-theme";
const systemPrefersDark = () => matchMedia("(prefers-color-scheme: dark)").matches;

/** The theme the reader chose, or else the one the system prefers. */
export function chosenTheme() {
  return readChoice() ?? (systemPrefersDark() ? "dark" : "light");
}

export function applyTheme(theme) {
  document.documentElement.dataset.bsTheme = theme;
}

/** Change the theme, remember it, and tell what draws its own colours. */
export function chooseTheme(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage is shut: the choice lasts for this page.
  }
  announce(theme);
}

/** Paper is white: what draws its own colours does so in the light theme while a page is printed. */
export function printInLight() {
  addEventListener("beforeprint", () => applyTheme("light"));
  addEventListener("afterprint", () => announce(chosenTheme()));
}

/** Follow the system while the reader has not chosen. */
export function followSystemTheme() {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (!readChoice()) announce(chosenTheme());
  });
}

function announce(theme) {
  applyTheme(theme);
  document.dispatchEvent(new CustomEvent("tinhgon:theme"));
}

function readChoice() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
