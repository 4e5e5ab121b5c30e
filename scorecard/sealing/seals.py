"""The seal of a season: its root, and each participant's and certificate's part in it.

What is printed on a certificate follows from the season alone. The page itself is not
part of the record, so that it can carry the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.model import AwardResult, Season
from scorecard.sealing.canonical import Json, canonical
from scorecard.sealing.merkle import inclusion_path, leaf_digest, levels, root
from scorecard.sealing.proofs import attachment
from scorecard.sealing.qr_text import QrText, qr_text
from scorecard.sealing.records import records
from scorecard.sealing.serials import Won, serial_of


@dataclass(frozen=True, slots=True)
class CertificateSeal:
    """What a certificate shows of the seal; digests in hexadecimal.

    `digest` is that of the participant's record, `qr` the text of its QR code.
    """

    serial: str
    digest: str
    root: str
    qr: str


@dataclass(frozen=True, slots=True)
class Seal:
    """A season's tree over its participants' records.

    `index` is each participant's leaf, `rows` the tree from the leaves' digests to the
    root, `root` the same in hexadecimal.
    """

    rubric_sha256: str
    root: str
    index: Mapping[str, int]
    records: tuple[Json, ...]
    rows: tuple[tuple[bytes, ...], ...]

    def attachment(self, code: str) -> bytes:
        """Give a participant's record with its proof; KeyError for no such code."""
        index = self.index[code]
        place = (index, len(self.records))
        path = inclusion_path(self.rows, index)
        return attachment(self.records[index], place, path, bytes.fromhex(self.root))

    def leaf(self, code: str) -> str:
        """Give the digest of a participant's record; KeyError for no such code."""
        return self.rows[0][self.index[code]].hex()

    def certificate(self, award: AwardResult) -> CertificateSeal:
        """Give what the certificate of an award shows."""
        leaf = self.leaf(award.participant)
        won = Won(award.participant, award.award, award.category)
        serial = serial_of(self.rubric_sha256, won, leaf)
        score = published_score(self.records[self.index[award.participant]])
        line = qr_text(
            QrText(serial, award.participant, award.award, score, leaf, self.root)
        )
        return CertificateSeal(serial, leaf, self.root, line)


def seal(season: Season) -> Seal:
    """Seal a season; the same season gives the same seal."""
    made = records(season)
    leaves = tuple(leaf_digest(canonical(each)) for each in made)
    codes = (scorecard.participant.code for scorecard in season.scorecards)
    return Seal(
        season.rubric.sha256,
        root(leaves).hex(),
        {code: index for index, code in enumerate(codes)},
        made,
        levels(leaves),
    )


def published_score(record: Json) -> str:
    """Give the published total of a record; empty where it has none, or none yet."""
    total = record["total"]
    if total is None or total["low"] != total["high"]:
        return ""
    return str(total["published_low"])
