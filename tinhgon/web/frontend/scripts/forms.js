/** After a form came back with faults, the summary of them takes the focus. */
export function initForms() {
  focusSummary(document);
  document.addEventListener("htmx:afterSettle", (event) => focusSummary(event.detail.elt));
}

function focusSummary(part) {
  part.querySelector?.("[data-error-summary]")?.focus();
}
