"""How sure a figure of the rubric is: read in a source, or assumed for a reason."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Tag

from scorecard.rubric.scalars import Id, Noun, Words


class Verified(Noun):
    """A figure read in a source that is listed under `sources`."""

    verified: Id


class Assumed(Noun):
    """A figure that nobody published; the words say why it was chosen."""

    assumption: Words


def _basis_shape(value: Any) -> str:
    """Choose the one shape that is meant, so that its mistakes read plainly."""
    match value:
        case Verified() | {"verified": _}:
            return "<verified>"
        case Assumed() | {"assumption": _}:
            return "<assumption>"
        case dict():
            return "<keys>"
    return "<word>"


def _single_basis_shape(value: Any) -> str:
    shape = _basis_shape(value)
    return "<verified>" if shape == "<keys>" else shape


_Word = Annotated[Literal["assumption"], Tag("<word>")]
_Verified = Annotated[Verified, Tag("<verified>")]
_Assumed = Annotated[Assumed, Tag("<assumption>")]
SingleBasis = Annotated[
    _Word | _Verified | _Assumed, Discriminator(_single_basis_shape)
]
_KeyedBasis = Annotated[dict[Id, SingleBasis], Tag("<keys>")]
Basis = Annotated[
    _Word | _Verified | _Assumed | _KeyedBasis, Discriminator(_basis_shape)
]
"""How sure the figures of a node are: one basis for all, or one for each key."""
