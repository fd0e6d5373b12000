// Loaded on every page. Each module adds its own listeners to the document, so swapped parts need no set-up.
import "htmx.org";
import { initAsOf } from "./asof.js";
import { initConfirming } from "./confirming.js";
import { initForms } from "./forms.js";
import { initMenus } from "./menus.js";
import { loadParts } from "./parts.js";
import { initPick } from "./pick.js";
import { initSearch } from "./search.js";
import { initSwaps } from "./swaps.js";
import { initTree } from "./tree.js";

initMenus();
initSwaps();
initAsOf();
initTree();
initSearch();
initForms();
initPick();
initConfirming();
loadParts();
