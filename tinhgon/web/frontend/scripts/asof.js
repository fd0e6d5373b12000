const DAY = 86_400_000;

/** The slider writes the day into the date box while it moves, and asks for the page when it is let go. */
export function initAsOf() {
  document.addEventListener("input", (event) => {
    if (event.target.matches("[data-asof-slider]")) showDay(event.target);
  });
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    if (!detail.parameters.known) delete detail.parameters.known;
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-asof-slider], [data-asof-known]")) event.target.form.requestSubmit();
  });
}

function showDay(slider) {
  const day = new Date(Date.parse(slider.dataset.first) + Number(slider.value) * DAY);
  const written = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC" }).format(day);
  slider.form.elements.on.value = written;
  slider.setAttribute("aria-valuetext", written);
}
