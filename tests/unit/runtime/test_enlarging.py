import tracemalloc

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime import enlarging
from girlsmoe_desktop.runtime.enlarging import Source, enlarge, find_sources
from girlsmoe_desktop.runtime.upscaler import Upscaler


@pytest.fixture
def upscaler(tiny_upscaler):
    return Upscaler(tiny_upscaler)


@pytest.fixture
def folder(tmp_path):
    """Two pictures, a third in a folder, and what is none."""
    root = tmp_path / "drawings"
    for name in ("b.png", "a.jpg", "deep/er/c.webp", ".hidden.png", ".cache/d.png"):
        picture(root / name)
    (root / "notes.txt").write_text("mine")
    return root


def picture(path, mode="RGB", size=(6, 5)):
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(1).integers(0, 256, (size[1], size[0], 4), dtype=np.uint8)
    Image.fromarray(pixels).convert(mode).save(path)
    return path


def names(sources):
    return [source.path.name for source in sources]


def test_a_folder_means_its_pictures_and_on_demand_those_below(folder):
    assert names(find_sources([folder], 2)) == ["a.jpg", "b.png"]
    sources = find_sources([folder], 2, recursive=True)
    assert names(sources) == ["a.jpg", "b.png", "c.webp"]


def test_folders_are_mirrored(folder, tmp_path):
    out = tmp_path / "large"
    sources = find_sources([folder], 2, out=out, recursive=True)
    assert [source.folder for source in sources] == [out, out, out / "deep" / "er"]
    beside = find_sources([folder], 4, recursive=True)
    assert beside[0].folder == tmp_path / "drawings-4x"
    assert find_sources([folder / "b.png"], 2)[0].folder == folder


def test_a_picture_that_is_given_twice_is_meant_once(folder):
    assert names(find_sources([folder / "b.png", folder, folder], 2)) == ["b.png", "a.jpg"]


def test_results_within_the_folder_are_no_pictures_to_enlarge(folder):
    out = folder / "deep"
    assert names(find_sources([folder], 2, out=out, recursive=True)) == ["a.jpg", "b.png"]
    assert len(find_sources([folder], 2, out=folder, recursive=True)) == 3


def test_what_is_not_there_is_told(folder, tmp_path):
    with pytest.raises(UserError, match="no file"):
        find_sources([folder / "none.png"], 2)
    with pytest.raises(UserError, match="can't be used"):
        find_sources([folder / ("n" * 5000)], 2)
    (tmp_path / "empty").mkdir()
    with pytest.raises(UserError, match="no picture in"):
        find_sources([tmp_path / "empty"], 2)


def test_too_many_pictures_are_refused(folder, monkeypatch):
    monkeypatch.setattr(enlarging, "MAX_FILES", 1)
    with pytest.raises(UserError, match="more than 1 pictures"):
        find_sources([folder], 2)


def test_results_take_the_next_free_name_and_nothing_is_replaced(upscaler, tmp_path):
    sources = [Source(picture(tmp_path / name), tmp_path) for name in ("moe.png", "moe.jpg")]
    first = list(enlarge(upscaler, sources))
    kept = first[0].target.read_bytes()
    again = list(enlarge(upscaler, sources[:1]))
    four = list(enlarge(upscaler, sources[:1], scale=4))
    found = [outcome.target.name for outcome in (*first, *again, *four)]
    assert found == ["moe-2x.png", "moe-2x-2.png", "moe-2x-3.png", "moe-4x.png"]
    assert first[0].target.read_bytes() == kept
    assert (first[0].size, four[0].size) == ((12, 10), (24, 20))
    assert len(list(tmp_path.glob("*.tmp"))) == 0


@pytest.mark.parametrize(
    ("mode", "ending", "result"),
    [
        ("RGB", "png", "RGB"),
        ("RGBA", "png", "RGBA"),
        ("L", "png", "L"),
        ("L", "jpg", "L"),
        ("CMYK", "jpg", "RGB"),
    ],
)
def test_results_are_of_the_kind_of_their_pictures(upscaler, tmp_path, mode, ending, result):
    source = Source(picture(tmp_path / f"a.{ending}", mode), tmp_path / "new" / "folder")
    (outcome,) = enlarge(upscaler, [source], sharpness=0.2)
    with Image.open(outcome.target) as image:
        assert (image.format, image.mode, image.size) == ("PNG", result, (12, 10))


def test_the_pixels_are_the_upscalers(upscaler, tmp_path):
    source = Source(picture(tmp_path / "a.png"), tmp_path)
    (outcome,) = enlarge(upscaler, [source], sharpness=1)
    expected = upscaler.upscale(np.asarray(Image.open(source.path)), sharpness=1)
    assert np.array_equal(np.asarray(Image.open(outcome.target)), expected)


def test_one_bad_picture_does_not_keep_the_others(upscaler, tmp_path):
    (tmp_path / "bad.png").write_text("no")
    (tmp_path / "file").write_text("in the way")
    sources = [
        Source(tmp_path / "bad.png", tmp_path),
        Source(picture(tmp_path / "a.png"), tmp_path / "file"),
        Source(picture(tmp_path / ("l" * 250 + ".png")), tmp_path),
        Source(picture(tmp_path / "b.png"), tmp_path),
    ]
    outcomes = list(enlarge(upscaler, sources, on_progress=print))
    assert [outcome.error is None for outcome in outcomes] == [False, False, False, True]
    assert "no picture" in str(outcomes[0].error)
    assert all("can't be written" in str(outcome.error) for outcome in outcomes[1:3])


@pytest.mark.parametrize("size", [(1, 1), (20_000, 3), (2, 20_000)])
def test_files_of_the_oddest_sizes_are_enlarged_in_little_memory(upscaler, tmp_path, size):
    source = Source(picture(tmp_path / "odd.png", size=size), tmp_path)
    tracemalloc.start()
    try:
        (outcome,) = enlarge(upscaler, [source])
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    with Image.open(outcome.target) as image:
        assert image.size == (2 * size[0], 2 * size[1])
    # A tile's numbers, and pictures of at most 1.5 MB.
    assert most < 40 * 10**6


def test_an_animated_picture_of_any_kind_gives_its_first(upscaler, tmp_path):
    frames = [Image.new("RGB", (4, 4), (value, 0, 0)) for value in (250, 100)]
    for ending in ("gif", "webp", "png"):
        path = tmp_path / ending / f"film.{ending}"
        path.parent.mkdir()
        frames[0].save(path, save_all=True, append_images=frames[1:], lossless=True)
        (outcome,) = enlarge(upscaler, [Source(path, tmp_path)])
        (still,) = enlarge(upscaler, [Source(_still(frames[0], path.parent), tmp_path)])
        assert outcome.is_first_of_many
        assert not still.is_first_of_many
        with Image.open(outcome.target) as first, Image.open(still.target) as alone:
            assert np.array_equal(np.asarray(first), np.asarray(alone))


def _still(frame, folder):
    path = folder / "still.png"
    frame.save(path)
    return path


def test_what_would_become_too_large_is_not_even_unpacked(upscaler, tmp_path, monkeypatch):
    path = picture(tmp_path / "a.png", size=(3000, 3000))
    monkeypatch.setattr(enlarging, "decode", None)
    (outcome,) = enlarge(upscaler, [Source(path, tmp_path)], scale=4)
    assert "12000x12000" in str(outcome.error)


def test_progress_goes_by_pixels_and_ends_at_all(upscaler, tmp_path, monkeypatch):
    monkeypatch.setattr(enlarging, "_WORTH_TELLING_S", 0)
    small = Source(picture(tmp_path / "small.png", size=(4, 4)), tmp_path)
    large = Source(picture(tmp_path / "large.png", size=(8, 6)), tmp_path)
    heard = []
    list(enlarge(upscaler, [small, large], on_progress=heard.append))
    assert [(told.index, told.share) for told in heard] == [(0, 0), (0, 0.25), (1, 0.25), (1, 1)]
    assert heard[0].left_s is None
    assert heard[1].left_s > 0
    assert heard[-1].left_s == 0


def test_it_can_be_stopped_and_keeps_what_is_done(upscaler, tmp_path):
    sources = [Source(picture(tmp_path / f"{name}.png"), tmp_path) for name in "abc"]
    outcomes = []
    for outcome in enlarge(upscaler, sources, should_stop=lambda: len(outcomes) == 1):
        outcomes.append(outcome)
    assert [outcome.target.name for outcome in outcomes] == ["a-2x.png"]
    assert not (tmp_path / "b-2x.png").exists()


def test_a_result_that_cannot_be_written_whole_leaves_nothing(upscaler, tmp_path, monkeypatch):
    source = Source(picture(tmp_path / "a.png"), tmp_path / "out")

    def full(_self, file, **_options):
        file.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Image.Image, "save", full)
    (outcome,) = enlarge(upscaler, [source])
    assert "No space left" in str(outcome.error)
    assert list((tmp_path / "out").iterdir()) == []


def test_too_little_memory_is_told(upscaler, tmp_path, monkeypatch):
    def hungry(_path):
        raise MemoryError

    monkeypatch.setattr(enlarging, "decode", hungry)
    (outcome,) = enlarge(upscaler, [Source(picture(tmp_path / "a.png"), tmp_path)])
    assert "memory" in str(outcome.error)
