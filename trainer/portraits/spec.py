"""From a seed, an index and wishes to a portrait's numbers, and from these to its labels."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import partial
from typing import TYPE_CHECKING

from girlsmoe_desktop.core.attributes import EYE_COLORS, HAIR_COLORS, LABELS
from trainer.portraits.colors import hsv
from trainer.portraits.head import Head
from trainer.portraits.law import BLUSH_FROM, DRAWING, OPEN_MOUTHS, SMILES, choose
from trainer.portraits.model import PortraitSpec
from trainer.portraits.palette import sample_hair_color
from trainer.portraits.sampling import dress, face, hats
from trainer.portraits.sampling.clothes import BOW_GARMENTS, GARMENTS, sample_clothes
from trainer.portraits.sampling.hair import sample_hair
from trainer.portraits.sampling.pose import roomy_side, sample_pose, sample_shape
from trainer.portraits.sampling.style import ILLUSTRATORS, sample_illustrator, sample_year
from trainer.portraits.sampling.tails import LONG_BELOW, TWIN_TIES
from trainer.portraits.streams import chance, pick, stream

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from _typeshed import DataclassInstance
    from numpy.random import Generator

    from trainer.portraits.law import Choice, DrawingLaw
    from trainer.portraits.model import (
        Band,
        Brows,
        Cheeks,
        Clip,
        Clothes,
        Eyes,
        FaceShape,
        Hair,
        HairBow,
        Hat,
        Mouth,
        Pose,
    )
    from trainer.portraits.sampling.style import Illustrator

__all__ = ["PortraitSpec", "compose_spec", "labels_of", "parameters_of", "sample_spec"]

LONG_HAIR_BELOW = -1.9
"""Loose hair that ends below this height (head units) is long."""
SHORT_HAIR_ABOVE = -1.04
"""Untied hair that ends above this height (head units) is short."""
_ALWAYS_THERE = (
    *("pose", "shape", "style", "skin", "hair", "eyes", "brows", "mouth", "cheeks", "clothes"),
)


def sample_spec(
    seed: int,
    index: int,
    wanted: Mapping[str, bool] | None = None,
    law: DrawingLaw = DRAWING,
    illustrators: Sequence[str] = ILLUSTRATORS,
) -> PortraitSpec:
    """Returns the portrait of a data set's seed and an index.

    Args:
        seed: Seed of the data set, 0 or more.
        index: Number of the portrait, 0 or more.
        wanted: Label -> on or off, for any subset of the 34 labels.
        law: How the labels that nobody wants are drawn.
        illustrators: Who draws; see `sample_illustrator`.

    Raises:
        UserError: The wishes contradict each other.
    """
    streams = partial(stream, seed, index)
    return compose_spec(seed, index, streams, wanted, law, illustrators)


def compose_spec(
    seed: int,
    index: int,
    streams: Callable[[str], Generator],
    wanted: Mapping[str, bool] | None = None,
    law: DrawingLaw = DRAWING,
    illustrators: Sequence[str] = ILLUSTRATORS,
) -> PortraitSpec:
    """Returns the portrait whose parts are drawn from the given streams.

    Args:
        seed: Seeds the painter's fine texture, with `index`.
        index: See `seed`.
        streams: Gives the random stream of a named part. It may give those of several portraits:
            the result has the parts of each.
        wanted: Label -> on or off, for any subset of the 34 labels.
        law: How the labels that nobody wants are drawn.
        illustrators: Who draws; see `sample_illustrator`.

    Raises:
        UserError: The wishes contradict each other.
    """
    choice = choose(streams, wanted or {}, law)
    year = sample_year(streams("style.year"))
    illustrator = sample_illustrator(streams("style"), year, illustrators)
    hatted = choice.details["hat"]
    shape = sample_shape(illustrator.style, streams("shape"))
    pose = sample_pose(shape, hatted, choice.styles, streams("pose"), streams("light"))
    shade = sample_hair_color(choice.hair_color, illustrator.style.pastel, streams("hair.color"))
    hair = sample_hair(choice.styles, shade, partial(roomy_side, pose), streams)
    hat = _hat(choice, illustrator, streams("hat"))
    head = Head(pose, shape)
    clothes, bows = _ribbons(choice, head, pose, hair, hat, illustrator, streams)
    eyes, brows, mouth, cheeks = _features(choice, illustrator, shape, pose, streams)
    return PortraitSpec(
        seed=seed,
        index=index,
        pose=pose,
        shape=shape,
        style=illustrator.style,
        skin=face.sample_skin(illustrator, streams("skin")),
        hair=hair,
        clothes=clothes,
        bows=bows,
        hat=hat,
        glasses=dress.sample_glasses(streams("glasses")) if choice.details["glasses"] else None,
        band=_band(illustrator, hatted, bows, streams("band")),
        clips=_clips(illustrator, head, hatted, bows, streams("clips")),
        eyes=eyes,
        brows=brows,
        mouth=mouth,
        cheeks=cheeks,
    )


def _hat(choice: Choice, illustrator: Illustrator, rng: Generator) -> Hat | None:
    if not choice.details["hat"]:
        return None
    return hats.sample_hat(illustrator.style, choice.details["ribbon"], rng)


def _clips(
    illustrator: Illustrator, head: Head, hatted: bool, bows: tuple[HairBow, ...], rng: Generator
) -> tuple[Clip, ...]:
    """Returns clips where neither a hat nor a bow takes their place."""
    return () if hatted or bows else dress.sample_clips(head, illustrator.style, rng)


def _band(
    illustrator: Illustrator, hatted: bool, bows: tuple[HairBow, ...], rng: Generator
) -> Band | None:
    worn = chance(rng, 0.13) and not hatted and not any(bow.place[1] > 0.9 for bow in bows)
    return dress.sample_band(illustrator.style, rng) if worn else None


def _features(
    choice: Choice,
    illustrator: Illustrator,
    shape: FaceShape,
    pose: Pose,
    streams: Callable[[str], Generator],
) -> tuple[Eyes, Brows, Mouth, Cheeks]:
    smile, open_mouth = choice.details["smile"], choice.details["open_mouth"]
    mood = face.sample_mood(smile, open_mouth, streams("mood"))
    eyes = face.sample_eyes(
        illustrator, choice.eye_color, pose.yaw, mood, smile, shape.age, streams("eyes")
    )
    brows = face.sample_brows(mood, eyes.shape.height, streams("brows"))
    chin = face.chin_height(shape)
    cheeks = face.sample_cheeks(choice.details["blush"], eyes.y, chin, streams("cheeks"))
    height = face.mouth_height(cheeks.nose_y, shape, streams("mouth.y"))
    mouth = face.sample_mouth(smile, open_mouth, height, chin, streams("mouth"))
    return eyes, brows, mouth, cheeks


def _ribbons(
    choice: Choice,
    head: Head,
    pose: Pose,
    hair: Hair,
    hat: Hat | None,
    illustrator: Illustrator,
    streams: Callable[[str], Generator],
) -> tuple[Clothes, tuple[HairBow, ...]]:
    """Returns the clothes and the hair bows; with the ribbon label, a bow in at least one place."""
    garment = pick(streams("clothes.kind"), GARMENTS)
    where = pick(streams("ribbon.where"), {"hair": 0.45, "neck": 0.3, "both": 0.25})
    ribbon = choice.details["ribbon"]
    neck = ribbon and where != "hair" and garment in BOW_GARMENTS
    on_hair = ribbon and (where != "neck" or not neck)
    shade = hair.color
    color = dress.ribbon_color(
        hsv(shade.hue, shade.saturation, shade.value), streams("ribbon.color")
    )
    clothes = sample_clothes(
        garment, neck, head, pose, illustrator.style, color, streams("clothes")
    )
    # Under a hat with a bow, only tails are tied with bows of their own.
    on_hat = hat is not None and hat.bow is not None and not hair.tails
    if not on_hair or on_hat:
        return clothes, ()
    bows = dress.sample_hair_bows(head, hair, hat is not None, color, streams("bows"))
    return clothes, bows


def labels_of(spec: PortraitSpec) -> dict[str, bool]:
    """Returns all 34 labels, in their order, as they can be seen in the picture."""
    hair = spec.hair
    tied = bool(hair.tails)
    long_loose = hair.length < LONG_HAIR_BELOW
    long_tails = any(tail.end_y < LONG_BELOW for tail in hair.tails)
    twin = hair.tie in TWIN_TIES
    values = {
        **{f"{color}_hair": color == hair.color.name for color in HAIR_COLORS},
        "long_hair": long_loose or long_tails,
        "short_hair": not tied and hair.length > SHORT_HAIR_ABOVE,
        "twintails": twin,
        "drill_hair": any(tail.kind == "drill" for tail in hair.tails),
        "ponytail": tied and not twin and any(tail.kind != "drill" for tail in hair.tails),
        "blush": spec.cheeks.blush >= BLUSH_FROM,
        "smile": spec.mouth.kind in SMILES,
        "open_mouth": spec.mouth.kind in OPEN_MOUTHS,
        "hat": spec.hat is not None,
        "ribbon": _shows_ribbon(spec),
        "glasses": spec.glasses is not None,
        **{f"{color}_eyes": color == spec.eyes.color.name for color in EYE_COLORS},
    }
    return {label: values[label] for label in LABELS}


def _shows_ribbon(spec: PortraitSpec) -> bool:
    on_hat = spec.hat is not None and spec.hat.bow is not None
    at_neck = spec.clothes.collar == "bow" and spec.clothes.kind in BOW_GARMENTS
    return on_hat or at_neck or bool(spec.bows)


def parameters_of(spec: PortraitSpec) -> dict[str, str | float | int | bool]:
    """Returns the portrait's numbers, flat and with the same names for every portrait.

    Parts of which a portrait has none, one or several (hat, tails ...) are given by kind or count.
    """
    flat: dict[str, str | float | int | bool] = {}
    for part in _ALWAYS_THERE:
        _flatten(part, getattr(spec, part), flat)
    flat["hat.kind"] = spec.hat.kind if spec.hat else "none"
    flat["glasses.kind"] = spec.glasses.kind if spec.glasses else "none"
    flat["band"] = spec.band is not None
    flat["bows"] = len(spec.bows)
    flat["clips"] = len(spec.clips)
    flat["hair.tails"] = len(spec.hair.tails)
    flat["hair.tail_end"] = min((tail.end_y for tail in spec.hair.tails), default=0.0)
    return flat


def _flatten(
    prefix: str, value: DataclassInstance, flat: dict[str, str | float | int | bool]
) -> None:
    for field in fields(value):
        name, item = f"{prefix}.{field.name}", getattr(value, field.name)
        if is_dataclass(item) and not isinstance(item, type):
            _flatten(name, item, flat)
        elif isinstance(item, (bool, int, float, str)):
            flat[name] = item
        elif isinstance(item, tuple) and len(item) == 3 and isinstance(item[0], float):
            flat.update({f"{name}.{axis}": part for axis, part in enumerate(item)})
