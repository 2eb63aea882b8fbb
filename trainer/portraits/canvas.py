"""Drawing helpers on top of skia: paints, gradients, smooth paths and tapered brush strokes."""

from __future__ import annotations

import functools
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
import skia

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from trainer.portraits.colors import Floats

CANVAS = 256.0
"""Side of the square in which everything is placed, in units that no output size changes."""

# skia has no types: these names say what is meant. Points are anything that numpy reads as (n, 2).
Canvas = Any
Path = Any
Paint = Any
Shader = Any
Rect = Any
Color = Any
BlendMode = Any
Recorder = Any
Picture = Any
Image = Any
Surface = Any
Matrix = Any
Points = Any


def _cut(color: Floats) -> list[float]:
    """Returns a colour's channels cut to 0..1; for so few numbers numpy would be slow."""
    return [min(max(level, 0.0), 1.0) for level in color.tolist()]


def opaque(color: Floats, alpha: float = 1.0) -> Color:
    """Returns a skia colour with four float channels; alpha 0..1."""
    return skia.Color4f(*_cut(color), float(alpha))


def packed(color: Floats, alpha: float = 1.0) -> int:
    """Returns a colour as skia's 32-bit integer; alpha is cut to 0..1."""
    red, green, blue = (int(level * 255 + 0.5) for level in _cut(color))
    opacity = int(min(max(alpha, 0.0), 1.0) * 255 + 0.5)
    return opacity << 24 | red << 16 | green << 8 | blue


def surface_of(pixels: NDArray[np.uint8]) -> Surface:
    """Returns a surface that paints into premultiplied colours with opacity, (h, w, 4)."""
    # Skia's default is colours that aren't premultiplied: slower, and wrong at soft edges.
    return skia.Surface(
        pixels, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType
    )


def softened(pixels: NDArray[np.uint8]) -> Image:
    """Returns premultiplied pixels (h, w, 4) as an image, blurred by half a pixel."""
    height, width, _ = pixels.shape
    soft = pixels.reshape(height, width * 4).astype(np.uint16)
    for axis, step in ((0, 1), (1, 4)):
        soft = _spread_along(soft, axis, step)
    image = soft.astype(np.uint8).reshape(height, width, 4)
    return skia.Image.fromarray(
        image, colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kPremul_AlphaType
    )


_SIDE_SHARE = np.uint16(27)
"""Share in 1/256 that a pixel takes of its neighbour: a Gauss curve of half a pixel's width."""


def _spread_along(levels: NDArray[np.uint16], axis: int, step: int) -> NDArray[np.uint16]:
    """Returns levels 0..255 mixed with those `step` before and after; beyond the edge lies 0."""
    side = levels * _SIDE_SHARE
    mixed = levels * (np.uint16(256) - 2 * _SIDE_SHARE)
    mixed += np.uint16(128)
    if axis == 0:
        mixed[step:] += side[:-step]
        mixed[:-step] += side[step:]
    else:
        mixed[:, step:] += side[:, :-step]
        mixed[:, :-step] += side[:, step:]
    mixed >>= np.uint16(8)
    return mixed


def _soften(paint: Paint, radius: float) -> None:
    paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, float(radius)))


def fill(
    color: Floats | None = None,
    alpha: float = 1.0,
    *,
    shader: Shader = None,
    blur: float = 0.0,
    blend: BlendMode = None,
) -> Paint:
    """Returns a paint that fills with a colour or a gradient.

    Args:
        color: Colour, where there is no shader.
        alpha: Opacity 0..1.
        shader: Gradient from `linear` or `radial`.
        blur: Radius in the units of the path; 0 for a crisp edge.
        blend: A skia blend mode; the usual one by default.
    """
    paint = skia.Paint(AntiAlias=True)
    if shader is not None:
        paint.setShader(shader)
        paint.setAlphaf(float(alpha))
    elif color is not None:
        paint.setColor4f(opaque(color, alpha))
    if blur:
        _soften(paint, blur)
    if blend is not None:
        paint.setBlendMode(blend)
    return paint


def stroke(color: Floats, width: float, alpha: float = 1.0, blur: float = 0.0) -> Paint:
    """Returns a paint that draws a line with round ends; width and blur in path units."""
    paint = skia.Paint(
        AntiAlias=True,
        Style=skia.Paint.kStroke_Style,
        StrokeWidth=float(width),
        StrokeCap=skia.Paint.kRound_Cap,
        StrokeJoin=skia.Paint.kRound_Join,
    )
    paint.setColor4f(opaque(color, alpha))
    if blur:
        _soften(paint, blur)
    return paint


def _stops(colors: Sequence[Floats], alphas: Sequence[float] | None) -> list[int]:
    opacity = alphas if alphas is not None else [1.0] * len(colors)
    return [packed(color, alpha) for color, alpha in zip(colors, opacity, strict=True)]


def linear(
    start: Points,
    end: Points,
    colors: Sequence[Floats],
    at: Sequence[float] | None = None,
    alphas: Sequence[float] | None = None,
) -> Shader:
    """Returns a gradient along a line; `at` places the colours in 0..1, evenly by default."""
    ends = [skia.Point(float(start[0]), float(start[1])), skia.Point(float(end[0]), float(end[1]))]
    return skia.GradientShader.MakeLinear(ends, _stops(colors, alphas), at)


def radial(
    center: Points,
    radius: float,
    colors: Sequence[Floats],
    at: Sequence[float] | None = None,
    alphas: Sequence[float] | None = None,
) -> Shader:
    """Returns a gradient from a centre outward; `at` places the colours in 0..1."""
    middle = skia.Point(float(center[0]), float(center[1]))
    return skia.GradientShader.MakeRadial(middle, float(radius), _stops(colors, alphas), at)


def oval(x: float, y: float, half_width: float, half_height: float) -> Rect:
    """Returns the rectangle around an ellipse."""
    return skia.Rect.MakeLTRB(
        float(x - half_width), float(y - half_height), float(x + half_width), float(y + half_height)
    )


@functools.cache
def _segment_basis(steps: int) -> Floats:
    t = np.linspace(0, 1, steps, endpoint=False)
    t2, t3 = t * t, t**3
    rows = [-t + 2 * t2 - t3, 2 - 5 * t2 + 3 * t3, t + 4 * t2 - 3 * t3, t3 - t2]
    return np.asarray(0.5 * np.stack(rows, 1))


@functools.cache
def _spline_matrix(count: int, closed: bool, steps: int) -> Floats:
    """Returns the matrix from control points to samples: the spline is linear in its points."""
    unit = np.eye(count)
    if closed:
        padded = np.concatenate([unit[-1:], unit, unit[:2]])
        segments = count
    else:
        first, last = 2 * unit[:1] - unit[1:2], 2 * unit[-1:] - unit[-2:-1]
        padded = np.concatenate([first, unit, last])
        segments = count - 1
    windows = np.stack([padded[k : k + segments] for k in range(4)], 1)
    sampled = (_segment_basis(steps) @ windows).reshape(-1, count)
    return sampled if closed else np.concatenate([sampled, unit[-1:]])


def spline(points: Points, closed: bool = False, steps: int = 6) -> Floats:
    """Returns a Catmull-Rom curve through points of any dimension, `steps` samples a segment."""
    controls = np.asarray(points, dtype=np.float64)
    return np.asarray(_spline_matrix(len(controls), closed, steps) @ controls)


def polygon(points: Points, closed: bool = True) -> Path:
    """Returns a path of straight lines through points (n, 2)."""
    x, y = np.asarray(points, dtype=np.float64).T.tolist()
    path = skia.Path()
    path.addPoly(list(map(skia.Point, x, y)), closed)
    return path


def curve(points: Points, closed: bool = True, steps: int = 6) -> Path:
    """Returns a smooth path through points (n, 2)."""
    return polygon(spline(points, closed, steps), closed)


@functools.lru_cache(4096)
def _taper(count: int, start: float, end: float, peak: float) -> Floats:
    t = np.arange(count) / (count - 1)
    rising = start + (1 - start) * np.sin(np.pi / 2 * t / peak)
    falling = end + (1 - end) * np.cos(np.pi / 2 * (t - peak) / (1 - peak))
    return np.where(t < peak, rising, falling)


def brush(
    points: Points,
    width: float,
    steps: int = 6,
    start: float = 0.0,
    end: float = 0.0,
    peak: float = 0.5,
) -> Path:
    """Returns a tapered brush stroke along a curve.

    Args:
        points: Control points (n, 2).
        width: Largest width, in path units.
        steps: Samples a segment.
        start: Width at the beginning as a share of the largest, 0..1.
        end: Width at the end as a share of the largest, 0..1.
        peak: Where along the stroke (0..1) it is widest.
    """
    middle = spline(points, False, steps)
    direction = np.empty_like(middle)
    direction[1:-1] = middle[2:] - middle[:-2]
    direction[0], direction[-1] = middle[1] - middle[0], middle[-1] - middle[-2]
    length = np.hypot(direction[:, 0], direction[:, 1]) + 1e-9
    half = _taper(len(middle), float(start), float(end), float(peak)) * (width * 0.5) / length
    offset = np.stack([-direction[:, 1] * half, direction[:, 0] * half], 1)
    return polygon(np.concatenate([middle + offset, (middle - offset)[::-1]]))


def union(paths: Iterable[Path]) -> Path:
    """Returns one path that holds several, so that they are drawn and blurred in one go."""
    joined = skia.Path()
    for path in paths:
        joined.addPath(path)
    return joined


def moved(path: Path, x: float, y: float) -> Path:
    """Returns a copy of a path, moved by x and y."""
    copy = skia.Path(path)
    copy.offset(float(x), float(y))
    return copy


def merged(areas: Sequence[Points], hole: Points | None = None) -> Path:
    """Returns the silhouette of polygons (n, 2) that overlap, without a hole.

    Skia can't merge every set of outlines: about one in a hundred thousand fails, and succeeds
    when its points move a little.
    """
    for grid in (None, 1 / 16, 1 / 4):
        joined = skia.OpBuilder()
        for area in areas:
            joined.add(polygon(_snapped(area, grid)), skia.PathOp.kUnion_PathOp)
        if hole is not None:
            joined.add(polygon(_snapped(hole, grid)), skia.PathOp.kDifference_PathOp)
        try:
            return joined.resolve() or skia.Path()
        except RuntimeError:
            continue
    return union(polygon(area) for area in areas)


def _snapped(points: Points, grid: float | None) -> Points:
    return points if grid is None else np.round(np.asarray(points) / grid) * grid


@contextmanager
def saved(canvas: Canvas) -> Iterator[None]:
    """Restores the canvas' transformation and clip at the end of the block."""
    canvas.save()
    try:
        yield
    finally:
        canvas.restore()


@contextmanager
def clipped(canvas: Canvas, path: Path) -> Iterator[None]:
    """Lets the block draw inside a path only."""
    with saved(canvas):
        canvas.clipPath(path, skia.ClipOp.kIntersect, True)
        yield


def record() -> tuple[Recorder, Canvas]:
    """Returns a recorder and its canvas, to draw the same thing twice."""
    recorder = skia.PictureRecorder()
    return recorder, recorder.beginRecording(skia.Rect.MakeWH(CANVAS, CANVAS))
