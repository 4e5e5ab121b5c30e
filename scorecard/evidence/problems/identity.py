"""The words of Problems with who a submission is from, and who was expected."""

from __future__ import annotations

from collections.abc import Mapping

from scorecard.evidence.problems.words import Pair, ProblemWords

_WRITE_CODE: Pair = (
    "Tulis kode resmi peserta pada isian “Kode peserta”.",
    "Write the participant's official code as the answer “Participant's code”.",
)
_CODE_AND_NAME: Pair = (
    "kode dan nama resmi dari peserta yang sama",
    "the official code and name of one participant",
)

IDENTITY: Mapping[str, ProblemWords] = {
    "identity-missing": ProblemWords(
        "error",
        (
            "Borang tidak menyebut kode maupun nama peserta; kiriman ini tidak "
            "dinilai.",
            "The form names neither the participant's code nor its name; this "
            "submission "
            "was not judged.",
        ),
        _CODE_AND_NAME,
        _WRITE_CODE,
    ),
    "identity-code-missing": ProblemWords(
        "warning",
        (
            "Kode peserta kosong; peserta dikenali dari namanya: {name} ({code}).",
            "The participant's code is blank; it was known by its name: {name} "
            "({code}).",
        ),
        ("kode {code}", "the code {code}"),
        _WRITE_CODE,
    ),
    "identity-code-unknown": ProblemWords(
        "error",
        (
            "Kode peserta “{seen}” tidak dikenal; kiriman ini tidak dinilai.{hint}",
            "The participant's code “{seen}” is unknown; this submission was not "
            "judged."
            "{hint}",
        ),
        (
            "kode wilayah resmi, misalnya 21 atau 74.71, atau kode dari daftar peserta",
            "an official region code such as 21 or 74.71, or a code of the "
            "participants' "
            "list",
        ),
        _WRITE_CODE,
    ),
    "identity-name-unknown": ProblemWords(
        "warning",
        (
            "Nama “{seen}” bukan nama resmi; kode {code} dipakai: {name}.",
            "The name “{seen}” is not an official one; the code {code} was used: "
            "{name}.",
        ),
        ("nama resmi: {name}", "the official name: {name}"),
        (
            "Tulis nama resmi peserta, dan pastikan kodenya benar.",
            "Write the official name, and make sure that the code is right.",
        ),
    ),
    "identity-unknown": ProblemWords(
        "error",
        (
            "Kode peserta kosong dan nama “{seen}” tidak dikenal; kiriman ini tidak "
            "dinilai.{hint}",
            "The participant's code is blank and the name “{seen}” is unknown; this "
            "submission was not judged.{hint}",
        ),
        _CODE_AND_NAME,
        _WRITE_CODE,
    ),
    "identity-contradiction": ProblemWords(
        "error",
        (
            "Kode {code} adalah {name}, tetapi nama yang ditulis “{seen}” adalah "
            "{other} "
            "({other_code}); kiriman ini tidak dinilai.",
            "The code {code} is {name}, but the name written, “{seen}”, is {other} "
            "({other_code}); this submission was not judged.",
        ),
        _CODE_AND_NAME,
        (
            "Betulkan kode atau nama pada lembar “{sheet}”.",
            "Correct the code or the name on the sheet “{sheet}”.",
        ),
    ),
    "identity-folder-differs": ProblemWords(
        "warning",
        (
            "Nama folder atau berkas menyebut kode {seen}, tetapi borangnya dari "
            "{name} "
            "({code}); kode dalam borang yang dipakai.",
            "The folder or file is named after the code {seen}, but its form is from "
            "{name} ({code}); the form's code was used.",
        ),
        ("kode yang sama di keduanya", "the same code in both"),
        (
            "Pastikan borang ini berada di folder yang benar.",
            "Make sure that this form is in the right folder.",
        ),
    ),
    "submission-twice": ProblemWords(
        "error",
        (
            "{name} ({code}) mengirim lebih dari satu kali: {places}; tidak satu pun "
            "dinilai.",
            "{name} ({code}) has more than one submission: {places}; none was judged.",
        ),
        ("satu kiriman untuk setiap peserta", "one submission for each participant"),
        (
            "Tanyakan kepada peserta kiriman mana yang berlaku, lalu pindahkan yang "
            "lain.",
            "Ask the participant which one is valid, then move the others away.",
        ),
    ),
    "participant-not-expected": ProblemWords(
        "warning",
        (
            "{name} ({code}) mengirim, tetapi tidak ada dalam daftar peserta; tetap "
            "dinilai.",
            "{name} ({code}) sent a submission, but is not on the participants' list; "
            "it "
            "was judged all the same.",
        ),
        ("peserta yang ada dalam daftar", "a participant who is on the list"),
        (
            "Tambahkan peserta ke _season/participants.csv, atau pindahkan kirimannya.",
            "Add the participant to _season/participants.csv, or move its submission "
            "away.",
        ),
    ),
    "participant-without-category": ProblemWords(
        "error",
        (
            "Rubrik tidak mempunyai kategori untuk {name} ({code}, {type}); kiriman "
            "ini "
            "tidak dinilai.",
            "The rubric has no category for {name} ({code}, {type}); this submission "
            "was "
            "not judged.",
        ),
        ("salah satu jenis: {types}", "one of the types: {types}"),
        (
            "Pakai rubrik untuk jenis peserta ini, atau tambahkan kategorinya.",
            "Use the rubric for this type of participant, or add its category.",
        ),
    ),
    "government-not-submitted": ProblemWords(
        "warning",
        (
            "{name} ({code}) tidak mengirim ekspor laporan, sehingga perangkat "
            "daerahnya "
            "tidak dapat dinilai.",
            "{name} ({code}) sent no ticket export, so that its offices cannot be "
            "judged.",
        ),
        ("satu ekspor laporan dari {name}", "one ticket export from {name}"),
        (
            "Minta {name} mengirim ekspor laporannya.",
            "Ask {name} to send its ticket export.",
        ),
    ),
    "participants-unreadable": ProblemWords(
        "error",
        (
            "Daftar peserta tidak dapat dibaca: {reason}.",
            "The participants' list cannot be read: {reason}.",
        ),
        (
            "berkas CSV UTF-8 dengan kolom code,name,category",
            "a UTF-8 CSV file with the columns code,name,category",
        ),
        (
            "Simpan daftar peserta sebagai CSV UTF-8 dengan ketiga kolom itu.",
            "Save the participants' list as UTF-8 CSV with these three columns.",
        ),
    ),
    "participants-missing": ProblemWords(
        "warning",
        (
            "Daftar peserta tidak ada; siapa yang tidak menyerahkan tidak dapat "
            "diketahui.",
            "There is no list of participants; who did not submit cannot be known.",
        ),
        (
            "berkas CSV dengan kolom code,name,category",
            "a CSV file with the columns code,name,category",
        ),
        (
            "Tambahkan {place} yang menyebut semua peserta yang diharapkan.",
            "Add {place} with everyone who is expected.",
        ),
    ),
    "submission-not-found": ProblemWords(
        "error",
        (
            "Di sini tidak ada berkas yang dapat dinilai.",
            "There is no submission here that can be assessed.",
        ),
        (
            "folder satu instansi yang berisi borang, atau buku kerjanya",
            "the folder of one institution that holds its form, or its workbook",
        ),
        (
            "Sebutkan folder instansi itu sendiri, misalnya "
            "inputs/21-kepulauan-riau, bukan folder di atasnya.",
            "Name the institution's own folder, such as inputs/21-kepulauan-riau, not "
            "the folder above it.",
        ),
    ),
    "participants-row-incomplete": ProblemWords(
        "error",
        (
            "Baris ini tidak memuat kode dan nama peserta.",
            "This row does not hold the participant's code and name.",
        ),
        ("code,name,category", "code,name,category"),
        ("Lengkapi baris ini.", "Complete this row."),
    ),
    "participants-code-unknown": ProblemWords(
        "error",
        (
            "Kode “{seen}” bukan kode wilayah resmi; baris ini tidak dipakai.{hint}",
            "The code “{seen}” is not an official region code; this row was not used."
            "{hint}",
        ),
        ("kode wilayah resmi", "an official region code"),
        ("Betulkan kodenya.", "Correct the code."),
    ),
    "participants-name-differs": ProblemWords(
        "warning",
        (
            "Nama “{seen}” bukan nama resmi untuk kode {code}: {name}.",
            "The name “{seen}” is not the official name for the code {code}: {name}.",
        ),
        ("nama resmi: {name}", "the official name: {name}"),
        (
            "Tulis nama resminya, atau betulkan kodenya.",
            "Write the official name, or correct the code.",
        ),
    ),
    "participants-category-unknown": ProblemWords(
        "error",
        (
            "Kategori “{seen}” untuk {name} ({code}) tidak sesuai dengan rubrik.",
            "The category “{seen}” of {name} ({code}) does not fit the rubric.",
        ),
        ("salah satu kategori: {categories}", "one of the categories: {categories}"),
        ("Betulkan kategorinya.", "Correct the category."),
    ),
    "participants-parent-unknown": ProblemWords(
        "error",
        (
            "Induk “{seen}” untuk {name} ({code}) tidak dikenal; peserta ini dibaca "
            "tanpa induk.{hint}",
            "The parent “{seen}” of {name} ({code}) is unknown; this participant is "
            "read without one.{hint}",
        ),
        (
            "kode daerah, atau kode peserta lain dalam daftar ini",
            "the code of a region, or of another participant of this list",
        ),
        (
            "Betulkan kode pada kolom parent, atau kosongkan.",
            "Correct the code in the column parent, or leave it blank.",
        ),
    ),
    "participants-code-twice": ProblemWords(
        "error",
        (
            "Kode “{seen}” sudah ada di baris {first}; baris ini tidak dipakai.",
            "The code “{seen}” stands in row {first} already; this row was not used.",
        ),
        ("satu baris untuk setiap peserta", "one row for each participant"),
        ("Hapus salah satu baris.", "Delete one of the rows."),
    ),
}
