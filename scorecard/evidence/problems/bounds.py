"""The words of Problems with submissions whose reading had to be given up."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_SAVE_ANEW: Pair = (
    "Buka setiap buku kerja dalam kiriman ini di program lembar kerja, salin isinya ke "
    "buku kerja baru, simpan sebagai .xlsx, lalu kirim kembali. Bila tetap terjadi, "
    "laporkan kepada pengelola program ini.",
    "Open each workbook of this submission in a spreadsheet program, copy its contents "
    "to a new workbook, save it as .xlsx and send it again. If it happens again, "
    "report it to those who maintain this program.",
)

BOUNDS: Mapping[str, ProblemWords] = {
    "reading-crashed": ProblemWords(
        "error",
        (
            "Pembacaan kiriman ini berhenti mendadak ({seen}); kiriman ini tidak "
            "dinilai. Kiriman lain tidak terpengaruh.",
            "Reading this submission crashed ({seen}); it was not judged. The others "
            "are not affected.",
        ),
        (
            "berkas yang dapat dibaca sampai selesai",
            "files that can be read to the end",
        ),
        _SAVE_ANEW,
    ),
    "reading-timed-out": ProblemWords(
        "error",
        (
            "Pembacaan kiriman ini melampaui batas waktu ({cpu_seconds} detik prosesor "
            "atau {seconds} detik seluruhnya) dan dihentikan; kiriman ini tidak "
            "dinilai. Kiriman lain tidak terpengaruh.",
            "Reading this submission exceeded the time limit ({cpu_seconds} seconds of "
            "processor time or {seconds} seconds in all) and was stopped; it was not "
            "judged. The others are not affected.",
        ),
        (
            "kiriman yang terbaca dalam batas waktu",
            "a submission that can be read within the time limit",
        ),
        _SAVE_ANEW,
    ),
    "reading-out-of-memory": ProblemWords(
        "error",
        (
            "Pembacaan kiriman ini memerlukan lebih dari {memory} MiB memori dan "
            "dihentikan; kiriman ini tidak dinilai. Kiriman lain tidak terpengaruh.",
            "Reading this submission took more than {memory} MiB of memory and was "
            "stopped; it was not judged. The others are not affected.",
        ),
        (
            "kiriman yang terbaca dengan paling banyak {memory} MiB memori",
            "a submission that can be read with at most {memory} MiB of memory",
        ),
        _SAVE_ANEW,
    ),
}
