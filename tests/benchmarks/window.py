"""How quick the window is: prints medians, beside what is aimed at. Run it with `make bench`.

Starts are timed in processes of their own, warm (the first one is thrown away), from the start of
the interpreter. The rest is timed in one window. Nothing here fails for being slow.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STARTS = 7
MOVES = 120
NEWCOMERS = 15
ENLARGEMENTS = 15
STALL_MS = 16.0
PATIENCE_S = 20.0


def main() -> None:
    """Prints the figures."""
    with tempfile.TemporaryDirectory() as home:
        kept_out = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "APPDATA")
        os.environ.update(dict.fromkeys(kept_out, home))
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        starts = [_in_a_process("start") for _ in range(STARTS + 1)][1:]
        use = _in_a_process("use")
        enlarging = _in_a_process("enlarge")
    rows = [
        ("window painted", statistics.median(s["painted_ms"] for s in starts), "400 ms"),
        ("first character", statistics.median(s["character_ms"] for s in starts), "800 ms"),
        ("slider to picture, median", use["slider_ms"], "45 ms"),
        ("slider to picture, 95th of 100", use["slider_95_ms"], "70 ms"),
        ("longest time the window did not listen", use["stall_ms"], f"{STALL_MS:.0f} ms"),
        ("36 characters", use["batch_ms"], "1,200 ms"),
        ("36 characters, each the best of 4", use["best_ms"], ""),
        ("new character to enlarged stage", use["enlarged_ms"], ""),
        ("memory, MB", use["memory_mb"], "300"),
        ("128 px enlarged to 256", enlarging["twice_ms"], "60 ms"),
        ("128 px enlarged to 512", enlarging["four_times_ms"], "300 ms"),
    ]
    print(f"{'':42}{'here':>10}  aimed at")
    for name, value, goal in rows:
        print(f"{name:42}{value:10.1f}  {goal}")


def _in_a_process(what: str) -> dict[str, float]:
    command = [sys.executable, str(Path(__file__).resolve()), what, str(time.time())]
    # Compiled code is kept from one start to the next, as in any installation.
    cache = str(Path(os.environ["HOME"]) / "compiled")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": cache}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    result: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return result


def _start(began: float) -> dict[str, float]:
    from girlsmoe_desktop.__main__ import make_ready

    make_ready()  # as `girlsmoe` does
    from girlsmoe_desktop.app import build_app

    app, window = build_app([])
    window.show()
    app.processEvents()
    painted = time.time()
    while window.stage.portrait.shown is None and time.time() < began + PATIENCE_S:
        app.processEvents()
    app.processEvents()
    character = time.time()
    window.close()
    return {"painted_ms": 1000 * (painted - began), "character_ms": 1000 * (character - began)}


def _use() -> dict[str, float]:
    from girlsmoe_desktop.app import build_app
    from girlsmoe_desktop.state.settings import DEFAULT_BEST_OF
    from girlsmoe_desktop.views.places import BLEND

    app, window = build_app([])
    window.show()
    studio = window.studio

    def until(condition):
        longest, last = 0.0, time.perf_counter()
        given_up = last + PATIENCE_S
        while not condition():
            if last > given_up:
                raise SystemExit("The window did not do what was waited for.")
            app.processEvents()
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        return 1000 * longest

    def batch_ms(best_of):
        studio.best_of = best_of
        began = time.perf_counter()
        studio.generate(36)
        until(lambda: not studio.is_busy)
        return 1000 * (time.perf_counter() - began)

    until(lambda: studio.session.character is not None and not studio.is_busy)
    until(lambda: studio.reader is not None)
    batches = {best_of: batch_ms(best_of) for best_of in (DEFAULT_BEST_OF, 1)}
    portrait, arrivals = window.stage.portrait, []
    for _ in range(NEWCOMERS):
        before = studio.session.character
        studio.generate(1)
        until(lambda before=before: studio.session.character is not before)
        arrived = time.perf_counter()
        until(lambda: portrait.is_enlarged and portrait.shown is studio.session.character)
        arrivals.append(1000 * (time.perf_counter() - arrived))
        until(lambda: not studio.is_busy)
    window.go_to(BLEND)
    studio.blend.set_start(studio.gallery.character(0))
    studio.blend.set_end(studio.gallery.character(1))
    until(lambda: studio.session.character.number == 0)
    waits, stalls = [], []
    for move in range(MOVES):
        before = window.stage.portrait.shown
        moved = time.perf_counter()
        # Far jumps, and never to where it stands.
        window.rooms.blend.slider.setValue(1 + 37 * move % 99)
        stalls.append(until(lambda before=before: window.stage.portrait.shown is not before))
        waits.append(1000 * (time.perf_counter() - moved))
    memory_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    window.close()
    return {
        "batch_ms": batches[1],
        "best_ms": batches[DEFAULT_BEST_OF],
        "slider_ms": statistics.median(waits),
        "slider_95_ms": sorted(waits)[int(0.95 * len(waits))],
        "stall_ms": max(stalls),
        "memory_mb": memory_mb,
        "enlarged_ms": statistics.median(arrivals),
    }


def _enlarge() -> dict[str, float]:
    import numpy as np

    from girlsmoe_desktop.runtime.upscaler import Upscaler, find_upscaler

    upscaler = Upscaler(find_upscaler())
    picture = np.random.default_rng(0).integers(0, 256, (128, 128, 3), dtype=np.uint8)

    def median_ms(scale):
        upscaler.upscale(picture, scale=scale)
        times = []
        for _ in range(ENLARGEMENTS):
            began = time.perf_counter()
            upscaler.upscale(picture, scale=scale)
            times.append(1000 * (time.perf_counter() - began))
        return statistics.median(times)

    return {"twice_ms": median_ms(2), "four_times_ms": median_ms(4)}


if __name__ == "__main__":
    if len(sys.argv) == 1:
        main()
    elif sys.argv[1] == "start":
        print(json.dumps(_start(float(sys.argv[2]))))
    else:
        print(json.dumps(_use() if sys.argv[1] == "use" else _enlarge()))
