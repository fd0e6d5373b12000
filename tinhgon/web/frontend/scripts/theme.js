// Runs before the first paint: chooses light or dark and tells the styles that scripts run.
import { applyTheme, chosenTheme } from "./themes.js";

document.documentElement.classList.add("scripted");
applyTheme(chosenTheme());
