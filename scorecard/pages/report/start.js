// What happens when: on opening, on a new address, on a click.

document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", open);

function open() {
  homeLanguage = document.documentElement.lang;
  state.lang = homeLanguage;
  words = JSON.parse(document.getElementById("words").textContent);
  prepareTables();
  document.addEventListener("click", clicked);
  document.addEventListener("input", changed);
  document.addEventListener("reset", () => setTimeout(filterTables));
  document.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", arrive);
  window.addEventListener("beforeprint", unfoldForPaper);
  arrive();
}

async function arrive() {
  readHash();
  showTheme();
  await showLanguage();
  keepHash();
  if (state.path.startsWith("/") && state.path.length > 1) await showPerson(state.path.slice(1));
  else showOverview();
}

function showTheme() {
  const root = document.documentElement;
  if (state.theme) root.dataset.theme = state.theme;
  else delete root.dataset.theme;
  document.querySelector("[data-do=theme]").setAttribute("aria-pressed", isDark());
}

const isDark = () =>
  state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;

const keptPages = {};
async function showLanguage() {
  const root = document.documentElement;
  if (root.lang === state.lang) return;
  const chosen = choices();
  keptPages[root.lang] = [...page().childNodes];
  const fresh = keptPages[state.lang] || parsed((await unpack("pages"))[state.lang]);
  page().replaceChildren(...fresh);
  root.lang = state.lang;
  if (!keptPages[state.lang]) prepareTables();
  restore(chosen);
  showTheme();
}

// The overview in the other language was filled in and escaped when the file was made.
function parsed(html) {
  const box = document.createElement("template");
  box.innerHTML = html;
  return [...box.content.childNodes];
}

function showOverview() {
  const came = !personBox().hidden;
  overview().hidden = false;
  personBox().hidden = true;
  personBox().replaceChildren();
  document.title = document.getElementById("title").textContent;
  const target = state.path.length > 1 && document.getElementById(state.path);
  if (target) target.scrollIntoView();
  else if (came) window.scrollTo(0, 0);
}

function clicked(event) {
  const link = event.target.closest("a[href^='#']");
  if (link) {
    event.preventDefault();
    const path = link.getAttribute("href").slice(1);
    const wanted = hashOf(path === "/" ? "" : path);
    if (path === "main") document.getElementById("main").focus();
    else if (location.hash === wanted || wanted === "#") goTo(path === "/" ? "" : path, wanted);
    else location.hash = wanted;
    return;
  }
  const button = event.target.closest("[data-do]");
  if (button) act(button);
}

function goTo(path, wanted) {
  history.pushState(null, "", wanted === "#" ? location.pathname : wanted);
  state.path = path;
  showOverview();
  if (!path) window.scrollTo(0, 0);
}

async function act(button) {
  switch (button.dataset.do) {
    case "sort":
      sortBy(button.closest("th"));
      break;
    case "fold":
      turnFold(button.closest(".standings"));
      break;
    case "theme":
      state.theme = isDark() ? "light" : "dark";
      showTheme();
      keepHash();
      break;
    case "language":
      state.lang = button.dataset.to;
      await showLanguage();
      keepHash();
      if (state.path.startsWith("/") && state.path.length > 1) await showPerson(state.path.slice(1));
      document.querySelector(`[data-do=language][data-to=${state.lang}]`).focus();
      break;
    case "print":
      window.print();
  }
}

// What is folded on the screen would be lost on paper.
function unfoldForPaper() {
  const folded = document.querySelectorAll("main details:not([open])");
  for (const each of folded) each.open = true;
  const fold = () => folded.forEach((each) => (each.open = false));
  window.addEventListener("afterprint", fold, { once: true });
}

function changed(event) {
  if (event.target.closest(".filters")) filterTables();
  if (event.target.name === "tiles") showTiles(event.target.value);
}
