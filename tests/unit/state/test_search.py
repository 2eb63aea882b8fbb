"""What is typed into the search field, in several scripts."""

import pytest
from PySide6.QtCore import QCoreApplication

from girlsmoe_desktop.core.controls import paper_controls
from girlsmoe_desktop.state import languages
from girlsmoe_desktop.state.search import looks_of, number_of

KNOWN = [(c.id, option) for c in paper_controls() for option in c.option_ids if option != "off"]


@pytest.fixture
def speak(qapp):
    yield lambda language: languages.install(qapp, language)
    languages.install(qapp, "en")


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "", ()),
        ("en", " , ", ()),
        ("en", "silver hat", ({("hair_color", "silver")}, {("hat", "on")})),
        ("en", "silver hair, hat", ({("hair_color", "silver")}, {("hat", "on")})),
        ("en", "blue", ({("hair_color", "blue"), ("eye_color", "blue")},)),
        ("en", "Blue EYES", ({("eye_color", "blue")},)),
        ("en", "cape", (set(),)),
        ("ru", "каштановые", ({("hair_color", "brown")},)),
        ("ru", "карие глаза", ({("eye_color", "brown")},)),
        ("ja", "銀髪、帽子", ({("hair_color", "silver")}, {("hat", "on")})),
        ("ja", "青の瞳", ({("eye_color", "blue")},)),
        ("ja", "メガネ", ({("glasses", "on")},)),
        ("zh_CN", "银色 帽子", ({("hair_color", "silver")}, {("hat", "on")})),
        ("ru", "черные волосы", ({("hair_color", "black")},)),
        ("ru", "чёрные волосы шляпа", ({("hair_color", "black")}, {("hat", "on")})),
    ],
)
def test_what_is_typed_names_looks(speak, language, text, found):
    speak(language)
    assert QCoreApplication.instance() is not None
    assert looks_of(text, KNOWN) == tuple(map(frozenset, found))


def test_part_of_a_word_is_enough_where_none_are_parted(speak):
    speak("ja")
    (looks,) = looks_of("髪", KNOWN)
    assert {control for control, _ in looks} == {"hair_color"}
    assert len(looks) == 13


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("silver 27", 27, "silver"),
        ("#27", 27, ""),
        ("3 hat 12", 12, "hat"),
        ("hat", None, "hat"),
        ("2nd hat", None, "2nd hat"),
        ("9" * 30, None, "9" * 30),
    ],
)
def test_a_number_is_taken_out_of_what_is_typed(text, number, rest):
    found, left = number_of(text)
    assert (found, " ".join(left.split())) == (number, rest)
