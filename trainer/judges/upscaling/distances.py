"""How near an enlarged picture is to the truth, and where it differs: pure functions of pixels.

Pictures are (H, W, 3) or (H, W), floats in 0..1.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WINDOW_PX, SIGMA_PX = 11, 1.5
"""Of the weights under which two pictures are compared."""
_K1, _K2 = 0.01, 0.03
_LUMA = np.array([0.299, 0.587, 0.114])

EDGE = 0.08
"""Change of brightness a pixel from which there is an edge in the truth."""
FLAT_PX = 7
"""Side of the surroundings in which a truth's pixels are alike where it is flat."""
FLAT = 2 / 255
"""Greatest standard deviation there, in any channel."""
HALO_PX = 4
"""How far from an edge a halo is looked for."""
NEAR_PX = 2
"""How far away the truth may have what is shown here: less is no halo, but a shifted edge."""


def psnr(picture: Floats, truth: Floats) -> float:
    """Returns the peak signal-to-noise ratio in dB over all channels; infinite for the same.

    Source: 10 log10(1 / MSE); over RGB, where papers on photographs often take brightness alone.
    """
    error = float(np.square(picture - truth).mean())
    return float("inf") if error == 0 else -10 * float(np.log10(error))


def ssim(picture: Floats, truth: Floats) -> float:
    """Returns the structural similarity, mean over windows and channels, -1..1.

    Source: Eq. 13, Wang et al. 2004, "Image quality assessment", IEEE TIP 13(4): 11 x 11 gaussian
    of 1.5 pixels, K1 0.01, K2 0.03, whole windows only; each channel by itself, then their mean.
    """
    x, y = np.atleast_3d(picture), np.atleast_3d(truth)
    mx, my = _blurred(x), _blurred(y)
    vx, vy = _blurred(x * x) - mx * mx, _blurred(y * y) - my * my
    both = _blurred(x * y) - mx * my
    c1, c2 = _K1**2, _K2**2
    top = (2 * mx * my + c1) * (2 * both + c2)
    return float((top / ((mx * mx + my * my + c1) * (vx + vy + c2))).mean())


def gmsd(picture: Floats, truth: Floats) -> float:
    """Returns the spread of how alike gradients are: 0 for the same, more where it looks worse.

    Source: Eq. 4 to 7, Xue et al. 2014, "Gradient magnitude similarity deviation", arXiv:1308.3052:
    brightness halved in size, Prewitt's gradients, c = 170 of 255 squared. It knows no network, so
    none can have been trained towards it.
    """
    one, other = (_prewitt(_halved(luma(each))) for each in (picture, truth))
    c = 170 / 255**2
    return float(((2 * one * other + c) / (one**2 + other**2 + c)).std())


def sharpness(picture: Floats, truth: Floats) -> float:
    """Returns how steep the picture is where the truth has edges, as a share of the truth.

    Below 1 lines are softer than the truth's, above 1 they are overdone; nan without edges.
    """
    steep = gradient(truth)
    edges = steep > EDGE
    if not edges.any():
        return float("nan")
    return float(gradient(picture)[edges].mean() / steep[edges].mean())


def grain(picture: Floats, truth: Floats) -> float:
    """Returns the fine structure that was made up where the truth is flat, RMS in 1/255.

    What is finer than a gaussian of 1.5 pixels, less what the truth has of it; nan where nothing
    is flat.
    """
    flat = is_flat(truth)
    if not flat.any():
        return float("nan")
    made_up = _fine(picture) - _fine(truth)
    return 255 * float(np.sqrt(np.square(made_up)[flat].mean()))


def halo(picture: Floats, truth: Floats) -> float:
    """Returns how far the picture overshoots the truth around edges, mean in 1/255.

    A pixel near an edge overshoots by as much as it is darker than all the truth within two
    pixels, or lighter: rings and seams are, a line that is soft or has moved a little is not.
    nan without edges.
    """
    around = _most((gradient(truth) > EDGE).astype(float), HALO_PX) > 0
    if not around.any():
        return float("nan")
    lightest, darkest = _most(truth, NEAR_PX), -_most(-truth, NEAR_PX)
    beyond = np.maximum(picture - lightest, 0) + np.maximum(darkest - picture, 0)
    return 255 * float(beyond[around].mean())


def luma(picture: Floats) -> Floats:
    """Returns the brightness, (H, W): Rec. 601, as JPEG has it."""
    values: Floats = picture if picture.ndim == 2 else picture @ _LUMA
    return values


def gradient(picture: Floats) -> Floats:
    """Returns the change of brightness a pixel, (H, W), by central differences."""
    down, across = np.gradient(luma(picture))
    steep: Floats = np.hypot(down, across)
    return steep


def is_flat(truth: Floats) -> NDArray[np.bool_]:
    """Returns where a picture hardly changes around a pixel, (H, W)."""
    padded = np.pad(truth, ((FLAT_PX // 2,) * 2, (FLAT_PX // 2,) * 2, (0, 0)), mode="edge")
    variance = _window_means(padded * padded) - _window_means(padded) ** 2
    flat: NDArray[np.bool_] = np.all(variance < FLAT**2, axis=-1)
    return flat


def _window_means(values: Floats) -> Floats:
    """Returns the means of whole windows of `FLAT_PX`, of values (H, W, C)."""
    down = sliding_window_view(values, FLAT_PX, 0).mean(-1)
    means: Floats = sliding_window_view(down, FLAT_PX, 1).mean(-1)
    return means


def _gaussian() -> Floats:
    places = np.arange(WINDOW_PX) - WINDOW_PX // 2
    weights = np.exp(-(places**2) / (2 * SIGMA_PX**2))
    shares: Floats = weights / weights.sum()
    return shares


def _blurred(picture: Floats) -> Floats:
    """Returns weighted means of whole windows, 10 pixels less each way."""
    weights = _gaussian()
    down = np.einsum("hwck,k->hwc", sliding_window_view(picture, WINDOW_PX, 0), weights)
    means: Floats = np.einsum("hwck,k->hwc", sliding_window_view(down, WINDOW_PX, 1), weights)
    return means


def _fine(picture: Floats) -> Floats:
    """Returns a picture less its gaussian blur."""
    half = WINDOW_PX // 2
    return picture - _blurred(np.pad(picture, ((half, half), (half, half), (0, 0)), mode="edge"))


def _most(values: Floats, reach: int) -> Floats:
    """Returns the greatest value within so many pixels each way, for values (H, W) or (H, W, 3)."""
    side = 2 * reach + 1
    for axis in (0, 1):
        pads = [(0, 0)] * values.ndim
        pads[axis] = (reach, reach)
        padded = np.pad(values, pads, mode="edge")
        values = sliding_window_view(padded, side, axis).max(-1)
    return values


def _halved(values: Floats) -> Floats:
    """Returns the means of 2 x 2 values."""
    height, width = (side // 2 * 2 for side in values.shape)
    cells = values[:height, :width].reshape(height // 2, 2, width // 2, 2)
    means: Floats = cells.mean((1, 3))
    return means


def _prewitt(values: Floats) -> Floats:
    """Returns the steepness of values (H, W), (H - 2, W - 2)."""
    rows = sliding_window_view(values, 3, 1).sum(-1)
    columns = sliding_window_view(values, 3, 0).sum(-1)
    steep: Floats = np.hypot(rows[2:] - rows[:-2], columns[:, 2:] - columns[:, :-2]) / 3
    return steep
