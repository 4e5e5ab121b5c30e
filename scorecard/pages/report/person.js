// One participant's page, built when it is asked for.

let strings = [];
const told = (at) => (at === null || at === undefined ? "" : strings[at]);

async function showPerson(code) {
  const box = personBox();
  let person = null;
  try {
    const found = await unpack("people");
    strings = found.strings[state.lang];
    person = Object.hasOwn(found.people, code) ? found.people[code] : null;
  } catch {
    box.replaceChildren(backLink(), make("p", { class: "note" }, say("too_old")));
  }
  if (person) box.replaceChildren(...personParts(code, person));
  else if (!box.childNodes.length || box.dataset.code !== code)
    box.replaceChildren(backLink(), make("h1", { tabindex: "-1" }, say("unknown", { code })));
  box.dataset.code = code;
  overview().hidden = true;
  box.hidden = false;
  document.title = person ? `${person.name} · ${number(person.total?.[0])}` : code;
  window.scrollTo(0, 0);
  box.querySelector("h1")?.focus({ preventScroll: true });
}

const personParts = (code, person) =>
  [
    backLink(),
    headPart(code, person),
    mendPart(person),
    neighbourPart(person),
    criteriaPart(person),
    awardsPart(person),
    evidencePart(person),
    figuresPart(person),
    problemsPart(person),
    signalsPart(person),
    officesPart(person),
  ].filter(Boolean);

const backLink = () => make("p", { class: "back" }, make("a", { href: "#ranking" }, "← " + say("back")));

function section(id, title, ...children) {
  const heading = make("h2", { id: "p-" + id }, title);
  return make("section", { "aria-labelledby": "p-" + id, class: "p-" + id }, heading, ...children);
}

function headPart(code, person) {
  const about = [told(person.category), person.parent].filter(Boolean).join(" · ");
  return make(
    "header",
    { class: "person-head" },
    make("p", { class: "eyebrow" }, `${about} · ${code}`),
    make("h1", { tabindex: "-1" }, person.name),
    person.notice !== null ? make("p", { class: "note" }, told(person.notice)) : null,
    person.total ? summary(person) : null,
    make("ul", { class: "notes" }, [...(person.remarks || []), ...person.gates].map((at) => make("li", {}, told(at)))),
    make(
      "ul",
      { class: "files", "aria-label": say("files") },
      person.files.map(([kind, path]) => make("li", {}, make("a", { href: path }, say(kind))))
    )
  );
}

function summary(person) {
  const place = person.place
    ? say("place_of", { place: number(person.place), ranked: number(person.ranked) })
    : say("unranked");
  const likely = person.range && `${say("likely")}: ${[...new Set(person.range)].map(number).join("–")}`;
  const card = (title, value, beside) =>
    make("div", {}, make("dt", {}, title), make("dd", { class: "value" }, value), beside ? make("dd", { class: "beside" }, beside) : null);
  return make(
    "dl",
    { class: "figures" },
    card(say("total"), range(person.total), "/ " + number(person.most)),
    card(say("band"), bandShown(person.band), ""),
    card(place, place && person.place ? number(person.place) : "–", likely),
    card(say("coverage"), tidy(person.coverage) + " %", "")
  );
}

function bandShown(band) {
  if (!band) return "–";
  const [low, high, title] = band;
  return make("span", { class: "band" }, [...new Set([low, high])].map(bandIcon), make("span", {}, told(title)));
}

const bandIcon = (id) =>
  make("svg", { class: "steps", width: 18, height: 12, "aria-hidden": "true" }, make("use", { href: "#band-" + id }));

function mendPart(person) {
  if (!person.repairs.length)
    return person.total ? section("mend", say("mend"), make("p", {}, say("nothing_to_mend"))) : null;
  return section(
    "mend",
    say("mend"),
    make("p", { class: "about" }, say("mend_about")),
    make("ol", { class: "repairs" }, person.repairs.map(repairItem))
  );
}

function repairItem(repair) {
  const after = repair.total && say("becomes", { total: range(repair.total), band: told(repair.band) || "–" });
  const place = repair.place && say("becomes_place", { place: number(repair.place) });
  return make(
    "li",
    {},
    make("b", { class: "gain" }, "+" + number(repair.gain)),
    make(
      "div",
      {},
      make("p", { class: "what" }, told(repair.title)),
      make("p", { class: "where" }, told(repair.where)),
      make("p", { class: "after" }, [after, place].filter(Boolean).join(" · ")),
      told(repair.caveat) ? make("p", { class: "caveat" }, told(repair.caveat)) : null
    )
  );
}

function neighbourPart(person) {
  if (!person.place) return null;
  return section(
    "near",
    say("neighbours"),
    make(
      "div",
      { class: "near" },
      neighbour(person.above, "next_above", "behind", "first", -1),
      neighbour(person.below, "next_below", "ahead", "last", 1)
    )
  );
}

// Differences are told from this participant's side: above 0 it does better.
function neighbour(gap, title, relation, none, side) {
  if (!gap) return make("div", {}, make("h3", {}, say(title)), make("p", {}, say(none)));
  const points = gap.whole.replace("-", "");
  const level = Number(gap.whole) === 0;
  const most = Math.max(...gap.parts.map(([, value]) => Math.abs(Number(value))), 0.01);
  return make(
    "div",
    {},
    make("h3", {}, say(title), ": ", make("a", { href: "#/" + gap.code }, gap.name)),
    make("p", {}, make("b", {}, level ? say("level") : say(relation, { points: number(points) }))),
    gap.parts.length
      ? make(
          "table",
          { class: "gap" },
          make("caption", {}, say(gap.adds ? "gap_to" : "in_points")),
          make("tbody", {}, gap.parts.map(([name, value]) => gapRow(told(name), side * Number(value), most, value)))
        )
      : null
  );
}

function gapRow(name, signed, most, text) {
  const width = (50 * Math.abs(signed)) / most;
  const shown = (signed > 0 ? "+" : "−") + number(text.replace("-", ""));
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, name),
    make(
      "td",
      { class: "drawn" },
      make(
        "svg",
        { class: "draw", width: "100%", height: 14, "aria-hidden": "true" },
        make("line", { x1: "50%", x2: "50%", y1: 0, y2: 14, class: "axis" }),
        make("rect", { x: (signed > 0 ? 50 : 50 - width) + "%", y: 3, width: width + "%", height: 8, class: signed > 0 ? "better" : "worse" })
      )
    ),
    make("td", { class: "n" }, shown)
  );
}

const headRow = (...titles) =>
  make("thead", {}, make("tr", {}, titles.map(([title, look]) => make("th", { scope: "col", class: look || null }, title))));

function criteriaPart(person) {
  if (!person.criteria.length) return null;
  const rows = person.criteria.map((each) =>
    make(
      "tr",
      { class: "depth-" + each.depth },
      make("th", { scope: "row" }, told(each.title), pointsBar(each)),
      make("td", { class: "n" }, range(each.points)),
      make("td", { class: "n" }, tidy(each.share) + " %"),
      make("td", { class: "n" }, range(each.part)),
      make("td", { class: "n more" }, number(each.median))
    )
  );
  return section(
    "why",
    say("why"),
    make("p", { class: "about" }, told(person.how)),
    make(
      "table",
      { class: "rows criteria" },
      headRow([say("criterion")], [say("points"), "n"], [say("share"), "n"], [say("contribution"), "n"], [say("median"), "n more"]),
      make("tbody", {}, rows),
      make(
        "tfoot",
        {},
        make("tr", {}, make("th", { scope: "row" }, say("total")), make("td", {}), make("td", {}), make("td", { class: "n" }, range(person.total)), make("td", { class: "more" }))
      )
    ),
    make("ul", { class: "steps-list" }, person.summary.map(stepItem))
  );
}

function pointsBar(each) {
  if (!each.points) return null;
  const [low, high] = each.points.map(Number);
  const median = Number(each.median);
  return make(
    "svg",
    { class: "draw", width: "100%", height: 8, "aria-hidden": "true" },
    make("rect", { class: "track", x: 0, y: 1, width: "100%", height: 6 }),
    make("rect", { class: "measure", x: 0, y: 1, width: low + "%", height: 6 }),
    high > low ? make("rect", { class: "open", x: low + "%", y: 1, width: high - low + "%", height: 6 }) : null,
    each.median === null ? null : make("line", { class: "median", x1: median + "%", x2: median + "%", y1: 0, y2: 8 })
  );
}

function stepItem([kind, at, place, steps]) {
  const line = [told(at), place === null ? null : make("code", { class: "cell" }, told(place))];
  return make("li", { class: "k-" + kind }, line, steps.length ? make("ul", {}, steps.map(stepItem)) : null);
}

function awardsPart(person) {
  const items = person.awards.map((each) =>
    make(
      "li",
      { class: "honour " + each.status },
      make("span", { class: "mark", "aria-hidden": "true" }),
      make("b", {}, `${told(each.title)}: ${say("award_" + each.status)}`),
      each.chance ? make("span", { class: "sure" }, ` ${number(each.chance)} %`) : null,
      make("p", {}, told(each.reason))
    )
  );
  return section("awards", say("awards"), items.length ? make("ul", { class: "honours" }, items) : make("p", {}, say("no_awards")));
}

function evidencePart(person) {
  if (!person.groups.length) return null;
  return section(
    "evidence",
    say("evidence"),
    person.groups.map((group) => make("div", { class: "group" }, make("h3", {}, told(group.title)), group.items.map(indicator)))
  );
}

function indicator(each) {
  const share = Number(each.share) ? `× ${tidy(each.share)} % = ${range(each.part)}` : "";
  return make(
    "article",
    { class: "indicator state-" + each.state },
    make("h4", {}, told(each.title)),
    make("p", { class: "result" }, make("span", { class: "state" }, say(each.state)), " ", make("b", {}, range(each.points)), " ", make("span", { class: "aside" }, share)),
    make("p", {}, told(each.reason)),
    each.remedy !== null ? make("p", { class: "remedy" }, make("b", {}, say("remedy") + ": "), told(each.remedy)) : null,
    each.steps.length
      ? make("details", {}, make("summary", {}, say("derivation")), make("ul", { class: "steps-list" }, each.steps.map(stepItem)))
      : null
  );
}

function figuresPart(person) {
  const known = person.quantities.filter(([, value]) => value !== null);
  if (!known.length) return null;
  return section(
    "figures",
    say("quantities"),
    make(
      "div",
      { class: "two" },
      make(
        "table",
        { class: "rows" },
        headRow([say("quantity")], [say("figure"), "n"], [say("source")]),
        make("tbody", {}, known.map(([title, value, place]) => make("tr", {}, make("th", { scope: "row" }, told(title)), make("td", { class: "n" }, number(value)), make("td", { class: "cell" }, told(place)))))
      ),
      person.informative.length
        ? make(
            "table",
            { class: "rows" },
            make("caption", {}, say("informative")),
            make("tbody", {}, person.informative.map((each) => make("tr", {}, make("th", { scope: "row" }, told(each.title), make("span", { class: "definition" }, told(each.definition))), make("td", { class: "n" }, told(each.value)))))
          )
        : null
    )
  );
}

function problemsPart(person) {
  const items = person.problems.map((each) =>
    make(
      "li",
      { class: "problem " + each.severity },
      make("p", {}, make("span", { class: "state" }, say(each.severity)), " ", told(each.message)),
      make("p", { class: "cell" }, told(each.place)),
      each.seen ? make("p", {}, say("written") + ": ", make("code", {}, each.seen)) : null,
      told(each.expected) ? make("p", {}, say("expected") + ": " + told(each.expected)) : null,
      make("p", {}, make("b", {}, say("repair") + ": "), told(each.repair))
    )
  );
  return section("problems", say("problems"), items.length ? make("ul", { class: "problems" }, items) : make("p", {}, say("no_problems")));
}

function signalsPart(person) {
  if (!person.signals.length) return null;
  const items = person.signals.map((each) =>
    make("li", {}, make("b", {}, told(each.title) + ". "), told(each.figures), " ", make("span", { class: "aside" }, told(each.threshold)), " ", make("code", { class: "cell" }, told(each.place)))
  );
  return section("signals", say("signals"), make("p", { class: "about" }, say("signals_about")), make("ul", { class: "plain" }, items));
}

function officesPart(person) {
  if (!person.offices.length) return null;
  const rows = person.offices.map(([office, received, statuses]) =>
    make("tr", {}, make("th", { scope: "row" }, office), make("td", { class: "n" }, number(received)), make("td", {}, statuses.map(([title, count]) => `${told(title)} ${number(count)}`).join(", ")))
  );
  return section("offices", say("offices"), make("table", { class: "rows" }, headRow([say("office")], [say("received"), "n"], [say("state")]), make("tbody", {}, rows)));
}
