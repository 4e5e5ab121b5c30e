// Where the reader is: #/CODE or #section, with language and display behind a "?".
// Nothing is stored anywhere else, so that an address shows the same to everybody.

const page = () => document.getElementById("page");
const overview = () => document.getElementById("overview");
const personBox = () => document.getElementById("person");

const state = { path: "", lang: "", theme: "" };
let words = {};
let homeLanguage = "";

function readHash() {
  const [path, query] = legible(location.hash.slice(1)).split("?");
  const asked = new URLSearchParams(query || "");
  const given = (name, allowed) =>
    allowed.includes(asked.get(name)) ? asked.get(name) : state[name];
  state.path = path;
  state.lang = given("lang", ["id", "en"]) || homeLanguage;
  state.theme = given("theme", ["light", "dark"]);
}

function legible(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hashOf(path) {
  const query = new URLSearchParams();
  if (state.lang !== homeLanguage) query.set("lang", state.lang);
  if (state.theme) query.set("theme", state.theme);
  const asked = query.toString();
  return "#" + path + (asked ? "?" + asked : "");
}

function keepHash() {
  const wanted = hashOf(state.path);
  if ((location.hash || "#") !== wanted)
    history.replaceState(null, "", wanted === "#" ? location.pathname : wanted);
}

const say = (key, figures = {}) =>
  words[state.lang][key].replace(/\{(\w+)\}/g, (_, name) => figures[name]);

// A canonical decimal such as 1234.50 in the reader's notation.
function number(text) {
  if (text === null || text === undefined) return "–";
  const [whole, decimals] = String(text).split(".");
  const [thousands, point] = state.lang === "id" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands).replace("-", "−");
  return decimals ? grouped + point + decimals : grouped;
}

const tidy = (text) =>
  number(String(text).includes(".") ? String(text).replace(/\.?0+$/, "") : text);

const range = (ends) =>
  !ends ? "–" : ends[0] === ends[1] ? number(ends[0]) : `${number(ends[0])} – ${number(ends[1])}`;

// What stands packed in the file is opened once, when it is first needed.
const opened = {};
function unpack(id) {
  opened[id] = opened[id] || inflate(document.getElementById(id).textContent.trim());
  return opened[id];
}

async function inflate(text) {
  if (!("DecompressionStream" in window)) throw new Error("too old");
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

// Elements are built, never parsed: whatever a file's author wrote stays text.
function make(tag, attributes, ...children) {
  const svg = ["svg", "rect", "line", "use", "circle"].includes(tag);
  const node = svg
    ? document.createElementNS("http://www.w3.org/2000/svg", tag)
    : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {}))
    if (value !== null && value !== undefined && value !== false)
      node.setAttribute(name, value === true ? "" : value);
  node.append(...children.flat(9).filter((each) => each !== null && each !== undefined && each !== ""));
  return node;
}
