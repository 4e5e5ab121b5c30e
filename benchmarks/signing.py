"""What one signature costs, beside the signing library used in its plain way.

Run: python -m benchmarks.signing [files]. Both sign the same certificate, in turns,
with the same RSA key of 2048 bits. Processor time, the fastest of all rounds. The plain
way parses the private key again for each signature and signs once more to measure how
much room a signature takes; ours does neither, and draws a stamp besides.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf

from scorecard.rubric.load import load_rubric
from scorecard.signing.batch import Turn, stamp_of
from scorecard.signing.keys import open_key
from scorecard.signing.sign import sign, signing
from scorecard.signing.trial_keys import trial_key
from scorecard.signing.waiting import Field, Waiting
from tests.pdfs import pdf_of

SECRET = "trial"
MOMENT = datetime(2026, 4, 30, 14, tzinfo=timezone(timedelta(hours=7)))
LIMIT_SECONDS = 0.025


def main(files: int) -> int:
    """Time both ways and print the table; fail when ours is above the limit."""
    packed = trial_key("Benchmark", SECRET, MOMENT)
    content = certificate()
    plain_signer = SimpleSigner.load_pkcs12_data(packed, (), SECRET.encode())
    how = signing(open_key(packed, SECRET, MOMENT), MOMENT)
    waits = Waiting("c.pdf", "7Q2C-0ZK4-M9XA-D3TF", "1", "21", "N", "A", (field(),))
    stamp = stamp_of(Turn(waits, content, content), how, load_rubric(None).rubric)

    def ours() -> bytes:
        return sign(content, how, "signature-1", stamp)

    def plain() -> bytes:
        meta = PdfSignatureMetadata(
            field_name="signature-1", subfilter=SigSeedSubFilter.PADES
        )
        writer = IncrementalPdfFileWriter(io.BytesIO(content))
        return bytes(sign_pdf(writer, meta, plain_signer).getbuffer())

    ours(), plain()
    times = [(seconds(ours), seconds(plain)) for _ in range(files)]
    mine, other = (min(each) for each in zip(*times, strict=True))
    added = len(ours()) - len(content)
    print(f"{'ours, with stamp':24}{mine * 1000:7.1f} ms  +{added / 1000:.1f} kB")
    print(f"{'the library, plain':24}{other * 1000:7.1f} ms  ratio {other / mine:.1f}")
    return 0 if mine < LIMIT_SECONDS else 1


def certificate() -> bytes:
    """Give a small PDF with an empty field, as large as on a certificate."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf_of(("PIAGAM PENGHARGAAN",))))
    append_signature_field(
        writer, SigFieldSpec("signature-1", box=(100, 100, 287, 142))
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def field() -> Field:
    """Name the one field."""
    return Field("signature-1", "Deputi")


def seconds(work: Callable[[], bytes]) -> float:
    """Give the processor time of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
