"""What a portrait is: frozen records of plain numbers, without a picture and without chance.

Lengths are in head units (see `trainer.portraits.head`) and angles in radians unless a name says
otherwise; colours are red, green and blue in 0..1.
"""

from trainer.portraits.model.clothes import Clothes
from trainer.portraits.model.dress import Band, BowShape, Clip, Glasses, HairBow
from trainer.portraits.model.face import Brows, Cheeks, EyeColor, Eyes, EyeShape, Mouth
from trainer.portraits.model.figure import FaceShape, Pose, Skin, Style
from trainer.portraits.model.hair import Flow, Fringe, Hair, HairColor, Tail
from trainer.portraits.model.hats import Hat
from trainer.portraits.model.point import Point3
from trainer.portraits.model.portrait import PortraitSpec

__all__ = [
    "Band",
    "BowShape",
    "Brows",
    "Cheeks",
    "Clip",
    "Clothes",
    "EyeColor",
    "EyeShape",
    "Eyes",
    "FaceShape",
    "Flow",
    "Fringe",
    "Glasses",
    "Hair",
    "HairBow",
    "HairColor",
    "Hat",
    "Mouth",
    "Point3",
    "PortraitSpec",
    "Pose",
    "Skin",
    "Style",
    "Tail",
]
