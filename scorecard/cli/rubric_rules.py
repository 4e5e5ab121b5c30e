"""A rubric's rules around the criteria, in words: who is bound, capped and awarded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scorecard.cli.rubric_measures import bracketed
from scorecard.comparison.improvement import improvement_title
from scorecard.robustness.words import what_is_drawn
from scorecard.rubric.awards import Award
from scorecard.rubric.basis import Basis
from scorecard.rubric.evidence import Definition, Quantity, QuotedCheck, SumCheck
from scorecard.rubric.nouns import Category, Rubric, SideRanking
from scorecard.wording import Text, joined, say


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in one sentence, and what it rests on."""

    words: Text
    basis: Basis | None = None


def season_rules(rubric: Rubric) -> Iterator[Rule]:
    """Give the days that count, and the unit that is judged."""
    days = (
        ("Periode penilaian", "Period", rubric.period.start, rubric.period.end),
        ("Batas penyerahan", "Deadline", rubric.deadline, None),
        ("Hari penilaian", "Day of judgement", rubric.as_of, None),
    )
    for indonesian, english, first, last in days:
        until = say(" sampai {day}", " to {day}", day=last)
        yield Rule(
            say(
                "{what}: {first}{until}",
                "{what}: {first}{until}",
                what=Text(indonesian, english),
                first=first,
                until=until if last else Text("", ""),
            )
        )
    if rubric.unit == "office":
        words = "Yang dinilai: setiap perangkat daerah", "Judged: each office"
        yield Rule(Text(*words))


def category_rules(rubric: Rubric) -> Iterator[Rule]:
    """Give each category's own weights and what does not apply to it."""
    plain = tuple(c.title.text for c in rubric.categories if not _is_tailored(c))
    if plain:
        same = Text("bobot seperti di atas", "weights as above")
        yield Rule(say("{names}: {same}", "{names}: {same}", names=plain, same=same))
    for category in rubric.categories:
        if _is_tailored(category):
            yield Rule(_tailoring(category, rubric), category.basis)


def gate_rules(rubric: Rubric) -> Iterator[Rule]:
    """Say below which points of what the band is capped, and at which band."""
    bands = {band.id: band.title.text for band in rubric.bands.ranges}
    for gate in rubric.gates:
        words = say(
            "{title}: bila poin “{of}” di bawah {below}, predikat paling tinggi {cap}",
            "{title}: while the points of “{of}” are below {below}, at most {cap}",
            title=gate.title.text,
            of=rubric.node(gate.of).title.text,
            below=gate.below,
            cap=bands[gate.cap],
        )
        yield Rule(words, gate.basis)


def order_rules(rubric: Rubric) -> Iterator[Rule]:
    """Give who is ranked with whom, the tie-breaks, the rankings beside the total."""
    for category in rubric.categories:
        if category.within is not None:
            words = (
                "{title}: diperingkat dan diberi penghargaan dalam pemerintahan induk "
                "masing-masing",
                "{title}: ranked and awarded within the government that each is of",
            )
            yield Rule(say(*words, title=category.title.text))
    for number, rule in enumerate(rubric.tie_break, start=1):
        words = ("Pemecah seri {n}: {title}", "Tie-break {n}: {title}")
        yield Rule(say(*words, n=number, title=rule.title.text))
    for ranking in rubric.rankings:
        yield Rule(_side_ranking(ranking, rubric), ranking.basis)


def _side_ranking(ranking: SideRanking, rubric: Rubric) -> Text:
    lower = ranking.prefer == "lower"
    wilson = say(
        ", pada batas Wilson {c} %",
        ", on the Wilson bound at {c} %",
        c=ranking.confidence,
    )
    least = say(
        ", paling sedikit {n} kasus", ", of at least {n} cases", n=ranking.least
    )
    return say(
        "{title}: menurut “{by}”{on}{least}, {first} didahulukan",
        "{title}: by “{by}”{on}{least}, the {first} first",
        title=ranking.title.text,
        by=rubric.node(ranking.by).title.text,
        on=wilson if ranking.on == "wilson" else "",
        least=least if ranking.least else "",
        first=Text("terendah", "lowest") if lower else Text("tertinggi", "highest"),
    )


def robustness_rules(rubric: Rubric) -> Iterator[Rule]:
    """Say what `scorecard robustness` draws, how often, between which percentiles."""
    stated = rubric.robustness
    if stated is None:
        return
    words = (
        "{n} simulasi, benih {seed}, rentang dari persentil {low} sampai {high}",
        "{n} draws, seed {seed}, ranges from percentile {low} to {high}",
    )
    ends = {"low": stated.lowest, "high": stated.highest}
    yield Rule(say(*words, n=stated.draws, seed=str(stated.seed), **ends), stated.basis)
    for each in what_is_drawn(stated):
        yield Rule(say("diacak: {what}", "drawn: {what}", what=each))


def award_rules(rubric: Rubric) -> Iterator[Rule]:
    """Say how many win each award, in what order, on which conditions."""
    for award in rubric.awards:
        words = say(
            "{title}: {places} peserta {scope}, menurut {by}. Syarat: {conditions}",
            "{title}: {places} winners {scope}, by {by}. Conditions: {conditions}",
            title=award.title.text,
            places=award.places,
            scope=_scope(award, rubric),
            by=_by(award, rubric),
            conditions=tuple(_conditions(award, rubric)) or Text("tidak ada", "none"),
        )
        yield Rule(words, award.basis)


def quantity_rules(rubric: Rubric) -> Iterator[Rule]:
    """Say which tickets each quantity counts, and which figure of the recap it is."""
    for quantity in rubric.quantities:
        sources = (*_counted(quantity, rubric), *_stated(quantity, rubric))
        yield Rule(
            say(
                "{title}: {sources}",
                "{title}: {sources}",
                title=quantity.title.text,
                sources=joined(sources, "; "),
            )
        )


def check_rules(rubric: Rubric) -> Iterator[Rule]:
    """Say how the figures of the recap are compared with each other."""
    for check in rubric.checks:
        match check:
            case SumCheck():
                yield Rule(
                    say(
                        "{total} harus sama dengan {parts}",
                        "{total} must equal {parts}",
                        total=_recap(check.total, rubric),
                        parts=_added(check.parts, rubric),
                    )
                )
            case QuotedCheck():
                yield Rule(_quoted(check, rubric))


def _is_tailored(category: Category) -> bool:
    return bool(category.weights or category.not_applicable)


def _tailoring(category: Category, rubric: Rubric) -> Text:
    weights = (
        say("{name} {n}", "{name} {n}", name=rubric.node(node).title.text, n=weight)
        for node, weight in category.weights.items()
    )
    absent = tuple(rubric.node(node).title.text for node in category.not_applicable)
    parts = [say("bobot {all}", "weights {all}", all=joined(tuple(weights), ", "))]
    if absent:
        parts.append(say("tidak berlaku: {all}", "not applicable: {all}", all=absent))
    words = joined(tuple(parts[0 if category.weights else 1 :]), "; ")
    title = category.title.text
    return say("{title}: {words}", "{title}: {words}", title=title, words=words)


def _scope(award: Award, rubric: Rubric) -> Text:
    titles = {each.id: each.title.text for each in rubric.categories}
    if award.across:
        way = Text("lintas kategori", "across the categories")
    else:
        way = Text("di setiap kategori", "in each category")
    if not award.categories:
        return way
    chosen = tuple(titles[each] for each in award.categories)
    return say("{way} ({chosen})", "{way} ({chosen})", way=way, chosen=chosen)


def _by(award: Award, rubric: Rubric) -> Text:
    if award.improvement is not None:
        return improvement_title(award.improvement, rubric)
    if award.by is None:
        return Text("nilai", "the total")
    title = rubric.node(award.by).title.text
    return Text(f"“{title.id}”", f"“{title.en}”")


def _conditions(award: Award, rubric: Rubric) -> Iterator[Text]:
    bands = {band.id: band.title.text for band in rubric.bands.ranges}
    if award.least_band:
        words = ("predikat paling rendah {band}", "band at least {band}")
        yield say(*words, band=bands[award.least_band])
    if award.least_tickets:
        yield _at_least(
            rubric.quantity(award.least_tickets.quantity).title.text,
            award.least_tickets.count,
        )
    for least in award.least_points:
        node = rubric.node(least.of).title.text
        name = say("poin “{node}”", "points of “{node}”", node=node)
        words = ("{name} paling sedikit {n}", "{name} at least {n}")
        yield say(*words, name=name, n=least.points)
    if award.least_value is not None:
        words = ("angkanya paling sedikit {n}", "its value at least {n}")
        yield say(*words, n=award.least_value)
    if award.no_gates:
        yield Text("tidak terkena pembatas predikat", "no gate caps the band")


def _at_least(name: Text, count: int) -> Text:
    words = ("{name} paling sedikit {n}", "{name} at least {n}")
    return say(*words, name=name, n=count)


def _counted(quantity: Quantity, rubric: Rubric) -> tuple[Text, ...]:
    """Name the statuses and classes that count in the ticket export."""
    if quantity.tickets is None or rubric.tickets is None:
        return ()
    every = (*rubric.tickets.statuses, *rubric.tickets.classifications)
    wanted = (*quantity.tickets.status, *quantity.tickets.classification)
    titles = tuple(each.title.text for each in every if each.id in wanted)
    if not titles:
        return (Text("semua laporan dalam ekspor", "all reports of the export"),)
    words = ("laporan berstatus {titles}", "reports that are {titles}")
    return (say(*words, titles=titles),)


def _stated(quantity: Quantity, rubric: Rubric) -> tuple[Text, ...]:
    if quantity.figure is None:
        return ()
    words = ("angka rekap “{title}”", "recap figure “{title}”")
    return (say(*words, title=_recap(quantity.figure, rubric)),)


def _quoted(check: QuotedCheck, rubric: Rubric) -> Text:
    ways = (_definition(check, each, rubric) for each in check.definitions)
    return say(
        "{figure} harus sama dengan salah satu dari: {ways}",
        "{figure} must equal one of: {ways}",
        figure=_recap(check.figure, rubric),
        ways=joined(tuple(ways), "; "),
    )


def _definition(check: QuotedCheck, way: Definition, rubric: Rubric) -> Text:
    over = (_added(way.over, rubric), *(_recap(each, rubric) for each in way.less))
    return say(
        "{of} ÷ {over}",
        "{of} ÷ {over}",
        of=bracketed(_added(check.of, rubric)),
        over=bracketed(joined(over, " − ")),
    )


def _added(figures: Iterable[str], rubric: Rubric) -> Text:
    return joined(tuple(_recap(each, rubric) for each in figures), " + ")


def _recap(figure: str, rubric: Rubric) -> Text:
    titles = (field.title.text for field in rubric.form.recap if field.id == figure)
    return next(titles, Text(figure, figure))
