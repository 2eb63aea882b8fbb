"""Paints a portrait, layer by layer, from behind the body to the front of the hat."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import skia

from trainer.portraits.accessories.hats import draw_hat
from trainer.portraits.accessories.ornaments import (
    draw_band,
    draw_clip,
    draw_hair_bow,
    lies_behind,
)
from trainer.portraits.canvas import (
    CANVAS,
    clipped,
    fill,
    oval,
    packed,
    record,
    saved,
    softened,
    surface_of,
)
from trainer.portraits.clothes.body import draw_body
from trainer.portraits.colors import WHITE, Floats, hex_color, mix, smooth_step
from trainer.portraits.face.eyes import draw_brow, draw_eye
from trainer.portraits.face.glasses import draw_glasses
from trainer.portraits.face.mouth import draw_mouth
from trainer.portraits.face.skin import FaceShape, draw_ear, draw_face, face_shape
from trainer.portraits.finish import finish, opacity_of
from trainer.portraits.hair.layers import build_hair
from trainer.portraits.hair.looks import HairPaint, LayerLook
from trainer.portraits.hair.outline import add_outline
from trainer.portraits.hair.paint import paint_layer
from trainer.portraits.hair.sheet import Layer
from trainer.portraits.hair.tails import draw_ties
from trainer.portraits.head import Head
from trainer.portraits.palette import hair_palette
from trainer.portraits.streams import stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from trainer.portraits.canvas import Image, Picture, Surface
    from trainer.portraits.model import PortraitSpec

_SIDES = (-1, 1)
_EAR_HIDDEN_FROM = 0.14
_SMALLEST_SURFACE = 256
_SILHOUETTE_LINE = 0.6
"""Width of the line round hair, in canvas units at line width 1."""
_SILHOUETTE_STRENGTH = 0.9
"""Opacity of that line where hair is drawn with full lines."""


def render(spec: PortraitSpec, size: int) -> NDArray[np.uint8]:
    """Returns the portrait on white as RGB, (size, size, 3).

    The same spec and size give the same bytes in every process.

    Args:
        spec: The portrait.
        size: Side in pixels, 64..1024.
    """
    return finish(_painted(spec, size), size, spec.style, _finish_stream(spec))


def render_cutout(spec: PortraitSpec, size: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Returns the portrait on white as RGB, (size, size, 3), and its opacity, (size, size)."""
    painted = _painted(spec, size)
    return finish(painted, size, spec.style, _finish_stream(spec)), opacity_of(painted, size)


def _finish_stream(spec: PortraitSpec) -> np.random.Generator:
    return stream(spec.seed, spec.index, "paint.finish")


def _painted(spec: PortraitSpec, size: int) -> NDArray[np.uint8]:
    """Returns premultiplied colours with opacity, larger than asked for by a whole factor."""
    # Lines are about one canvas unit wide, so small pictures shrink from a surface that shows them.
    factor = max(2, -(-_SMALLEST_SURFACE // size))
    pixels = np.zeros((size * factor, size * factor, 4), np.uint8)
    surface = surface_of(pixels)
    _Painting(spec, surface).paint()
    surface.flushAndSubmit()
    return pixels


class _Painting:
    """One portrait on one surface."""

    def __init__(self, spec: PortraitSpec, surface: Surface) -> None:
        self.spec = spec
        self.head = Head(spec.pose, spec.shape)
        self.canvas = surface.getCanvas()
        self.pixels = surface.width()
        self.zoom = self.pixels / CANVAS
        self.streams = partial(stream, spec.seed, spec.index)
        light = np.array(spec.pose.light)
        self.hair_paint = HairPaint(
            head=self.head,
            palette=hair_palette(spec.hair.color, spec.skin, spec.style),
            style=spec.style,
            light=(light / np.linalg.norm(light)).astype(np.float32),
            samples=25 if self.pixels >= 512 else 12,
            pixel=1 / self.zoom,
        )
        hatted = spec.hat is not None
        eye_top = spec.eyes.y + spec.eyes.shape.height
        self.layers = build_hair(self.head, spec.hair, eye_top, hatted, self.streams)
        self.face: FaceShape = face_shape(spec, self.head)

    def paint(self) -> None:
        """Paints everything."""
        self.canvas.clear(0)
        self.canvas.scale(self.zoom, self.zoom)
        self._paint_behind()
        draw_body(self.canvas, self.spec, self.head, self.streams("paint.clothes"))
        self._paint_middle()
        features = self._paint_face()
        self._paint_front_hair(features)
        self._paint_ornaments()
        self._paint_hat()

    def _paint_behind(self) -> None:
        spec, head = self.spec, self.head
        if spec.hat is not None:
            light = self.hair_paint.light
            draw_hat(self.canvas, spec.hat, head, spec.hair.volume, light, front=False)
        for bow in spec.bows:
            if bow.behind:
                draw_hair_bow(self.canvas, bow, head, spec.hair.volume)
        look = LayerLook(dark=0.04, shade=self._behind_neck)
        self._draw_image(self._hair_image([("back", self.layers.back, look)]))

    def _behind_neck(self, xy: Floats) -> Floats:
        """Returns how much darker the back hair is at canvas positions behind neck and jaw."""
        x, y = self.head.on_face(0, self.head.chin_y)
        size = self.head.scale
        near = np.exp(-(((xy[..., 0] - x) / (size * 0.80)) ** 2))
        below = smooth_step(-0.2 * size, 0.30 * size, xy[..., 1] - (y - size * 0.80))
        above = smooth_step(1.9 * size, 0.60 * size, xy[..., 1] - y)
        return np.asarray(0.13 * near * below * above)

    def _hair_image(
        self, parts: Sequence[tuple[str, Layer, LayerLook]], spare_face: bool = False
    ) -> Image:
        """Returns layers of hair, the first one lowest, with a line round their silhouette.

        They are softened a little: meshes have edges like stairs. No line is drawn on the face
        where it is spared: there each clump has its own.
        """
        pixels = np.zeros((self.pixels, self.pixels, 4), np.uint8)
        surface = surface_of(pixels)
        canvas = surface.getCanvas()
        canvas.scale(self.zoom, self.zoom)
        for name, layer, look in parts:
            paint_layer(canvas, layer, self.hair_paint, look, self.streams(f"paint.layer.{name}"))
        surface.flushAndSubmit()
        style = self.spec.style
        add_outline(
            pixels,
            self.hair_paint.palette.line,
            _SILHOUETTE_STRENGTH * style.hair_line,
            _SILHOUETTE_LINE * style.line_width * self.zoom,
            self._face_mask() if spare_face else None,
        )
        return softened(pixels)

    def _face_mask(self) -> NDArray[np.uint8]:
        pixels = np.zeros((self.pixels, self.pixels, 4), np.uint8)
        surface = surface_of(pixels)
        surface.getCanvas().scale(self.zoom, self.zoom)
        surface.getCanvas().drawPath(self.face.path, fill(WHITE))
        surface.flushAndSubmit()
        return pixels[..., 3]

    def _draw_image(self, image: Image) -> None:
        """Draws a layer of hair, pixel on pixel."""
        with saved(self.canvas):
            self.canvas.resetMatrix()
            self.canvas.drawImage(image, 0, 0)

    def _paint_middle(self) -> None:
        """Paints tails and what falls over the shoulders, with its shadow on the clothes."""
        if self.spec.hair.front_falls:
            clothes, size = self.spec.clothes, self.head.scale
            on_clothes = skia.BlendMode.kSrcATop
            shadow = fill(hex_color("5a4a78"), 0.18, blur=size * 0.12, blend=on_clothes)
            for side in _SIDES:
                x, y = clothes.neck_x + side * size * 0.60, clothes.neck_y + size * 0.20
                self.canvas.drawOval(oval(x, y, size * 0.36, size * 0.42), shadow)
        look = LayerLook(dark=0.03)
        if self.layers.middle.sheets or self.layers.middle.tubes:
            self._draw_image(self._hair_image([("middle", self.layers.middle, look)]))
        draw_ties(self.canvas, self.spec.hair, self.head, self.spec.style)

    def _paint_face(self) -> Picture:
        """Paints the face; returns its eyes as a picture, to be shown again through the hair."""
        spec, head, canvas = self.spec, self.head, self.canvas
        for bow in spec.bows:
            if not bow.behind and lies_behind(bow, head):
                draw_hair_bow(canvas, bow, head, spec.hair.volume)
        for side in _SIDES:
            if side * head.yaw < _EAR_HIDDEN_FROM:
                draw_ear(canvas, spec, head, side)
        draw_face(canvas, spec, head, self.face)
        draw_mouth(canvas, spec, head)
        recorder, sketch = record()
        for side in _SIDES:
            draw_eye(sketch, spec, head, side)
        eyes = recorder.finishRecordingAsPicture()
        canvas.drawPicture(eyes)
        for side in _SIDES:
            draw_brow(canvas, spec, head, side, 0.9)
        return eyes

    def _paint_front_hair(self, eyes: Picture) -> None:
        image = self._front_hair_image()
        self._cast_hair_shadow(image)
        if self.spec.glasses is not None:
            draw_glasses(self.canvas, self.spec, self.head, self.spec.glasses)
        self._draw_image(image)
        with clipped(self.canvas, self.face.path):
            self.canvas.saveLayer(None, skia.Paint(Alphaf=0.78))
            self.canvas.drawPicture(eyes)
            self.canvas.restore()
            for side in _SIDES:
                draw_brow(self.canvas, self.spec, self.head, side, 0.45)

    def _front_hair_image(self) -> Image:
        """Returns the hair in front of the face as an image of its own, to cast its shadow."""
        layers, shine = self.layers, self.spec.style.ring_strength
        front = Layer([*layers.side.sheets, *layers.fringe.sheets])
        parts = [
            ("top", layers.top, LayerLook()),
            ("cap", layers.cap, LayerLook(highlights=shine * 0.8)),
            ("front", front, LayerLook(highlights=shine, root_fade=0.22, over_skin=True)),
        ]
        return self._hair_image(parts, spare_face=True)

    def _cast_hair_shadow(self, image: Image) -> None:
        spec = self.spec
        unit = self.zoom * self.head.scale / 64
        color = packed(self.face.colors.under_hair)
        paint = skia.Paint()
        paint.setColorFilter(skia.ColorFilters.Blend(color, skia.BlendMode.kSrcIn))
        paint.setAlphaf(0.90)
        paint.setBlendMode(skia.BlendMode.kMultiply)
        blur = self.zoom * (0.7 + 1.6 * spec.style.skin_softness)
        paint.setImageFilter(skia.ImageFilters.Blur(blur, blur))
        x, y = -self.hair_paint.light[0] * 3.4 * unit, 6.2 * unit
        with clipped(self.canvas, self.face.path):
            self.canvas.resetMatrix()
            self.canvas.drawImage(image, float(x), float(y), skia.SamplingOptions(), paint)

    def _paint_ornaments(self) -> None:
        spec, head, canvas = self.spec, self.head, self.canvas
        if spec.band is not None:
            draw_band(canvas, spec.band, head, spec.hair.volume)
        for clip in spec.clips:
            draw_clip(canvas, clip, head)
        for bow in spec.bows:
            if not bow.behind and not lies_behind(bow, head):
                draw_hair_bow(canvas, bow, head, spec.hair.volume)

    def _paint_hat(self) -> None:
        """Paints the front of the hat with its shadow on hair and forehead."""
        hat = self.spec.hat
        if hat is None:
            return
        recorder, sketch = record()
        light = self.hair_paint.light
        draw_hat(sketch, hat, self.head, self.spec.hair.volume, light, front=True)
        picture = recorder.finishRecordingAsPicture()
        shade = packed(mix(self.hair_paint.palette.deep, np.array([0.3, 0.2, 0.3]), 0.5))
        paint = skia.Paint()
        paint.setColorFilter(skia.ColorFilters.Blend(shade, skia.BlendMode.kSrcIn))
        paint.setBlendMode(skia.BlendMode.kSrcATop)
        paint.setAlphaf(0.34)
        paint.setImageFilter(skia.ImageFilters.Blur(2.5, 2.5))
        with saved(self.canvas):
            self.canvas.translate(float(-self.hair_paint.light[0] * 4), 7.5)
            self.canvas.saveLayer(None, paint)
            self.canvas.drawPicture(picture)
            self.canvas.restore()
        self.canvas.drawPicture(picture)
