"""Every step on a disk that fails: it says so, leaves nothing half-written, and goes on after."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from tests.unit.trainer.data.steps import Steps, paint, use_framed
from tests.unit.trainer.data.tagging.conftest import WD_TAGS, WD_VALUES, write_wd

STEPS = ("collect", "detect", "dedupe", "tag", "review", "select", "stats", "relabel")
_MOST_WRITES = 60


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Three pictures that all steps were taken with, from which each may be taken again."""
    root = tmp_path_factory.mktemp("made")
    tagger = write_wd(root / "tagger", WD_TAGS, values=WD_VALUES)
    for seed in range(3):
        paint(root / "all" / "in" / f"絵 {seed}.png", seed)
    with pytest.MonkeyPatch.context() as patch:
        use_framed(patch)
        Steps(root / "all", tagger).run_until(None)
    return root


@pytest.fixture
def steps_before(made, tmp_path, monkeypatch):
    """Makes a folder in which all steps before one were taken."""
    use_framed(monkeypatch)

    def make(step):
        root = tmp_path / "trial"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(made / "all" / "in", root / "in")
        steps = Steps(root, made / "tagger")
        steps.run_until(step)
        return steps

    return make


class Disk:
    """Lets some writes reach the disk, and none after them."""

    def __init__(self, monkeypatch):
        self._fsync, self._left = os.fsync, None
        monkeypatch.setattr(os, "fsync", self)

    def __call__(self, number):
        if self._left is not None:
            if not self._left:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            self._left -= 1
        self._fsync(number)

    def full_after(self, writes):
        self._left = writes

    def has_room(self):
        self._left = None


@pytest.mark.parametrize("step", STEPS)
def test_a_disk_that_gets_full_at_any_write(made, steps_before, monkeypatch, capsys, step):
    undisturbed = Steps(made / "all", made / "tagger").contents()
    disk = Disk(monkeypatch)
    for writes in range(_MOST_WRITES):
        disk.has_room()
        steps = steps_before(step)
        capsys.readouterr()
        disk.full_after(writes)
        if steps.run(step) == 0:
            break
        said = capsys.readouterr().err
        assert str(steps.root) in said
        assert "No space left" in said
        assert "room" in said
        assert "Traceback" not in said
        assert not list(steps.root.rglob("*.part"))
        disk.has_room()
        assert steps.run(step) == 0
        assert steps.contents().items() <= undisturbed.items()
    assert 0 < writes < _MOST_WRITES


def test_an_array_goes_on_on_a_disk_that_was_full(steps_before, monkeypatch, capsys):
    disk, steps = Disk(monkeypatch), steps_before("select")
    assert steps.run("select", "--array") == 0
    whole = (steps.root / "s" / "pixels.npy").read_bytes()
    for writes in range(3):
        steps = steps_before("select")
        disk.full_after(writes)
        assert steps.run("select", "--array") == 2
        assert "No space left" in capsys.readouterr().err
        assert not (steps.root / "s" / "labels.csv").exists()
        disk.has_room()
        assert steps.run("select", "--array") == 0
        assert (steps.root / "s" / "pixels.npy").read_bytes() == whole


class ReadOnly:
    """Refuses every change below some folders, as a disk that is mounted to be read."""

    def __init__(self, monkeypatch, *folders):
        self._folders = folders
        for owner, name in ((Path, "open"), (Path, "mkdir"), (Path, "unlink"), (Path, "replace")):
            monkeypatch.setattr(owner, name, self._guarded(name, getattr(owner, name)))

    def _guarded(self, name, plain):
        def guarded(path, *args, **kwargs):
            mode = args[0] if args else kwargs.get("mode", "r")
            reads = name == "open" and not set(mode) & set("wax+")
            exists = name in ("mkdir", "unlink") and path.exists() is (name == "mkdir")
            if any(map(path.is_relative_to, self._folders)) and not reads and not exists:
                raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
            return plain(path, *args, **kwargs)

        return guarded


@pytest.mark.parametrize("step", STEPS)
def test_a_folder_that_may_not_be_written_to_is_told_and_left_as_it_is(
    steps_before, monkeypatch, capsys, step
):
    steps = steps_before(step)
    before = steps.contents()
    capsys.readouterr()
    with monkeypatch.context() as patch:
        ReadOnly(patch, steps.root)
        assert steps.run(step) == 2
    said = capsys.readouterr().err
    assert str(steps.root) in said
    assert "Read-only" in said
    assert ".part" not in said
    assert "may write to" in said
    assert "Traceback" not in said
    assert steps.contents() == before
    assert steps.run(step) == 0


@pytest.mark.parametrize(
    ("step", "folder"),
    [("collect", "in"), ("detect", "c"), ("select", "f"), ("stats", "f"), ("relabel", "s")],
)
def test_what_is_only_read_may_be_read_only(steps_before, monkeypatch, step, folder):
    steps = steps_before(step)
    with monkeypatch.context() as patch:
        ReadOnly(patch, steps.root / folder)
        assert steps.run(step) == 0


def test_faces_are_listed_where_nothing_can_be_noted(steps_before, monkeypatch, capsys):
    steps = steps_before("review")
    with monkeypatch.context() as patch:
        ReadOnly(patch, steps.root / "f")
        assert steps.run("review") == 0
        said = capsys.readouterr().out
        assert "3 faces are left" in said
        assert "only ids" in said
        assert steps.run("review", "--keep", ":1") == 2
