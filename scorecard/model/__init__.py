"""The run's nouns: what was submitted, what was found, what was scored and won.

All are frozen values. `Season` is the whole result of a run and is what results.json
holds: everything that is exported can be made again from it. `Submission` is what was
read, and ends with the run.
"""

from __future__ import annotations

from scorecard.model.follows import (
    AwardResult,
    PossibleRepair,
    Ranking,
    RepairPlace,
    RubricUsed,
    Season,
    Signal,
    Standing,
)
from scorecard.model.found import (
    BandReached,
    Checked,
    Cited,
    CriterionScore,
    Finding,
    GateHit,
    QuantityValue,
    Score,
    Scorecard,
)
from scorecard.model.robustness import (
    AwardChance,
    Boundary,
    Driver,
    LeftOut,
    RankRange,
    Robustness,
)
from scorecard.model.sent import (
    AttachedFile,
    Evidence,
    FileSignature,
    InputFile,
    Mark,
    OfficeLoad,
    Participant,
    SelfScore,
    Series,
    SeriesItem,
    StatusCount,
    Submission,
    TextCheck,
)
from scorecard.model.values import (
    ActiveContent,
    Exact,
    FileKind,
    Given,
    Hold,
    NodeKind,
    Outcome,
    RepairKind,
    State,
)

__all__ = [
    "ActiveContent",
    "AttachedFile",
    "AwardChance",
    "AwardResult",
    "BandReached",
    "Boundary",
    "Checked",
    "Cited",
    "CriterionScore",
    "Driver",
    "Evidence",
    "Exact",
    "FileKind",
    "FileSignature",
    "Finding",
    "GateHit",
    "Given",
    "Hold",
    "InputFile",
    "LeftOut",
    "Mark",
    "NodeKind",
    "OfficeLoad",
    "Outcome",
    "Participant",
    "PossibleRepair",
    "QuantityValue",
    "RankRange",
    "Ranking",
    "RepairKind",
    "RepairPlace",
    "Robustness",
    "RubricUsed",
    "Score",
    "Scorecard",
    "Season",
    "SelfScore",
    "Series",
    "SeriesItem",
    "Signal",
    "Standing",
    "State",
    "StatusCount",
    "Submission",
    "TextCheck",
]
