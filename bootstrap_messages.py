"""What bootstrap.py says, in Indonesian and in English.

Python 3.6 and later must be able to read this file too.
"""

import os

MESSAGES = {
    "usage": (
        "Pemakaian:\n"
        "  python3 bootstrap.py evaluate inputs/   menilai contoh satu musim\n"
        "  python3 bootstrap.py doctor             memeriksa komputer ini\n"
        "  python3 bootstrap.py test               menjalankan pengujian\n"
        "  python3 bootstrap.py --help             semua perintah\n"
        "Pemakaian pertama memasang semua yang diperlukan melalui internet.",
        "Usage:\n"
        "  python3 bootstrap.py evaluate inputs/   assess the sample season\n"
        "  python3 bootstrap.py doctor             examine this computer\n"
        "  python3 bootstrap.py test               run the tests\n"
        "  python3 bootstrap.py --help             all commands\n"
        "The first use installs all that is needed over the internet.",
    ),
    "old_python": (
        "Python {found} terlalu lama: diperlukan Python {oldest} atau lebih baru.\n"
        "Pasang lebih dahulu, lalu: python{oldest} bootstrap.py ...",
        "Python {found} is too old: Python {oldest} or later is needed.\n"
        "Install it first, then: python{oldest} bootstrap.py ...",
    ),
    "newer_python": (
        "Python {found} terlalu lama; dilanjutkan dengan {newer}.",
        "Python {found} is too old; going on with {newer}.",
    ),
    "waiting": (
        "Pemasangan lain sedang berjalan di folder ini; menunggu ...",
        "Another set-up is at work in this folder; waiting ...",
    ),
    "venv": (
        "[1/4] Membuat lingkungan Python di {path} ...",
        "[1/4] Making a Python environment in {path} ...",
    ),
    "packages": (
        "[2/4] Mengunduh dan memasang paket yang terkunci, masing-masing diperiksa "
        "hash-nya (sekitar satu menit) ...",
        "[2/4] Downloading and installing the locked packages, each checked by its "
        "hash (about a minute) ...",
    ),
    "tool": ("[3/4] Memasang scorecard ...", "[3/4] Installing scorecard ..."),
    "pdf": (
        "[4/4] Mencoba membuat PDF ...",
        "[4/4] Trying to make a PDF ...",
    ),
    "apt": ("      Menjalankan: {command}", "      Running: {command}"),
    "no_pdf": (
        "      PDF belum dapat dibuat: {reason}\n"
        "      Selain PDF semuanya tetap dibuat. Untuk memperbaikinya:\n"
        "        {command}",
        "      PDFs cannot be made yet: {reason}\n"
        "      Everything but the PDFs is made. To repair it:\n        {command}",
    ),
    "ready": ("Siap dalam {seconds:.0f} detik.", "Ready in {seconds:.0f} seconds."),
    "no_pip": (
        "Python ini tidak membawa pip (modul ensurepip tidak ada). Pasang dahulu:\n"
        "  Debian, Ubuntu   sudo apt-get install {venv}\n"
        "  Fedora, RHEL     sudo dnf install python3-pip\n"
        "  Alpine           sudo apk add python3 py3-pip\n"
        "  macOS            brew install python",
        "This Python comes without pip (there is no module ensurepip). Install:\n"
        "  Debian, Ubuntu   sudo apt-get install {venv}\n"
        "  Fedora, RHEL     sudo dnf install python3-pip\n"
        "  Alpine           sudo apk add python3 py3-pip\n"
        "  macOS            brew install python",
    ),
    "no_network": (
        "Paket tidak dapat diunduh: tidak ada sambungan ke peladen paket.\n"
        "Periksa sambungan internet; bila kantor memakai proksi, atur HTTPS_PROXY.\n"
        "Tanpa internet: di komputer lain jalankan\n"
        "  python3 -m pip download --require-hashes -r requirements.lock -d wheels\n"
        "salin folder wheels ke sini, lalu\n"
        "  PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels python3 bootstrap.py ...",
        "The packages could not be downloaded: no connection to the package server.\n"
        "Check the connection; behind an office's proxy, set HTTPS_PROXY.\n"
        "Without any connection: on another computer run\n"
        "  python3 -m pip download --require-hashes -r requirements.lock -d wheels\n"
        "copy the folder wheels to here, then\n"
        "  PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels python3 bootstrap.py ...",
    ),
    "blocked": (
        "Sambungan ke peladen paket ditolak di tengah jalan (proksi atau sertifikat).\n"
        "Tanyakan kepada pengelola jaringan: HTTPS_PROXY, dan sertifikat kantor bagi "
        "pip (PIP_CERT).",
        "The connection to the package server was refused on its way (proxy or "
        "certificate).\nAsk the network's keeper for HTTPS_PROXY, and for pip the "
        "office's certificate (PIP_CERT).",
    ),
    "no_space": (
        "Ruang penyimpanan habis: diperlukan sekitar 500 MB di {path} dan di folder "
        "sementara (TMPDIR).",
        "The disk is full: about 500 MB are needed in {path} and in the temporary "
        "folder (TMPDIR).",
    ),
    "bad_hash": (
        "Paket yang diunduh tidak sama dengan yang terkunci di requirements.lock, "
        "maka ditolak.\nUlangi; bila berulang, periksa proksi atau cermin paket Anda.",
        "A downloaded package is not the one that requirements.lock names, so it was "
        "refused.\nTry again; if it happens again, examine your proxy or mirror.",
    ),
    "failed": (
        "Pemasangan gagal pada langkah di atas; kata-kata terakhirnya tertulis.",
        "The set-up failed at the step above; its last words are shown.",
    ),
    "stopped": ("Pemasangan terhenti. {error}", "The set-up stopped. {error}"),
    "undone": (
        "Tidak ada yang tertinggal setengah terpasang; perintah yang sama dapat "
        "diulangi.",
        "Nothing is left half installed; the same command can be given again.",
    ),
    "interrupted": ("Dihentikan.", "Stopped."),
}

# What pip and venv say, in the order in which a cause hides another.
CAUSES = (
    ("no_space", ("No space left on device", "Disk quota exceeded")),
    ("bad_hash", ("DO NOT MATCH THE HASHES",)),
    ("blocked", ("ProxyError", "SSLError", "CERTIFICATE_VERIFY_FAILED")),
    (
        "no_network",
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeout",
            "ReadTimeout",
            "Network is unreachable",
            "Temporary failure in name resolution",
        ),
    ),
)


def text(message: str, **details: object) -> str:
    """Return a message in the user's language."""
    indonesian, english = MESSAGES[message]
    return (indonesian if is_indonesian() else english).format(**details)


def is_indonesian() -> bool:
    """Tell whether the locale is Indonesian; English is spoken otherwise."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next((name for name in names if name), "").lower().startswith("id")


def cause(output: str) -> str:
    """Return the message that says what a failed step's output means."""
    for message, signs in CAUSES:
        if any(sign in output for sign in signs):
            return message
    return "failed"
