"""Drives the installed program's window by its keys, as a person would, on a screen of its own."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import statistics
import subprocess
import time
from typing import TYPE_CHECKING

import product
from PIL import Image
from problems import BuildError

from trials.common import LIMIT_S, expect, program, run, wait_until
from trials.screen import screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trials.robot import Robot

STARTS = 3
SETTLED_S = 3.0
# What Xvfb's keyboards, and windows without a screen, always say.
HARMLESS = re.compile("xkbcomp|propagateSizeHints")
# Where the heading of the panel is in a picture of the window.
HEADING_PX = (80, 40, 240, 75)
LANGUAGE = "ru"


def time_starts(folder: Path, home: Path, environment: dict[str, str]) -> str:
    """Opens the window a few times, and looks whether anything is seen in it.

    Returns:
        How long it took to paint the window and the first character.
    """
    times = []
    with screen() as name:
        for number in range(STARTS):
            picture = home / f"window {number}.png"
            times.append(time_start(folder, picture, {**environment, **name}))
    painted, character = (statistics.median(column) for column in zip(*times, strict=True))
    return f"painted after {painted:.2f} s, first character after {character:.2f} s (medians)"


def time_start(folder: Path, picture: Path, environment: dict[str, str]) -> tuple[float, float]:
    """Has the window picture itself; returns the seconds to paint and to the character."""
    began = time.time()
    done = run([program(folder, product.WINDOW_PROGRAM), "--screenshot", picture], environment)
    times = dict(re.findall(r"^(.+): (\d+\.\d+)$", done.stdout, re.MULTILINE))
    if os.name != "nt":  # there a window's program has no output
        expect(set(times) == {"window painted", "first character"}, f"it printed {done.stdout!r}")
    expect_quiet(done.stderr)
    with Image.open(picture) as opened:
        expect_seen(opened.convert("RGB"))
    return (
        float(times.get("window painted", began)) - began,
        float(times.get("first character", began)) - began,
    )


def use_window(folder: Path, home: Path, environment: dict[str, str]) -> Iterator[str]:
    """Generates, saves, changes the language, restarts, and finds everything again.

    Yields:
        What was tried and is well.
    """
    pictures = home / "Pictures"  # every desktop has made it
    pictures.mkdir()
    from trials.robot import Robot

    with screen() as name, contextlib.closing(Robot(name["DISPLAY"])) as somebody:
        seen = {**environment, **name}
        with opened(folder, home, seen, somebody) as window:
            made = generate(somebody, window, home)
            yield f"Generate makes characters: the gallery holds {made}"
            saved = save(somebody, window, pictures)
            verdict = run([program(folder, product.CONSOLE_PROGRAM), "verify", saved], environment)
            expect(verdict.stdout.strip() == "exact", f"the saved picture is {verdict.stdout!r}")
            yield "a picture is saved through the dialogs, and is what its recipe makes"
            english = heading(somebody, window)
            window = speak(somebody, window, home)
            wait_until(
                "the window speaks another language",
                lambda: heading(somebody, window) not in (None, english),
            )
            look(somebody, window, home / "in another language.png")
            yield "the language is changed in the menu, and the window comes back in it"
            leave(somebody, window)
        with opened(folder, home, seen, somebody) as window:
            wait_until("a picture in the window", lambda: heading(somebody, window) is not None)
            settle(lambda: characters(home))
            expect(characters(home) == made, f"{made} were made, {characters(home)} came back")
            expect(heading(somebody, window) != english, "the language was forgotten")
            before = saved.rename(home / "saved before.png")
            again = save(somebody, window, pictures)
            expect(same_pixels(before, again), "somebody else is on the stage after a restart")
            look(somebody, window, home / "after a restart.png")
            leave(somebody, window)
        yield "after a restart gallery, stage and language are as they were left"


@contextlib.contextmanager
def opened(folder: Path, home: Path, environment: dict[str, str], somebody: Robot) -> Iterator[int]:
    """Starts the program, gives its window, and waits for its end, which must be a good one."""
    complaints = home.parent / "complaints.txt"
    with complaints.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [program(folder, product.WINDOW_PROGRAM)],
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=errors,
            stderr=errors,
        )
        try:
            wait_until(
                "the program's window",
                lambda: somebody.windows() or process.poll() is not None,
            )
            expect(process.poll() is None, f"it ended at once:\n{complaints.read_text()}")
            yield somebody.windows()[-1]
            code = process.wait(LIMIT_S)
        except subprocess.TimeoutExpired:
            raise BuildError(f"the program did not end within {LIMIT_S} seconds") from None
        finally:
            process.kill()
            process.wait()
    expect(code == 0, f"the program ended with {code}:\n{complaints.read_text()}")
    expect_quiet(complaints.read_text(encoding="utf-8"))


def generate(somebody: Robot, window: int, home: Path) -> int:
    """Presses Generate once there is a first character; returns how many there are then."""
    wait_until("the first character", lambda: characters(home) > 0)
    first = settle(lambda: characters(home))
    expect(first == 1, f"an empty gallery began with {first} characters")
    somebody.focus(window)
    somebody.press("ctrl+g")
    wait_until("new characters", lambda: characters(home) > first)
    return settle(lambda: characters(home))


def save(somebody: Robot, window: int, folder: Path) -> Path:
    """Saves who is on the stage through the dialogs, under the name that they propose.

    Args:
        somebody: Who does it.
        window: Of the program.
        folder: That the dialogs propose. There is no picture in it yet.

    Returns:
        The picture.
    """
    somebody.focus(window)
    how = somebody.press_until_new("ctrl+s", "asks how to save")
    somebody.focus(how)
    where = somebody.press_until_new("Return", "asks where to save")
    somebody.focus(where)
    somebody.press_until_gone("Return", where, "saves")
    wait_until(f"a picture in {folder}", lambda: any(folder.glob("*.png")))
    (saved,) = folder.glob("*.png")
    return saved


def speak(somebody: Robot, window: int, home: Path) -> int:
    """Chooses another language in the menu; returns the window that speaks it."""
    from girlsmoe_desktop.state.languages import CHOICES

    somebody.focus(window)
    somebody.press_until_new("alt+v", "the menu of the view")
    somebody.press("Up")  # to its last line
    somebody.press_until_new("Right", "the menu of languages")
    for _ in range(CHOICES.index(LANGUAGE)):
        somebody.press("Down")
    somebody.press("Return")
    settings = home / ".config" / product.USER_FOLDER / "window.ini"
    wait_until(
        "the program remembers the language",
        lambda: settings.is_file() and f"language={LANGUAGE}" in settings.read_text("utf-8"),
    )
    wait_until("the window goes, to come back", lambda: window not in somebody.windows())
    wait_until("the window comes back", somebody.windows)
    return somebody.windows()[-1]


def leave(somebody: Robot, window: int) -> None:
    """Quits the program by its key."""
    somebody.focus(window)
    somebody.press("ctrl+q")


def characters(home: Path) -> int:
    """Returns how many characters the gallery holds."""
    file = home / ".local" / "share" / product.USER_FOLDER / "gallery.sqlite3"
    if not file.is_file():
        return 0
    try:
        with contextlib.closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as gallery:
            (count,) = gallery.execute("SELECT count(*) FROM character").fetchone()
    except sqlite3.OperationalError:  # it is just being made
        return 0
    return int(count)


def settle(count) -> int:  # noqa: ANN001  a function without arguments
    """Returns what a count is once it has not changed for a while."""
    last, since = count(), time.monotonic()
    while time.monotonic() - since < SETTLED_S:
        time.sleep(0.1)
        if (now := count()) != last:
            last, since = now, time.monotonic()
    return last


def heading(somebody: Robot, window: int) -> bytes | None:
    """Returns the pixels of the panel's heading; None while there is nothing written."""
    picture = somebody.picture(window)
    if picture is None:
        return None
    shown = picture.crop(HEADING_PX)
    colours = shown.getcolors(1 << 20)
    return shown.tobytes() if colours is None or len(colours) > 8 else None


def look(somebody: Robot, window: int, path: Path) -> None:
    """Keeps a picture of the window, in which something must be seen."""
    picture = somebody.picture(window)
    expect(picture is not None, "the window is gone")
    picture.save(path)
    expect_seen(picture)


def expect_seen(picture: Image.Image) -> None:
    """Fails unless a picture of the window is large and has anything to see in it."""
    colours = len(picture.getcolors(1 << 24) or [])
    large = picture.width > 800 and picture.height > 500
    expect(large and colours > 500, f"nothing is seen: {picture.size}, {colours} colours")


def expect_quiet(said: str) -> None:
    """Fails if the program complained of anything."""
    noise = [line for line in said.splitlines() if line and not HARMLESS.search(line)]
    expect(not noise, "the window's program complained:\n" + "\n".join(noise))


def same_pixels(one: Path, other: Path) -> bool:
    """Returns whether two pictures show the same."""
    with Image.open(one) as first, Image.open(other) as second:
        return first.convert("RGB").tobytes() == second.convert("RGB").tobytes()
