"""How long a simulation of a national ranking takes, beside a plain loop.

Run: python -m benchmarks.robustness [draws] [participants] [loop draws]. Forty
indicators in eight criteria, every share with its numerator and denominator; the loop
is the same arithmetic in plain Python, one participant and one indicator at a time.
Times are of the processor; the ratio is of draws a second.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Mapping
from datetime import date

from scorecard.finding import find
from scorecard.model import RubricUsed, Scorecard, Season
from scorecard.ranking import rankings
from scorecard.robustness.cohort import cohort_of
from scorecard.robustness.races import courses
from scorecard.robustness.simulation import Simulation, drivers, simulate
from scorecard.rubric.nouns import Rubric
from scorecard.rubric.robustness import Robustness
from scorecard.scoring import score
from scorecard.wording import Text
from tests.small import criterion, indicator, rubric, submission

CRITERIA, EACH = 8, 5
LEAST_RATIO = 50
STATED = {
    "seed": "2025",
    "lowest": "5",
    "highest": "95",
    "variance_draws": "1000",
    "weights": "25",
    "posts": "10",
    "aggregates": ["weighted_mean", "geometric_mean"],
    "sampling": "true",
    "basis": "assumption",
}


def main(draws: int, participants: int, loop_draws: int) -> int:
    """Time both ways, print draws a second and their ratio."""
    rules = forty_indicators(draws)
    season = season_of(rules, participants)
    start = time.process_time()
    cohort = cohort_of(season, rules)
    assert rules.robustness is not None
    simulation = Simulation(cohort, courses(season, cohort), rules.robustness)
    built = time.process_time() - start
    start, wall = time.process_time(), time.perf_counter()
    simulate(simulation)
    took, wall = time.process_time() - start, time.perf_counter() - wall
    start = time.process_time()
    drivers(simulation)
    shares = time.process_time() - start
    start = time.process_time()
    plain_loop(season, rules, loop_draws)
    loop = time.process_time() - start
    print(f"{participants} participants, {CRITERIA * EACH} indicators")
    print(f"season into arrays {built:8.2f} s")
    print(f"{draws:6} draws      {took:8.2f} s ({wall:.2f} s by the clock)")
    print(f"what drives it     {shares:8.2f} s")
    print(f"{loop_draws:6} in a loop  {loop:8.2f} s")
    ratio = loop / loop_draws / (took / draws)
    print(f"ratio of draws a second {ratio:8.0f} (at least {LEAST_RATIO})")
    return 0 if ratio >= LEAST_RATIO else 1


def forty_indicators(draws: int) -> Rubric:
    """Make a rubric of shares with uneven weights."""
    criteria = [
        criterion(
            f"k{c}",
            str(5 + c),
            indicators=[indicator(f"i{c}-{i}", str(10 + 3 * i)) for i in range(EACH)],
        )
        for c in range(CRITERIA)
    ]
    made = rubric(*criteria)
    stated = Robustness.model_validate(STATED | {"draws": str(draws)})
    return made.model_copy(update={"robustness": stated})


def season_of(rules: Rubric, participants: int) -> Season:
    """Score participants whose shares are drawn by a fixed seed."""
    chance = random.Random(2025)
    cards = tuple(_card(rules, f"{n:04}", chance) for n in range(participants))
    used = RubricUsed(rules.id, rules.edition, Text("", ""), "", "")
    return Season(
        format="scorecard-results/1",
        tool="",
        as_of=date(2026, 3, 31),
        rubric=used,
        scorecards=cards,
        rankings=rankings(cards, rules),
        awards=(),
        problems=(),
        inputs=(),
    )


def _card(rules: Rubric, code: str, chance: random.Random) -> Scorecard:
    """Score one participant; each indicator has a share of its own."""
    found = {}
    skill = chance.random()
    for each in rules.indicators():
        over = chance.randint(10, 1500)
        of = sum(chance.random() < skill for _ in range(min(over, 40)))
        of = over * of // min(over, 40)
        sent = submission(code, masuk=over, selesai=of)
        found[each.id] = find(each, sent, rules)
    return score(submission(code), found, rules)


def plain_loop(season: Season, rubric: Rubric, draws: int) -> list[list[int]]:
    """Draw the same uncertainties one participant and one indicator at a time."""
    chance = random.Random(1)
    return [_one_draw(season, rubric, chance) for _ in range(draws)]


def _one_draw(season: Season, rubric: Rubric, chance: random.Random) -> list[int]:
    factors = {node.id: chance.uniform(0.75, 1.25) for node in rubric.nodes()}
    posts = {
        each.id: (chance.uniform(-10, 10), 100 + chance.uniform(-10, 10))
        for each in rubric.indicators()
    }
    is_geometric = chance.random() < 0.5
    totals = [
        _total(card, rubric, (factors, posts, is_geometric), chance)
        for card in season.scorecards
    ]
    ordered = sorted(totals, reverse=True)
    return [ordered.index(total) + 1 for total in totals]


def _total(
    card: Scorecard,
    rubric: Rubric,
    drawn: tuple[Mapping[str, float], Mapping[str, tuple[float, float]], bool],
    chance: random.Random,
) -> float:
    factors, posts, is_geometric = drawn
    parts = []
    findings = {each.indicator: each for each in card.findings}
    for heading in rubric.criteria:
        added = whole = 0.0
        for each in heading.indicators:
            finding = findings[each.id]
            of, over = int(finding.numerator or 0), int(finding.denominator or 0)
            share = 100 * chance.betavariate(of + 0.5, over - of + 0.5)
            worst, best = posts[each.id]
            weight = float(each.weight) * factors[each.id]
            added += weight * min(max(100 * (share - worst) / (best - worst), 0), 100)
            whole += weight
        parts.append((float(heading.weight) * factors[heading.id], added / whole))
    whole = sum(weight for weight, _ in parts)
    if not is_geometric:
        return round(sum(weight * each for weight, each in parts) / whole, 2)
    product = 1.0
    for weight, each in parts:
        product *= max(each, 0.0) ** (weight / whole)
    return round(product, 2)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [10_000, 600, 30][len(given) :])))
