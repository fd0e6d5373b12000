import htmx from "htmx.org";

/** What happens around every swap: say the news aloud, and never put a whole error page into a small part. */
export function initSwaps() {
  document.addEventListener("htmx:afterSettle", announce);
  document.addEventListener("htmx:beforeRequest", forgetProblem);
  document.addEventListener("htmx:beforeSwap", keepWholePagesOut);
  document.addEventListener("htmx:sendError", () => showProblem());
  document.addEventListener("htmx:timeout", () => showProblem());
}

const problem = () => document.getElementById("problem");

/** Show another page of the program without loading the shell again. */
export function swapMain(url) {
  return htmx.ajax("GET", url, {
    target: "#main",
    select: "#main",
    selectOOB: "#modules,#language,#search-day",
    swap: "outerHTML show:window:top",
    push: "true",
  });
}

function announce() {
  const news = document.querySelector("[data-announce]")?.dataset.announce ?? "";
  const voice = document.getElementById("voice");
  if (voice && voice.textContent !== news) voice.textContent = news;
}

function keepWholePagesOut(event) {
  const { xhr, target } = event.detail;
  if (xhr.status < 400) return;
  const swapsWholePage = ["app", "main"].includes(target.id);
  const answersWithPage = xhr.responseText.includes("<html");
  const reason = answersWithPage ? reasonIn(xhr.responseText) : "";
  if (!answersWithPage) event.detail.shouldSwap = true;
  else if (reason) showProblem(reason);
  else if (swapsWholePage) location.assign(event.detail.pathInfo.finalRequestPath);
  else showProblem();
}

/** What was wrong with the request, as the error page says it; the reader can mend it where it was written. */
function reasonIn(page) {
  return new DOMParser().parseFromString(page, "text/html").querySelector("[data-reason]")?.textContent ?? "";
}

function showProblem(reason = problem().dataset.otherwise) {
  problem().firstElementChild.textContent = reason;
  problem().hidden = false;
  problem().scrollIntoView({ block: "nearest" });
}

function forgetProblem() {
  problem().hidden = true;
}
