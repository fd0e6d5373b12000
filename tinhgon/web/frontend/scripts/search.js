/** Ctrl-K opens the search; the arrows walk through what it found. */
export function initSearch() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-open-search]") && open()) event.preventDefault();
    if (event.target === dialog()) dialog().close();
  });
  document.addEventListener("keydown", onKey);
}

const dialog = () => document.getElementById("search");

function open() {
  if (!dialog()) return false;
  if (!dialog().open) dialog().showModal();
  dialog().querySelector("[type=search]").select();
  return true;
}

function onKey(event) {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
    if (open()) event.preventDefault();
  } else if (dialog()?.open && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : -1);
  }
}

function step(by) {
  const stops = [dialog().querySelector("[type=search]"), ...dialog().querySelectorAll(".results a")];
  const here = stops.indexOf(document.activeElement);
  stops[(here + by + stops.length) % stops.length].focus();
}
