import re
import shutil

import pytest

from girlsmoe_desktop import cli
from girlsmoe_desktop.runtime.library import installed, user_folder


@pytest.fixture
def archive(tiny_models, tmp_path):
    return shutil.make_archive(str(tmp_path / "tiny"), "zip", tiny_models, "tiny")


def test_a_model_is_imported_used_and_removed(archive, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["models", "import", archive]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("tiny: Tiny 1.0, 16 px\n")
    assert str(user_folder() / "tiny") in printed
    assert cli.main(["generate", "--model", "tiny", "--out", "moe.png"]) == 0
    assert cli.main(["models", "import", archive]) == 0
    assert cli.main(["models", "remove", "tiny"]) == 0
    assert "tiny" not in installed().models


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (["import", "gone.zip"], "gone.zip can't be read"),
        (["import", "."], "no model that can be imported"),
        (["remove", "gone"], "no model 'gone'"),
        (["remove", "preview-64"], "not among your own"),
    ],
)
def test_what_can_not_be_done_is_one_sentence(tmp_path, monkeypatch, capsys, words, answer):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["models", *words]) == 2
    error = capsys.readouterr().err
    assert answer in error
    assert error.count("\n") == 1


def test_another_model_of_that_id_must_be_replaced_on_purpose(archive, capsys):
    assert cli.main(["models", "import", archive]) == 0
    manifest = user_folder() / "tiny" / "model.json"
    sha256 = installed().models["tiny"].manifest.sha256
    manifest.write_text(manifest.read_text().replace(sha256, "0" * 64))
    assert cli.main(["models", "import", archive]) == 2
    assert "--replace" in capsys.readouterr().err
    assert cli.main(["models", "import", archive, "--replace"]) == 0
    assert installed().models["tiny"].manifest.sha256 == sha256


def test_info_lists_devices_with_reasons(capsys):
    assert cli.main(["info"]) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^  CPU: paints, \d+ ms a picture$", printed, re.MULTILINE)
    assert "GPU · CUDA: " in printed
    assert "Azure" not in printed
