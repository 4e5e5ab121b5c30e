"""Lint: rules that are written well and would still decide nothing, or nonsense."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.rubric import methods as verb
from scorecard.rubric.evidence import Quantity, SumCheck
from scorecard.rubric.lint.nodes import placed_indicators, placed_measures
from scorecard.rubric.nouns import Criterion, Rubric
from scorecard.rubric.rules import Mistake, Path, Rule, broken
from scorecard.wording import Text

WITHOUT_POINTS = Rule(
    "rubric-without-points",
    Text(
        "aspek '{node}' hanya informasi dan tidak mempunyai poin",
        "the criterion '{node}' is informative and has no points",
    ),
    Text(
        "Aspek yang berbobot, atau sebuah indikator.",
        "A criterion with weight, or an indicator.",
    ),
    Text("Sebut indikator di dalamnya.", "Name an indicator inside it."),
)
SAME_TIE_RULE = Rule(
    "rubric-same-tie-rule",
    Text(
        "aturan pemecah seri '{key}' ditulis dua kali",
        "the tie-break rule '{key}' is given twice",
    ),
    Text("Setiap aturan satu kali.", "Each rule once."),
    Text("Hapus salah satunya.", "Delete one of the two."),
)
LEVELS_OF_A_MEAN = Rule(
    "rubric-levels-of-a-mean",
    Text(
        "ukuran '{verb}' dapat bernilai di antara dua tingkat; skala 'levels' tidak "
        "membacanya",
        "the measure '{verb}' may lie between two levels; a 'levels' scale cannot read "
        "it",
    ),
    Text("'linear' atau 'bands'.", "'linear' or 'bands'."),
    Text("Ganti skalanya.", "Change the scale."),
)
SHARE_OF_MORE = Rule(
    "rubric-share-of-more",
    Text(
        "'{of}' menghitung laporan yang tidak dihitung penyebutnya, '{over}'",
        "'{of}' counts tickets that its denominator '{over}' does not",
    ),
    Text(
        "Pembilang yang merupakan bagian dari penyebut.",
        "A numerator that is part of the denominator.",
    ),
    Text(
        "Tukar atau perbaiki kedua jumlah itu.", "Swap or correct the two quantities."
    ),
)
SHARE_OF_ITSELF = Rule(
    "rubric-share-of-itself",
    Text(
        "pembilang dan penyebut sama: hasilnya selalu 100 persen",
        "numerator and denominator are the same: always 100 per cent",
    ),
    Text("Dua jumlah yang berbeda.", "Two different quantities."),
    Text("Periksa 'of' dan 'over'.", "Check 'of' and 'over'."),
)
CHANGE_OF_NOTHING = Rule(
    "rubric-change-of-nothing",
    Text(
        "'before' dan 'after' sama: perubahannya selalu 0",
        "'before' and 'after' are the same: the change is always 0",
    ),
    Text("Angka dari dua periode.", "Figures of two periods."),
    Text("Periksa 'before'.", "Check 'before'."),
)
TOTAL_AMONG_PARTS = Rule(
    "rubric-total-among-parts",
    Text(
        "jumlah '{total}' juga menjadi bagiannya",
        "the total '{total}' is also one of its parts",
    ),
    Text("Bagian-bagian tanpa jumlahnya.", "The parts without their total."),
    Text("Hapus '{total}' dari 'parts'.", "Delete '{total}' from 'parts'."),
)
PARTS_OVERLAP = Rule(
    "rubric-parts-overlap",
    Text(
        "status '{status}' dihitung dua kali, dalam '{first}' dan '{second}'",
        "the status '{status}' counts twice, in '{first}' and '{second}'",
    ),
    Text("Setiap status dalam satu bagian.", "Each status in one part."),
    Text("Perbaiki 'status' salah satunya.", "Correct the 'status' of one of them."),
)
SAME_BAND_TITLE = Rule(
    "rubric-same-band-title",
    Text(
        "dua predikat berjudul sama: '{title}'", "two bands have one title: '{title}'"
    ),
    Text("Judul yang berbeda.", "Different titles."),
    Text("Ganti salah satu judul.", "Change one of the titles."),
)
DAY_OUT_OF_ORDER = Rule(
    "rubric-day-out-of-order",
    Text("'{key}' ({day}) mendahului {other}", "'{key}' ({day}) comes before {other}"),
    Text("Hari pada atau sesudahnya.", "That day or a later one."),
    Text("Perbaiki tanggalnya.", "Correct the date."),
)
_SINGLE_VALUED = (verb.Answer, verb.Figure, verb.Count)


def check(rubric: Rubric) -> Iterator[Mistake]:
    """Find what would decide nothing, or always the same."""
    yield from _without_points(rubric)
    yield from _tie_rules(rubric)
    yield from _scales(rubric)
    yield from _measures(rubric)
    yield from _sums(rubric)
    yield from _titles(rubric)
    yield from _days(rubric)


def _without_points(rubric: Rubric) -> Iterator[Mistake]:
    silent = {
        node.id
        for node in rubric.nodes()
        if isinstance(node, Criterion) and node.informative
    }
    uses: list[tuple[Path, str | None]] = [
        (("gates", position, "of"), gate.of)
        for position, gate in enumerate(rubric.gates)
    ]
    uses += [
        (("tie_break", position, "of"), rule.of)
        for position, rule in enumerate(rubric.tie_break)
    ]
    for path, node in uses:
        if node in silent:
            yield broken(WITHOUT_POINTS, path, node=node)


def _tie_rules(rubric: Rubric) -> Iterator[Mistake]:
    seen: set[str] = set()
    for position, rule in enumerate(rubric.tie_break):
        key = rule.of or rule.quantity or ""
        if key in seen:
            yield broken(SAME_TIE_RULE, ("tie_break", position), key=key)
        seen.add(key)


def _scales(rubric: Rubric) -> Iterator[Mistake]:
    for path, indicator in placed_indicators(rubric):
        scale, measure = indicator.scale, indicator.measure
        if isinstance(scale, verb.Levels) and not isinstance(measure, _SINGLE_VALUED):
            yield broken(LEVELS_OF_A_MEAN, (*path, "scale"), verb=measure.verb)


def _measures(rubric: Rubric) -> Iterator[Mistake]:
    quantities = {each.id: each for each in rubric.quantities}
    for path, measure in placed_measures(rubric):
        if isinstance(measure, verb.Change) and measure.before == measure.after:
            yield broken(CHANGE_OF_NOTHING, path)
        if isinstance(measure, verb.Share):
            yield from _share(path, measure, quantities)


def _share(
    path: Path, share: verb.Share, quantities: dict[str, Quantity]
) -> Iterator[Mistake]:
    if set(share.of) == set(share.over) and not share.less:
        yield broken(SHARE_OF_ITSELF, path)
    over = [quantities.get(each) for each in share.over]
    counted = [_statuses(each) for each in over if each is not None]
    if not counted or any(each is None or not each for each in counted):
        return
    whole = frozenset[str]().union(*(each for each in counted if each))
    for key in share.of:
        inside = _statuses(quantities[key]) if key in quantities else None
        if inside is not None and (not inside or not inside <= whole):
            named = " + ".join(share.over)
            yield broken(SHARE_OF_MORE, (*path, "of"), of=key, over=named)


def _statuses(quantity: Quantity) -> frozenset[str] | None:
    """Give the statuses that a quantity counts, none for all; None if it cannot."""
    if quantity.tickets is None:
        return None
    return frozenset(quantity.tickets.status)


def _sums(rubric: Rubric) -> Iterator[Mistake]:
    by_figure = {each.figure: each for each in rubric.quantities if each.figure}
    for position, check_ in enumerate(rubric.checks):
        if not isinstance(check_, SumCheck):
            continue
        path: Path = ("checks", position, "parts")
        if check_.total in check_.parts:
            yield broken(TOTAL_AMONG_PARTS, path, total=check_.total)
        yield from _overlaps(path, check_, by_figure)


def _overlaps(
    path: Path, check_: SumCheck, by_figure: dict[str, Quantity]
) -> Iterator[Mistake]:
    firsts: dict[str, str] = {}
    for part in check_.parts:
        quantity = by_figure.get(part)
        for status in sorted(_statuses(quantity) or ()) if quantity else ():
            first = firsts.setdefault(status, part)
            if first != part:
                yield broken(
                    PARTS_OVERLAP, path, status=status, first=first, second=part
                )


def _titles(rubric: Rubric) -> Iterator[Mistake]:
    seen: set[str] = set()
    for position, band in enumerate(rubric.bands.ranges):
        title = band.title.id.strip().casefold()
        if title in seen:
            path: Path = ("bands", "ranges", position, "title")
            yield broken(SAME_BAND_TITLE, path, title=band.title.id)
        seen.add(title)


def _days(rubric: Rubric) -> Iterator[Mistake]:
    start = rubric.period.start
    days = (
        ("deadline", rubric.deadline, "period.start", start),
        ("as_of", rubric.as_of, "period.start", start),
        ("certificate.date", rubric.certificate.date, "as_of", rubric.as_of),
    )
    for key, day, name, earliest in days:
        if day < earliest:
            other = f"'{name}' ({earliest.isoformat()})"
            path: Path = tuple(key.split("."))
            yield broken(DAY_OUT_OF_ORDER, path, key=key, day=day, other=other)
