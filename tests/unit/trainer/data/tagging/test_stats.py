"""The page on faces or a training set: numbers that are right, nothing from elsewhere."""

import csv
import re

import numpy as np
import pytest

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from trainer.cli import main
from trainer.data import stats
from trainer.data.embedding import STEPS, Embedding, on_grid, principal_components
from trainer.data.face_table import seen_in
from trainer.data.review import REJECT, Review
from trainer.data.stats import PAPER_COUNTS, write_stats


@pytest.fixture
def page_of(tmp_path):
    """Makes the page on a folder and returns it."""

    def make(folder):
        assert write_stats(folder, tmp_path / "page.html") is not None
        return (tmp_path / "page.html").read_text(encoding="utf-8")

    return make


def embed(features):
    embedding = Embedding(features)
    while embedding.step < STEPS:
        embedding.advance()
    return embedding.plane


def counts_in(text):
    rows = re.findall(r"<tr><td>(\w+)</td><td>(\d+)</td><td>([\d.]+)%</td>", text)
    return {label: (int(count), float(share)) for label, count, share in rows}


def test_every_labels_count_is_right(tagged, page_of):
    Review(tagged).decide(REJECT, ["red"])
    seen = {id_: one for id_, one in seen_in(tagged).items() if id_ != "red"}
    found = counts_in(page_of(tagged))
    assert list(found) == list(LABELS)
    for label in LABELS:
        count = sum(label in one.labels for one in seen.values())
        assert found[label] == (count, pytest.approx(100 * count / 5, abs=0.01))


def test_a_training_set_is_counted_too(pictures, page_of):
    with (pictures / "labels.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    text = page_of(pictures)
    assert {label: count for label, (count, _) in counts_in(text).items()} == {
        label: sum(int(row[label]) for row in rows) for label in LABELS
    }
    assert "by their pixels" in text
    assert "by the year" not in text


def test_years_and_sizes_are_drawn_and_nothing_is_fetched(tagged, page_of):
    text = page_of(tagged)
    for year, count in ((2004, 1), (2006, 0), (2010, 2), (2012, 1)):
        assert f"<title>{year}: {count}</title>" in text
    assert text.index("<td>2012</td>") < text.index("<td>not known</td>")
    assert "<title>20: 1</title>" in text
    assert "tagger&#x27;s features" in text or "tagger's features" in text
    assert "<script" not in text
    assert "http" not in text
    assert set(re.findall(r"src='([^,]{0,30})", text)) == {"data:image/webp;base64"}


@pytest.mark.parametrize(
    ("least", "most", "edges"),
    [
        (5, 5, [5, 6]),
        (96, 100, [96, 97, 98, 99, 100, 101]),
        (114, 250, list(range(110, 261, 10))),
        (130, 9_000, [0, 500, *range(1000, 9_501, 500)]),
    ],
)
def test_classes_of_sizes_begin_at_round_numbers(least, most, edges):
    assert stats._size_edges(least, most).tolist() == edges


def test_faces_without_tags_are_shown_as_they_are(faces, page_of):
    text = page_of(faces)
    assert "tag the folder" in text
    assert "by their pixels" in text


def test_the_papers_counts_are_those_of_its_colours():
    assert sum(PAPER_COUNTS[label] for label in LABELS[:13]) == 31255
    assert sum(PAPER_COUNTS[label] for label in LABELS[24:]) == 31255


def test_the_command_writes_whole_or_not_at_all(tagged, tmp_path, capsys):
    out = tmp_path / "report.html"
    assert main(["stats", str(tagged), "--out", str(out)]) == 0
    assert out.read_text(encoding="utf-8").endswith("</html>\n")
    stopped = tmp_path / "stopped.html"
    assert write_stats(tagged, stopped, should_stop=lambda: True) is None
    assert not stopped.exists()
    assert main(["stats", str(tagged), "--out", str(tmp_path)]) == 2
    assert main(["stats", str(tmp_path / "nothing"), "--out", str(out)]) == 2
    assert "neither" in capsys.readouterr().err


def test_a_picture_that_went_bad_is_counted_and_left_out(tagged, page_of):
    (tagged / "faces" / "green.webp").write_bytes(b"bad")
    assert "Pictures that can&#x27;t be read</td><td>1<" in page_of(tagged)


def test_features_that_are_gone_are_told(tagged, page_of):
    (tagged / "features.f16").write_bytes(b"\0" * 16)
    with pytest.raises(UserError, match="features that are gone"):
        page_of(tagged)


def test_components_keep_distances_and_come_by_their_strength():
    rng = np.random.default_rng(0)
    points = rng.normal(size=(40, 3)) * [5, 1, 0.1]
    places = principal_components(points, 3)
    apart = np.linalg.norm(points[0] - points[1])
    assert np.linalg.norm(places[0] - places[1]) == pytest.approx(apart)
    assert (np.diff(places.std(0)) < 0).all()


def test_like_things_are_neighbours_on_the_map():
    rng = np.random.default_rng(0)
    groups = np.repeat(np.arange(4), 25)
    centres = rng.normal(size=(4, 20)) * 4
    plane = embed(centres[groups] + rng.normal(size=(100, 20)) * 0.3)
    apart = np.linalg.norm(plane[:, None] - plane[None], axis=2)
    np.fill_diagonal(apart, np.inf)
    nearest = groups[apart.argsort(1)[:, :5]]
    assert (nearest == groups[:, None]).mean() > 0.98
    assert np.isfinite(plane).all()


@pytest.mark.parametrize("count", [1, 2, 5, 9])
def test_few_or_equal_things_have_places_too(count):
    rng = np.random.default_rng(0)
    assert np.isfinite(embed(np.ones((count, 4)))).all()
    assert embed(rng.normal(size=(count, 4))).shape == (count, 2)
    doubled = np.repeat(rng.normal(size=(count, 4)), 2, axis=0)
    assert np.isfinite(embed(doubled)).all()


def test_no_two_things_share_a_cell():
    cells = on_grid(np.zeros((9, 2)), 3)
    assert len(set(cells)) == 9
    corners = on_grid(np.array([[0.0, 0], [1, 0], [0, 1], [1, 1]]), 5)
    assert corners == [(0, 0), (0, 4), (4, 0), (4, 4)]
