"""An onnxruntime that a user adds: what is taken, what is refused, and one that crashes."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import onnxruntime
import pytest

from girlsmoe_desktop import added_engine
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime import engines
from girlsmoe_desktop.runtime.engines import add_engine, added_one, remove_engine

TAG = f"cp{sys.version_info.major}{sys.version_info.minor}"
ANY = f"1.0-{TAG}-{TAG}-any.whl"
ROOT = Path(onnxruntime.__file__).parent
CRASHES = "import os\nos._exit(3)\n"


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A folder of the user's own, for this process and those that it starts."""
    folder = tmp_path / "データ 😀"
    monkeypatch.setattr(added_engine, "folder", lambda: folder / "GirlsMoe" / "engine")
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.delenv(added_engine.VARIABLE, raising=False)
    return folder / "GirlsMoe"


@pytest.fixture(scope="session")
def real_wheel(tmp_path_factory):
    """A wheel of the onnxruntime that is installed."""
    path = (
        tmp_path_factory.mktemp("wheels")
        / f"onnxruntime-{onnxruntime.__version__}-py3-none-any.whl"
    )
    with zipfile.ZipFile(path, "w") as archive:
        for file in [ROOT / "__init__.py", *ROOT.glob("capi/**/*")]:
            if file.is_file() and file.suffix != ".pyc":
                archive.write(file, f"onnxruntime/{file.relative_to(ROOT)}")
        archive.writestr("onnxruntime-1.0.data/scripts/run_me", "echo no")
    return path


@pytest.fixture
def wheel(tmp_path):
    """Makes wheels of texts by name."""

    def make(files, name=f"onnxruntime-{ANY}"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for member, text in files:
                archive.writestr(member, text)
        return path

    return make


def left_in(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_one_is_tried_then_used_and_removed(data, real_wheel):
    said = []
    engine = add_engine([real_wheel], said.append)
    assert engine.packages == (f"onnxruntime {onnxruntime.__version__}",)
    assert "CPUExecutionProvider" in engine.providers
    assert "AzureExecutionProvider" not in engine.providers
    assert engine.painted_on == "CPUExecutionProvider"
    assert said == [real_wheel.name, ""]
    assert added_one() == engine
    assert not [name for name in left_in(data) if "run_me" in name]
    place = _where_from({})
    assert place == str(data / "engine" / "onnxruntime")
    assert _where_from({added_engine.VARIABLE: added_engine.BUNDLED}) == str(ROOT)
    assert remove_engine()
    assert not remove_engine()
    assert added_one() is None
    assert _where_from({}) == str(ROOT)


def _where_from(more):
    code = (
        "from girlsmoe_desktop.added_engine import use_added, is_fine\nuse_added()\n"
        "import onnxruntime, pathlib\nprint(pathlib.Path(onnxruntime.__file__).parent)\nis_fine()"
    )
    environment = {**os.environ, **more, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment, check=True, timeout=120
    )
    return done.stdout.decode("utf-8").strip()


def test_one_that_does_not_work_changes_nothing(data, wheel, real_wheel):
    before = add_engine([real_wheel])
    for text, reason in [
        (CRASHES, "code 3"),
        ("raise ImportError('libcudart.so.13 is missing')", "libcudart"),
    ]:
        with pytest.raises(UserError, match=reason):
            add_engine([wheel([("onnxruntime/__init__.py", text)])])
        assert added_one() == before
    assert [path.name for path in data.iterdir()] == ["engine"]


def test_one_that_ends_the_program_is_left_out_the_next_time(data):
    place = data / "engine" / "onnxruntime"
    place.mkdir(parents=True)
    (place / "__init__.py").write_text(CRASHES, encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError) as error:
        _where_from({})
    assert error.value.returncode == 3
    assert not added_engine.is_broken()
    assert _where_from({}) == str(ROOT)
    assert added_engine.is_broken()
    assert added_one().is_broken
    assert _where_from({}) == str(ROOT)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("onnxruntime.zip", "no wheel"),
        ("onnxruntime-1.0-cp39-cp39-any.whl", "another Python"),
        (f"onnxruntime-1.0-{TAG}-{TAG}-beos_sparc.whl", "another system"),
    ],
)
def test_wheels_for_others_are_refused_by_name(data, wheel, name, reason):
    with pytest.raises(UserError, match=reason):
        add_engine([wheel([("onnxruntime/__init__.py", "")], name)])
    assert not data.exists()


@pytest.mark.parametrize(
    "member",
    ["../up.py", "/etc/x", "onnxruntime/../../up.py", "onnxruntime\\x.py", "onnxruntime/c:x"],
)
def test_strange_names_are_refused(data, wheel, member):
    with pytest.raises(UserError, match="damaged or no wheel"):
        add_engine([wheel([("onnxruntime/__init__.py", ""), (member, "x")])])
    assert left_in(data.parent) == []


def test_links_doubles_and_bombs_are_refused(data, wheel, monkeypatch):
    link = zipfile.ZipInfo("onnxruntime/link.so")
    link.external_attr = 0o120777 << 16
    with pytest.raises(UserError, match="which no wheel has"):
        add_engine([wheel([(link, "/etc/passwd")])])
    with pytest.warns(UserWarning, match="Duplicate"):
        doubled = wheel([("onnxruntime/a.py", ""), ("onnxruntime/a.py", "")])
    with pytest.raises(UserError, match="twice"):
        add_engine([doubled])
    monkeypatch.setattr(engines, "MAX_BYTES", 1 << 10)
    with pytest.raises(UserError, match="larger than"):
        add_engine([wheel([("onnxruntime/big.bin", "0" * 2000)])])
    monkeypatch.setattr(engines, "MAX_MEMBERS", 2)
    with pytest.raises(UserError, match="more than 2 files"):
        add_engine([wheel([(f"onnxruntime/{index}", "") for index in range(3)])])
    assert left_in(data) == []


def test_damaged_files_and_others_packages_are_refused(data, wheel, tmp_path):
    broken = tmp_path / f"onnxruntime-{ANY}"
    broken.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(UserError, match="get it again"):
        add_engine([broken])
    with pytest.raises(UserError, match="brings onnxruntime"):
        add_engine([wheel([("numpy/__init__.py", "")], f"numpy-{ANY}")])
    with pytest.raises(UserError, match="No such file"):
        add_engine([tmp_path / f"missing-{ANY}"])
    assert left_in(data) == []


def test_it_can_be_stopped(data, wheel):
    assert add_engine([wheel([("onnxruntime/__init__.py", "")])], should_stop=lambda: True) is None
    assert left_in(data) == []


def test_what_an_ended_program_left_is_swept(data, wheel):
    old, fresh = data / ".engine-old", data / ".engine-fresh"
    old.mkdir(parents=True)
    fresh.mkdir()
    os.utime(old, (0, 0))
    with pytest.raises(UserError):
        add_engine([wheel([("onnxruntime/__init__.py", CRASHES)])])
    assert [path.name for path in data.iterdir()] == [fresh.name]
    shutil.rmtree(fresh)
