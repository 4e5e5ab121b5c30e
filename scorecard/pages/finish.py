"""Finish a PDF before it is written: PDF/UA mark, stamps, QR code, signature fields.

Works on WeasyPrint's own objects (pydyf), so that nothing is parsed again. What is
added is tagged: an artifact, a Figure with its alternate text, or a Form.
"""

from __future__ import annotations

from typing import Any

import pydyf

from scorecard.pages.page import QR_BOX, Code, Page, SignatureField
from scorecard.pages.prepared import families
from scorecard.pages.qr import qr_operators
from scorecard.pages.slimming import slim
from scorecard.pages.stamps import STAMPS, Stamp, stamp

_POINTS = 0.75
# Signature fields are there, and a signature is added behind the file.
_SIGNED_BY_ADDING = 3
_PRINTED = 4
_UA_RDF = b"""
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" \
xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289 that the file follows\
</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag>\
</pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""

Box = tuple[float, float, float, float]


class ForeignFontError(Exception):
    """A page uses a font that neither the package nor its look brings."""


def finish(document: Any, pdf: Any, page: Page) -> None:
    """Add to a laid out document what its page asks for.

    What has no box of its name in the page is left out. Raises ForeignFontError.
    """
    _refuse_foreign_fonts(document, page)
    _declare_ua(pdf)
    slim(pdf)
    for number, laid_out in enumerate(document.pages):
        boxes = {name: _box(area) for name, area in laid_out.anchors.items()}
        sheet = _object(pdf, pdf.page_references[number])
        for name in STAMPS:
            if name in boxes:
                _add_stamp(pdf, sheet, stamp(name), boxes[name])
        if page.code and QR_BOX in boxes:
            _add_code(pdf, number, page.code, boxes[QR_BOX])
        for field in page.fields:
            if field.name in boxes:
                height = laid_out.height * _POINTS
                _add_field(pdf, number, field, _upwards(boxes[field.name], height))


def _refuse_foreign_fonts(document: Any, page: Page) -> None:
    """Let no font of this computer in: another computer would print other bytes."""
    known = families(page.look)
    for font in document.fonts.values():
        if font.family not in known:
            raise ForeignFontError(font.family)


def _declare_ua(pdf: Any) -> None:
    metadata = _object(pdf, pdf.catalog["Metadata"])
    (xmp,) = metadata.stream
    metadata.stream = [xmp.replace(b"</rdf:RDF>", _UA_RDF)]


def _add_stamp(pdf: Any, sheet: Any, drawing: Stamp, box: Box) -> None:
    """Draw beneath the text; the page's first operator has turned y downwards."""
    states = {name: pydyf.Dictionary(dict(values)) for name, values in drawing.states}
    form = _drawing(
        pdf,
        (drawing.width, drawing.height),
        drawing.operators,
        Filter="/FlateDecode",
        Resources=pydyf.Dictionary({"ExtGState": pydyf.Dictionary(states)}),
    )
    name = f"Stamp{form.number}"
    _object(pdf, sheet["Resources"])["XObject"][name] = form.reference
    left, top, width, height = box
    across, along = width / drawing.width, height / drawing.height
    matrix = f"{across:.5f} 0 0 {-along:.5f} {left:.3f} {top + height:.3f}"
    _object(pdf, sheet["Contents"]).stream.insert(
        1, f"/Artifact BMC q {matrix} cm /{name} Do Q EMC".encode("ascii")
    )


def _add_code(pdf: Any, number: int, code: Code, box: Box) -> None:
    """Draw the QR code as a Figure of its own at the end of the page's content."""
    sheet = _object(pdf, pdf.page_references[number])
    left, top, width, height = box
    figure = _element(
        pdf,
        number,
        "Figure",
        Alt=pydyf.String(code.alternative),
        A=pydyf.Dictionary(
            {
                "O": "/Layout",
                "BBox": pydyf.Array([left, top, left + width, top + height]),
            }
        ),
    )
    marks = _marks(pdf, number)
    figure["K"].append(len(marks))
    drawn = qr_operators(code.text, box)
    _object(pdf, sheet["Contents"]).stream.append(
        b"/Figure <</MCID %d>> BDC %s EMC" % (len(marks), drawn)
    )
    marks.append(figure.reference)


def _add_field(pdf: Any, number: int, field: SignatureField, box: Box) -> None:
    """Add an empty signature field to a page and to the form."""
    sheet = _object(pdf, pdf.page_references[number])
    widget = _widget(pdf, field, box)
    widget["P"] = sheet.reference
    sheet.setdefault("Annots", pydyf.Array()).append(widget.reference)
    form = pdf.catalog.setdefault(
        "AcroForm",
        pydyf.Dictionary({"Fields": pydyf.Array(), "SigFlags": _SIGNED_BY_ADDING}),
    )
    form["Fields"].append(widget.reference)
    _tag_widget(pdf, number, widget)


def _widget(pdf: Any, field: SignatureField, box: Box) -> Any:
    """Give an empty field, with the blank appearance that PDF/A asks for."""
    left, bottom, right, top = box
    blank = _drawing(pdf, (right - left, top - bottom), b"")
    widget = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "T": pydyf.String(field.name),
            "TU": pydyf.String(field.title),
            "Rect": pydyf.Array(box),
            "F": _PRINTED,
            "AP": pydyf.Dictionary({"N": blank.reference}),
        }
    )
    pdf.add_object(widget)
    return widget


def _drawing(
    pdf: Any, size: tuple[float, float], operators: bytes, **more: object
) -> Any:
    """Add operators that can be drawn by name, on an area of a size in points."""
    extra = {
        "Type": "/XObject",
        "Subtype": "/Form",
        "BBox": pydyf.Array([0, 0, *size]),
        **more,
    }
    drawing = pydyf.Stream([operators], extra)
    pdf.add_object(drawing)
    return drawing


def _tag_widget(pdf: Any, number: int, widget: Any) -> None:
    element = _element(pdf, number, "Form")
    target = pydyf.Dictionary(
        {
            "Type": "/OBJR",
            "Obj": widget.reference,
            "Pg": pdf.page_references[number],
        }
    )
    pdf.add_object(target)
    # Directly, not in an array: checkers of signatures allow a filled field only there.
    element["K"] = target.reference
    numbers = _parent_tree(pdf)
    widget["StructParent"] = numbers[-2] + 1
    numbers.extend([widget["StructParent"], element.reference])


def _element(pdf: Any, number: int, kind: str, **more: Any) -> Any:
    """Add a structure element at the end of the document's."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    whole = _object(pdf, root["K"][0])
    element = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": f"/{kind}",
            "K": pydyf.Array(),
            "P": whole.reference,
            "Pg": pdf.page_references[number],
            **more,
        }
    )
    pdf.add_object(element)
    whole["K"].append(element.reference)
    return element


def _marks(pdf: Any, number: int) -> Any:
    """Give the elements of a page's marked content, by their number on the page."""
    numbers = _parent_tree(pdf)
    return numbers[numbers.index(number) + 1]


def _parent_tree(pdf: Any) -> Any:
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    return _object(pdf, root["ParentTree"])["Nums"]


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _box(area: tuple[float, float, float, float]) -> Box:
    """Turn corners in CSS pixels into left, top, width, height in points."""
    left, top, right, bottom = (each * _POINTS for each in area)
    return left, top, right - left, bottom - top


def _upwards(box: Box, page_height: float) -> Box:
    """Turn a box into left, bottom, right, top as PDF counts them, upwards."""
    left, top, width, height = box
    corners = (left, page_height - top - height, left + width, page_height - top)
    return tuple(round(each, 2) for each in corners)  # type: ignore[return-value]
