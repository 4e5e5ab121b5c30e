// The rankings: sorted by any column, narrowed down by filters and search.

function prepareTables() {
  for (const head of document.querySelectorAll(".standings thead th")) {
    const button = make("button", { type: "button", "data-do": "sort" }, head.textContent);
    head.replaceChildren(button);
  }
  for (const table of document.querySelectorAll(".standings")) {
    for (const row of table.querySelectorAll("tbody tr")) row.at = row.sectionRowIndex;
    table.append(make("button", { type: "button", class: "fold", "data-do": "fold" }));
  }
  filterTables();
}

// A whole country's table begins with its first rows; on paper all of them stand.
const FIRST = 25;
const LONG = 40;

function foldTable(table) {
  const rows = [...table.querySelectorAll("tbody tr")].filter((row) => !row.hidden);
  const isLong = rows.length > LONG;
  const isWhole = "whole" in table.dataset;
  rows.forEach((row, at) => row.classList.toggle("folded", isLong && !isWhole && at >= FIRST));
  const button = table.querySelector(".fold");
  button.hidden = !isLong;
  button.setAttribute("aria-expanded", isWhole);
  button.textContent = isWhole
    ? say("show_first", { n: number(FIRST) })
    : say("show_all", { n: number(rows.length) });
}

function turnFold(table) {
  if ("whole" in table.dataset) delete table.dataset.whole;
  else table.dataset.whole = "";
  foldTable(table);
}

function sortBy(head) {
  const table = head.closest("table");
  const column = head.cellIndex;
  const was = head.getAttribute("aria-sort");
  // Points read best from the top down, places and names from the first on.
  const first = head.dataset.kind === "number" && column > 0 ? "descending" : "ascending";
  const turned = was === "ascending" ? "descending" : "ascending";
  const order = was ? turned : first;
  for (const each of head.parentNode.cells) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  const rows = [...table.tBodies[0].rows];
  rows.sort(comparing(column, head.dataset.kind, order === "ascending" ? 1 : -1));
  table.tBodies[0].append(...rows);
  foldTable(table.closest(".standings"));
}

function comparing(column, kind, sign) {
  const key = (row) => {
    const cell = row.cells[column];
    return kind === "number" ? cell.dataset.v : cell.textContent.trim();
  };
  const compare =
    kind === "number"
      ? (one, other) => Number(one) - Number(other)
      : (one, other) => one.localeCompare(other, state.lang);
  return (one, other) => {
    const [a, b] = [key(one), key(other)];
    // Who has no figure stands last, whichever way round.
    if (a === "" || b === "") return a === b ? one.at - other.at : a === "" ? 1 : -1;
    return sign * compare(a, b) || one.at - other.at;
  };
}

const folded = (text) =>
  text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

function filterTables() {
  const form = document.querySelector(".filters");
  const wanted = Object.fromEntries(new FormData(form));
  const find = folded(wanted.find || "").split(/\s+/).filter(Boolean);
  let shown = 0;
  let all = 0;
  for (const table of document.querySelectorAll(".standings")) {
    const here = !wanted.category || table.dataset.category === wanted.category;
    let visible = 0;
    for (const row of table.querySelectorAll("tbody tr")) {
      const fits =
        here &&
        ["band", "province", "outcome"].every(
          (name) => !wanted[name] || row.dataset[name] === wanted[name]
        ) &&
        find.every((word) => folded(row.dataset.find).includes(word));
      row.hidden = !fits;
      visible += fits;
      all += 1;
    }
    table.hidden = !visible;
    foldTable(table);
    shown += visible;
  }
  form.querySelector("output").textContent = say("showing", { n: number(shown), all: number(all) });
  document.querySelector(".empty").hidden = shown > 0;
}

// The choices of the reader outlive a change of language.
function choices() {
  const form = document.querySelector(".filters");
  return {
    filters: [...new FormData(form)],
    tiles: document.querySelector("[name=tiles]:checked")?.value,
    sorted: [...document.querySelectorAll(".standings [aria-sort]")].map((head) => [
      head.closest(".standings").id,
      head.cellIndex,
      head.getAttribute("aria-sort"),
    ]),
  };
}

function restore(chosen) {
  const form = document.querySelector(".filters");
  for (const [name, value] of chosen.filters)
    if (form.elements[name]) form.elements[name].value = value;
  for (const [id, column, order] of chosen.sorted) {
    const head = document.querySelector(`#${id} thead tr`)?.cells[column];
    if (!head) continue;
    for (let turn = 0; turn < 2 && head.getAttribute("aria-sort") !== order; turn += 1) sortBy(head);
  }
  showTiles(chosen.tiles || "own");
  filterTables();
}

function showTiles(kind) {
  for (const choice of document.querySelectorAll("[name=tiles]")) choice.checked = choice.value === kind;
  for (const list of document.querySelectorAll(".tiles"))
    list.hidden = !list.classList.contains("tiles-" + kind);
}
