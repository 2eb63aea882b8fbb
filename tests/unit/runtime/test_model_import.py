import hashlib
import io
import json
import os
import stat
import struct
import zipfile

import numpy as np
import onnx
import pytest
from onnx import numpy_helper
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime import model_files
from girlsmoe_desktop.runtime.library import installed, user_folder
from girlsmoe_desktop.runtime.model_import import OtherModelError, import_model, remove_model

CARD = "# Mine\n\n![one](one.png) ![two](../two.png) ![three](https://x.org/three.png)\n"


def png(size=(8, 8)):
    file = io.BytesIO()
    Image.new("RGB", size, "red").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def files(tiny_models):
    """A model's files, under an id that nothing else has."""
    weights = (tiny_models / "tiny" / "generator.onnx").read_bytes()
    manifest = json.loads((tiny_models / "tiny" / "model.json").read_text())
    return {
        "model.json": json.dumps(manifest | {"id": "mine"}).encode(),
        "generator.onnx": weights,
        "card.md": CARD.encode(),
        "one.png": png(),
    }


@pytest.fixture
def folder(tmp_path):
    def make(files):
        path = tmp_path / "brought"
        path.mkdir()
        for name, data in files.items():
            (path / name).write_bytes(data)
        return path

    return make


@pytest.fixture
def zipped(tmp_path):
    def make(files, prefix="", more=()):
        path = tmp_path / "mine.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(prefix + name, data)
            for info, data in more:
                archive.writestr(info, data)
        return path

    return make


def mine():
    return sorted(path.name for path in (user_folder() / "mine").iterdir())


def everything():
    root = user_folder()
    return sorted(str(path) for path in root.rglob("*")) if root.exists() else []


def edited(files, **fields):
    manifest = json.loads(files["model.json"]) | fields
    return files | {"model.json": json.dumps(manifest).encode()}


def with_weights(files, change):
    """The files with a changed network, and a manifest that vouches for it."""
    network = onnx.load_from_string(files["generator.onnx"])
    change(network)
    data = network.SerializeToString()
    renewed = edited(files, sha256=hashlib.sha256(data).hexdigest())
    return renewed | {"generator.onnx": data}


def louder(network):
    """Changes the weights, and so the sha256."""
    tensor = next(t for t in network.graph.initializer if t.name == "weights")
    tensor.CopyFrom(numpy_helper.from_array(2 * numpy_helper.to_array(tensor), "weights"))


@pytest.mark.parametrize("prefix", ["", "mine/", "a folder/within/"])
def test_a_zip_becomes_an_installed_model(files, zipped, prefix):
    path = zipped(files | {"readme.txt": b"not asked for"}, prefix)
    model = import_model(path)
    assert model.folder == user_folder() / "mine"
    assert mine() == ["card.md", "generator.onnx", "model.json", "one.png"]
    assert installed().models["mine"].folder == model.folder
    assert [path.name for path in user_folder().iterdir()] == ["mine"]


def test_a_folder_becomes_an_installed_model(files, folder):
    path = folder(files | {"two.png": png(), "sample.png": png()})
    assert import_model(path).manifest.id == "mine"
    assert mine() == ["card.md", "generator.onnx", "model.json", "one.png", "sample.png"]


def test_a_model_without_a_card_is_one(files, zipped):
    del files["card.md"], files["one.png"]
    import_model(zipped(files))
    assert mine() == ["generator.onnx", "model.json"]


def test_the_same_model_again_changes_nothing(files, zipped):
    first = import_model(zipped(files))
    before = (first.folder / "model.json").stat().st_mtime_ns
    assert import_model(zipped(files)).folder == first.folder
    assert (first.folder / "model.json").stat().st_mtime_ns == before


def test_the_same_model_again_mends_a_damaged_one(files, zipped):
    first = import_model(zipped(files))
    (first.folder / "generator.onnx").write_bytes(b"broken")
    again = import_model(zipped(files))
    assert (again.folder / "generator.onnx").read_bytes() == files["generator.onnx"]
    assert len(list(user_folder().iterdir())) == 1


def test_another_model_of_that_id_is_replaced_only_on_purpose(files, zipped):
    import_model(zipped(files))
    before = everything()
    other = with_weights(files, louder)
    with pytest.raises(OtherModelError, match="already another model 'mine'") as refused:
        import_model(zipped(other))
    assert refused.value.model_id == "mine"
    assert everything() == before
    replaced = import_model(zipped(other), replace=True)
    assert installed().models["mine"].manifest.sha256 == replaced.manifest.sha256
    assert (replaced.folder / "generator.onnx").read_bytes() == other["generator.onnx"]
    assert len(list(user_folder().iterdir())) == 1
    import_model(zipped(files), replace=True)
    assert len(list(user_folder().iterdir())) == 1


def hostile(name, data=b"x", mode=stat.S_IFREG | 0o644):
    info = zipfile.ZipInfo(name)
    info.filename = name
    info.external_attr = mode << 16
    return info, data


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (hostile("../evil.png"), r"'\.\./evil.png' in it is not allowed"),
        (hostile("/etc/evil"), "'/etc/evil' in it is not allowed"),
        (hostile("C:/evil"), "not allowed"),
        (hostile("a\\..\\evil"), "not allowed"),
        (hostile("a//b"), "not allowed"),
        (hostile("con.png"), "not allowed"),
        (hostile("pictures/LPT1"), "not allowed"),
        (hostile("evil. "), "not allowed"),
        (hostile("tab\tevil"), "not allowed"),
        (hostile("link", b"/etc/passwd", stat.S_IFLNK | 0o777), "'link' in it is a link"),
        (hostile("pipe", b"", stat.S_IFIFO), "is a link or no file"),
        (hostile("CARD.md"), "'CARD.md' twice"),
        (hostile("other/model.json"), "2 files model.json"),
    ],
)
def test_names_that_lead_elsewhere_refuse_the_whole_zip(files, zipped, more, reason):
    path = zipped(files, more=[more])
    with pytest.raises(UserError, match=reason):
        import_model(path)
    assert everything() == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_comes_twice_is_refused(files, zipped):
    path = zipped(files, more=[hostile("generator.onnx")])
    with pytest.raises(UserError, match=r"'generator.onnx' twice"):
        import_model(path)


def test_bombs_are_refused_by_ratio_and_by_size(files, zipped, monkeypatch):
    bomb = zipped(files | {"card.md": b"0" * model_files.MAX_CARD_BYTES})
    with pytest.raises(UserError, match="packed absurdly tight"):
        import_model(bomb)
    noise = np.random.default_rng(0).bytes(model_files.MAX_CARD_BYTES + 1)
    with pytest.raises(UserError, match=r"card.md in it is larger than"):
        import_model(zipped(files | {"card.md": noise}))
    monkeypatch.setattr(model_files, "MAX_MEMBERS", 3)
    with pytest.raises(UserError, match="more than 3 files"):
        import_model(zipped(files))


def test_a_size_that_lies_is_not_believed(files, zipped):
    """The directory promises few bytes, the packed data unfolds to many."""
    path = zipped(files | {"card.md": bytes(200_000)})
    data = bytearray(path.read_bytes())
    place = data.rindex(b"card.md") - 46
    assert data[place : place + 4] == b"PK\x01\x02"
    data[place + 24 : place + 28] = struct.pack("<I", 100)
    path.write_bytes(data)
    with pytest.raises(UserError):
        import_model(path)
    assert everything() == []


def test_links_in_a_folder_are_not_followed(files, folder, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("secret")
    del files["card.md"]
    path = folder(files)
    (path / "card.md").symlink_to(secret)
    with pytest.raises(UserError, match=r"card.md in it is a link"):
        import_model(path)
    assert everything() == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"sha256": "0" * 64}, "sha256 of generator.onnx is not the one"),
        ({"id": "../up"}, "may hold only"),
        ({"id": "nul"}, "no folder can be called 'nul'"),
        ({"id": "dot."}, "no folder can be called"),
        ({"kind": "tagger"}, "not a generator"),
        ({"format": 99}, "its format is 99"),
        ({"labels": ["a"]}, "labels"),
    ],
)
def test_manifests_that_do_not_fit_are_refused(files, zipped, fields, reason):
    with pytest.raises(UserError, match=reason):
        import_model(zipped(edited(files, **fields)))
    assert everything() == []


def blind(network):
    tensor = next(t for t in network.graph.initializer if t.name == "weights")
    tensor.CopyFrom(numpy_helper.from_array(0 * numpy_helper.to_array(tensor), "weights"))


def narrower(network):
    network.graph.input[0].type.tensor_type.shape.dim[1].dim_value = 5


def foreign(network):
    network.graph.node[2].domain = "com.microsoft"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (blind, "paints an empty picture"),
        (narrower, "its manifest says|can't load"),
        (foreign, "domain 'com.microsoft'"),
    ],
)
def test_networks_that_can_not_paint_are_refused(files, zipped, change, reason):
    with pytest.raises(UserError, match=reason):
        import_model(zipped(with_weights(files, change)))
    assert [path for path in everything() if "mine" in path] == []
    assert everything() == []


def test_pictures_must_be_pictures(files, zipped):
    with pytest.raises(UserError, match=r"one.png is no picture"):
        import_model(zipped(files | {"one.png": b"<svg/>"}))


def test_what_is_no_model_is_told(tmp_path, files, zipped):
    words = tmp_path / "words.zip"
    words.write_text("words")
    with pytest.raises(UserError, match=r"words.zip is no model that can be imported"):
        import_model(words)
    with pytest.raises(UserError, match="can't be read"):
        import_model(tmp_path / "gone.zip")
    with pytest.raises(UserError, match=r"there is no model.json in it"):
        import_model(tmp_path)
    del files["generator.onnx"]
    with pytest.raises(UserError, match=r"there is no generator.onnx in it"):
        import_model(zipped(files))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything may be written")
def test_a_folder_that_may_not_be_written_is_told(files, zipped):
    user_folder().mkdir(parents=True)
    user_folder().chmod(0o500)
    try:
        with pytest.raises(UserError, match="can't be written"):
            import_model(zipped(files))
    finally:
        user_folder().chmod(0o700)


def test_a_place_that_is_no_folder_is_told(files, zipped):
    user_folder().parent.mkdir(parents=True, exist_ok=True)
    user_folder().write_text("in the way")
    with pytest.raises(UserError, match="can't be written"):
        import_model(zipped(files))


def test_ones_own_model_can_be_removed_and_no_other(files, zipped, tiny_models, monkeypatch):
    import_model(zipped(files))
    monkeypatch.setenv("GIRLSMOE_MODELS", str(tiny_models))
    with pytest.raises(UserError, match="not among your own"):
        remove_model("tiny")
    bundled = next(m for m in installed().models if m not in ("tiny", "mine"))
    with pytest.raises(UserError, match="not among your own"):
        remove_model(bundled)
    assert remove_model("mine") == user_folder() / "mine"
    assert list(user_folder().iterdir()) == []
    with pytest.raises(UserError, match="no model 'mine'"):
        remove_model("mine")
    assert {"tiny", bundled} <= set(installed().models)
