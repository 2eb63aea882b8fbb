"""Garments worn by themselves, each drawn on a torso."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from trainer.portraits.canvas import fill
from trainer.portraits.clothes import layered
from trainer.portraits.clothes.closings import (
    draw_brooch,
    draw_closing,
    draw_placket,
    draw_zip,
)
from trainer.portraits.clothes.collars import (
    draw_crossed_collar,
    draw_hood,
    draw_knit_collar,
    draw_pointed_collar,
    draw_round_collar,
    draw_sailor_collar,
    draw_stand_collar,
    neck_edge,
    shirt_opening,
    shirt_white,
)
from trainer.portraits.clothes.fabric import draw_body_cloth, draw_piece, shadow_of
from trainer.portraits.clothes.shapes import closed_front
from trainer.portraits.clothes.torso import SIDES, mirrored
from trainer.portraits.colors import GOLD, Floats, cloth_light, mix

if TYPE_CHECKING:
    from collections.abc import Callable

    from trainer.portraits.clothes.torso import Torso


def draw_sailor(torso: Torso) -> None:
    """Draws a sailor suit: broad striped collar, open or filled neckline, scarf or bow."""
    clothes = torso.clothes
    main, second = np.asarray(clothes.main), np.asarray(clothes.second)
    knot = 0.25 + 0.13 * clothes.neckline * (clothes.collar != "bow")
    neckline = [(0.0, knot), (0.15, 0.10), (0.22, -0.10), (0.26, -0.16)]
    draw_body_cloth(torso, closed_front(torso, neckline), main)
    top = 0.07 + 0.16 * clothes.neckline
    insert = torso.cut(
        [(-0.17, top - 0.03), (0, top + 0.01), (0.17, top - 0.03)], [(0.03, knot + 0.03)] * 2
    )
    blouse = shirt_white(main) if clothes.detail < 0.7 else second
    draw_piece(torso, insert, blouse, light=((0, knot), (0, top - 0.1)), shade=0.6)
    draw_sailor_collar(torso, second, knot)
    draw_closing(torso, knot)


def draw_shirt(torso: Torso) -> None:
    """Draws a shirt with a pointed or, on puffed sleeves, a round collar."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    round_collar = clothes.puff > 0.35
    opening = 0.08 if round_collar else shirt_opening(clothes)
    neckline = [(0.0, opening), (0.13, 0.02), (0.20, -0.12), (0.28, -0.20)]
    draw_body_cloth(torso, closed_front(torso, neckline), color)
    draw_placket(torso, color, max(opening, 0.2))
    collar = np.asarray(clothes.second) if clothes.detail > 0.86 else cloth_light(color, 0.25)
    if round_collar:
        piping = np.asarray(clothes.accent) if clothes.stripes else None
        draw_round_collar(torso, collar, piping, laced=clothes.detail > 0.6)
    else:
        draw_pointed_collar(torso, collar, opening)
    draw_closing(torso, 0.09)


def draw_sweater(torso: Torso) -> None:
    """Draws a knitted sweater with a rolled collar."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    draw_body_cloth(torso, closed_front(torso, neck_edge(0.02)), color)
    ribs = [
        torso.brush([(x, 0.22), (x * 1.08, 0.6), (x * 1.1, 1.2)], 0.016, 3, 0.3, 0.6)
        for x in np.linspace(-0.5, 0.5, 9).tolist()
    ]
    torso.creases(ribs, color, 0.32)
    draw_knit_collar(torso, color)
    if clothes.detail > 0.7:
        chain = [(-0.30, 0.06), (-0.2, 0.32), (0, 0.42), (0.2, 0.32), (0.30, 0.06)]
        torso.line(chain, GOLD, 0.016, 0.9)
        draw_brooch(torso, 0, 0.45, np.asarray(clothes.accent), 0.04)


def draw_hoodie(torso: Torso) -> None:
    """Draws a hooded sweater with its cords."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    shirt = torso.cut([(-0.3, -0.1), (0, 0.02), (0.3, -0.1)], [(0.2, 0.5), (-0.2, 0.5)])
    draw_piece(torso, shirt, np.asarray(clothes.second), shade=0.7)
    neckline = [(0.0, 0.36), (0.14, 0.12), (0.24, -0.10), (0.30, -0.2)]
    draw_body_cloth(torso, closed_front(torso, neckline), color)
    draw_hood(torso, color)
    if clothes.detail > 0.5:
        draw_zip(torso, color, 0.42)
    cord = cloth_light(np.asarray(clothes.second), 0.2)
    for side in SIDES:
        swing = 0.02 * side + 0.03 * clothes.lean
        line = mirrored(side, [(0.10, 0.31), (0.13 + swing, 0.5), (0.11 + swing, 0.72)])
        string = torso.brush(line, 0.034, 4, 0.9, 1)
        torso.cast(string, y=0.02)
        torso.outline(string, cord, 0.9)
        torso.canvas.drawPath(string, fill(cord))


def draw_tee(torso: Torso) -> None:
    """Draws a T-shirt under an open training jacket."""
    clothes = torso.clothes
    shirt, jacket = np.asarray(clothes.main), np.asarray(clothes.second)
    deep = 0.05 + 0.10 * clothes.neckline
    path = closed_front(torso, neck_edge(deep))
    draw_body_cloth(torso, path, shirt)
    band = [(-x, y) for x, y in reversed(neck_edge(deep))] + neck_edge(deep)[1:]
    torso.line([(x, y + 0.03) for x, y in band], shadow_of(shirt, 0.35), 0.02, 0.7)
    if clothes.detail < 0.25:
        return
    layered.draw_open_jacket(torso, jacket)


def draw_kimono(torso: Torso) -> None:
    """Draws a kimono or yukata with crossed collars and a sash."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    accent, opening = np.asarray(clothes.accent), 0.16 + 0.14 * clothes.neckline
    neckline = [(0.0, opening), (0.12, 0.08), (0.2, -0.1), (0.30, -0.17)]
    draw_body_cloth(torso, closed_front(torso, neckline), color, density=1.2)
    bands: list[Floats] = [shirt_white(color), np.asarray(clothes.second)]
    if clothes.detail > 0.5:
        bands.insert(1, accent)
    bands[-1] = mix(color, bands[-1], 0.75 * (clothes.detail < 0.75))
    draw_crossed_collar(torso, bands, opening)
    w = torso.half
    sash = torso.cut([(-w * 0.8, 0.86), (0, 0.94), (w * 0.8, 0.86)], [(w, 1.6), (-w, 1.6)])
    draw_piece(torso, sash, accent)


def draw_mandarin(torso: Torso) -> None:
    """Draws a dress with a stand-up collar, a slanting front and knotted buttons."""
    clothes, color = torso.clothes, np.asarray(torso.clothes.main)
    trim = mix(np.asarray(clothes.accent), GOLD, 0.35)
    draw_body_cloth(torso, closed_front(torso, neck_edge(0.02)), color)
    slant = [(0.02, 0.12), (0.20, 0.22), (0.46, 0.26), (torso.half * 0.76, 0.52)]
    torso.line(slant, torso.ink(color), 0.055, 0.7)
    torso.line(slant, trim, 0.034)
    draw_stand_collar(torso, color, 0.02)
    for x, y in ((0.04, 0.13), (0.36, 0.255)):
        knot = torso.brush(
            [(x - 0.09, y - 0.03), (x, y + 0.02), (x + 0.09, y + 0.03)], 0.045, 4, 0.6, 0.6
        )
        torso.canvas.drawPath(knot, fill(trim))
        torso.outline(knot, trim, 0.6)


def draw_pinafore(torso: Torso) -> None:
    """Draws a dress with frilled straps over a blouse."""
    clothes, color, w = torso.clothes, np.asarray(torso.clothes.main), torso.half
    blouse = shirt_white(color)
    draw_body_cloth(torso, closed_front(torso, neck_edge(0.04)), blouse, printed=False)
    layered.draw_bib(torso, color)
    draw_round_collar(
        torso,
        cloth_light(blouse, 0.3),
        np.asarray(clothes.accent) if clothes.stripes > 1 else None,
        laced=clothes.detail > 0.6,
    )
    if clothes.collar == "bow":
        draw_closing(torso, 0.12)
    else:
        draw_brooch(torso, 0, 0.12, np.asarray(clothes.accent), 0.045 * min(w, 1.0))


DRAWN: dict[str, Callable[[Torso], None]] = {
    "sailor": draw_sailor,
    "shirt": draw_shirt,
    "sweater": draw_sweater,
    "hoodie": draw_hoodie,
    "tee": draw_tee,
    "kimono": draw_kimono,
    "mandarin": draw_mandarin,
    "pinafore": draw_pinafore,
    "blazer": layered.draw_blazer,
    "cardigan": layered.draw_cardigan,
    "vest": layered.draw_vest,
    "military": layered.draw_military,
    "coat": layered.draw_coat,
    "muffler": layered.draw_muffler,
}
"""The painter of each garment of `sampling.clothes.GARMENTS`."""
