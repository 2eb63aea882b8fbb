import json

import numpy as np
import pytest
import torch

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.tagger import read_tagger_manifest
from trainer.cli import main
from trainer.data.drawn import load_folder
from trainer.judges import answers
from trainer.judges.fitting import read_labels
from trainer.judges.labels import judge_labels
from trainer.judges.reader import LabelReader
from trainer.judges.tagger import (
    Tagger,
    TaggerIdentity,
    TaggerNetwork,
    decide,
    export_tagger,
)

IDENTITY = TaggerIdentity("toy-tagger", "Toy tagger")
HALF = TaggerIdentity("half-tagger", "Toy tagger", half=True)


def test_the_onnx_file_sees_what_torch_sees(toy_tagger):
    folder, reader, test = toy_tagger
    reading = Tagger(folder).read(test.pixels[:70])
    img = torch.from_numpy(test.pixels[:70]).permute(0, 3, 1, 2).float() / 127.5 - 1
    with torch.no_grad():
        probabilities, features = TaggerNetwork(reader)(img)
    assert np.abs(reading.probabilities - probabilities.numpy()).max() < 1e-4
    assert reading.features == pytest.approx(features.numpy(), abs=1e-3)


def test_weights_of_half_the_bits_see_nearly_the_same_in_a_smaller_file(toy_tagger, tmp_path):
    folder, reader, test = toy_tagger
    report = judge_labels(reader, test)
    size = export_tagger(reader, tmp_path / "half", HALF, test, report, {"learned_for": "faces"})
    assert size == (tmp_path / "half" / "tagger.onnx").stat().st_size
    assert size < 0.7 * (folder / "tagger.onnx").stat().st_size
    whole, half = (Tagger(path).read(test.pixels[:70]) for path in (folder, tmp_path / "half"))
    assert 0 < np.abs(whole.probabilities - half.probabilities).max() < 0.02
    card = (tmp_path / "half" / "card.md").read_text(encoding="utf-8")
    assert "labels faces" in card
    assert "judges generators" not in card


def test_it_answers_as_its_reader_does(toy_tagger):
    folder, reader, test = toy_tagger
    seen = decide(Tagger(folder).read(test.pixels).probabilities)
    assert (seen == answers.decide(read_labels(reader, test.pixels)).numpy()).mean() > 0.97
    assert (seen == (test.labels > 0)).mean() > 0.9


def test_colours_of_a_group_sum_to_one(toy_tagger):
    probabilities = Tagger(toy_tagger[0]).read(toy_tagger[2].pixels[:9]).probabilities
    for group in answers.GROUPS.values():
        assert probabilities[:, group].sum(1) == pytest.approx(np.ones(9), abs=1e-5)
    assert decide(probabilities)[:, answers.GROUPS["hair colour"]].sum(1).tolist() == [1] * 9


def test_no_pictures_are_read_to_nothing(toy_tagger):
    reading = Tagger(toy_tagger[0]).read(np.zeros((0, 32, 32, 3), np.uint8))
    assert reading.probabilities.shape == (0, len(LABELS))
    assert reading.features.shape == (0, Tagger(toy_tagger[0]).manifest.features)


def test_pictures_of_another_size_are_refused(toy_tagger):
    with pytest.raises(ValueError, match=r"\(N, 32, 32, 3\)"):
        Tagger(toy_tagger[0]).read(np.zeros((1, 64, 64, 3), np.uint8))


def test_manifest_and_card_tell_what_was_measured(toy_tagger):
    manifest = read_tagger_manifest(toy_tagger[0] / "model.json")
    assert manifest.labels == LABELS
    assert set(manifest.accuracy) == set(LABELS)
    assert manifest.provenance["images"] == 640
    card = (toy_tagger[0] / "card.md").read_text(encoding="utf-8")
    assert all(f"| {label} |" in card for label in LABELS)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("tagger.onnx", b"other", "is not the file"),
        ("tagger.onnx", None, r"tagger\.onnx can't be read"),
        ("model.json", b"{}", "is damaged"),
        ("model.json", None, r"model\.json can't be read"),
    ],
)
def test_damaged_folders_are_told_of(toy_tagger, tmp_path, name, content, complaint):
    for file in toy_tagger[0].iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    if content is None:
        (tmp_path / name).unlink()
    else:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(UserError, match=complaint):
        Tagger(tmp_path)


def test_a_tagger_of_other_labels_is_refused(toy_tagger, tmp_path):
    for file in toy_tagger[0].iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    data = json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))
    data["labels"][-1] = "third_eye"
    data["accuracy"] = {}
    (tmp_path / "model.json").write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(UserError, match="other labels"):
        Tagger(tmp_path)


def test_a_network_that_is_not_a_number_is_not_written(toys, tmp_path):
    train, test = (load_folder(folder, 32) for folder in toys)
    reader = LabelReader((8, 16)).eval()
    report = judge_labels(reader, test)
    torch.nn.init.constant_(reader.head.weight, float("nan"))
    with pytest.raises(UserError, match="nothing was written"):
        export_tagger(reader, tmp_path / "broken", IDENTITY, train, report, {})
    assert not (tmp_path / "broken").exists()


def command(toys, out, *more):
    return [
        *("train-tagger", "--data", str(toys[0]), "--test", str(toys[1]), "--out", str(out)),
        *("--size", "32", "--epochs", "1", "--device", "cpu", *more),
    ]


def test_the_command_trains_tests_and_writes(toys, tmp_path, capsys):
    out = tmp_path / "toy-tagger"
    assert main(command(toys, out, "--events", "json")) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["event"] == "finished"
    assert Tagger(out).manifest.id == "toy-tagger"
    assert main(command(toys, out, "--version", "1.1")) == 0, "an earlier one is replaced"
    assert Tagger(out).manifest.version == "1.1"


@pytest.mark.parametrize(
    ("more", "complaint"),
    [
        (["--epochs", "0"], "--epochs is 0"),
        (["--size", "20"], "multiple of 16"),
        (["--id", "Not An Id"], "can't be an identifier"),
    ],
)
def test_mistakes_are_told_before_training(toys, tmp_path, capsys, more, complaint):
    assert main(command(toys, tmp_path / "toy", *more)) == 2
    assert complaint in capsys.readouterr().err


def test_a_folder_of_other_things_is_not_replaced(toys, tmp_path, capsys):
    (tmp_path / "diary.txt").write_text("dear", encoding="utf-8")
    assert main(command(toys, tmp_path, "--id", "toy")) == 2
    assert "holds other things" in capsys.readouterr().err
    assert (tmp_path / "diary.txt").exists()
