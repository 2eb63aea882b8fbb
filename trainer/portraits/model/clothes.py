"""The garment below the chin and the pose of neck and shoulders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.portraits.colors import Rgb
    from trainer.portraits.model.dress import BowShape


@dataclass(frozen=True)
class Clothes:
    """A garment: kind, colours, cut, what closes the collar, and the pose of the body.

    Attributes:
        kind: Name of the garment, a key of `sampling.clothes.GARMENTS`.
        main: Colour of the largest piece of cloth.
        second: Colour of the collar or of what is worn below the main piece.
        accent: Colour of necktie, scarf, buttons and prints.
        trim: Colour of stripes and borders.
        stripes: Number of trim lines, 0..3.
        pattern: "none", "stripe", "check", "dots" or "flowers".
        pattern_size: 0 (fine) .. 1 (coarse).
        collar: What closes it: "bow", "tie", "scarf" or "plain".
        bow: The bow at the neck, drawn only where `collar` is "bow".
        collar_size: 0.9 (narrow) .. 1.3 (broad).
        neckline: 0 (closed at the neck) .. 1 (open to below the collar bones).
        puff: Fullness of the sleeve at the shoulder, 0..1.
        fit: 0 (close) .. 1 (loose, with more folds).
        detail: 0..1, decides small extras such as badges, chains and second rows of buttons.
        neck_x: Pit of the neck, in canvas units.
        neck_y: Pit of the neck, in canvas units.
        neck_width: Half-width of the neck, in head units.
        shoulder_width: Half the width of the shoulders, in head units.
        slope: How steeply the shoulders fall, 0.05..0.35.
        turn: Turn of the body to the right of the picture, in radians, up to 0.5.
        lean: Tilt of the body, clockwise in radians.
        raise_left: How far the left shoulder of the picture is raised, in head units.
        raise_right: The same for the right shoulder.
        elbow_left: How far the left arm is held away from the body, in head units.
        elbow_right: The same for the right arm.
    """

    kind: str
    main: Rgb
    second: Rgb
    accent: Rgb
    trim: Rgb
    stripes: int
    pattern: str
    pattern_size: float
    collar: str
    bow: BowShape
    collar_size: float
    neckline: float
    puff: float
    fit: float
    detail: float
    neck_x: float
    neck_y: float
    neck_width: float
    shoulder_width: float
    slope: float
    turn: float
    lean: float
    raise_left: float
    raise_right: float
    elbow_left: float
    elbow_right: float
