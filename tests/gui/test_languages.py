"""The window in other languages: every word goes through the translator, and has its room."""

import json
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QLocale, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMenu, QWidget

from girlsmoe_desktop import app as program
from girlsmoe_desktop.core.errors import Sentence, UserError
from girlsmoe_desktop.resources import assets
from girlsmoe_desktop.runtime.devices import DEVICES
from girlsmoe_desktop.state import languages, training_words, words
from girlsmoe_desktop.state.exchange import SaveOptions
from girlsmoe_desktop.state.settings import Settings
from girlsmoe_desktop.state.studio import told
from girlsmoe_desktop.views.number_field import NumberField
from girlsmoe_desktop.views.places import BLEND, DESIGN, ENLARGE, FAMILY, MODELS, TRAIN
from girlsmoe_desktop.views.save_dialog import SaveDialog
from girlsmoe_desktop.views.shortcuts_dialog import ShortcutsDialog

# Names that are the same everywhere.
NAMES = ["GirlsMoe Desktop", "Tiny", "tiny", "Python", "CPU", "Ctrl", "Shift", "Alt", "Del", "px"]
NAMES += ["Preview 64", "ms", "PNG", "JPEG", "WebP", *(device.name for device in DEVICES)]
NAMES += languages.LANGUAGES.values()


class Marker(QTranslator):
    """Puts what was translated into brackets, a third longer; plurals keep their number."""

    def translate(self, context, source, _comment=None, _n=-1):
        if context.startswith("Q"):
            return ""
        longer = "".join(" " if n % 6 == 5 else "~" for n in range(len(source) // 3))
        return f"⟦{source}{longer}⟧"

    def isEmpty(self):  # noqa: N802
        return False


@pytest.fixture
def marked(qapp, open_window):
    marker = Marker()
    qapp.installTranslator(marker)
    yield open_window
    qapp.removeTranslator(marker)


def texts(window):
    """Everything a person may read or hear, and where."""
    for widget in window.findChildren(QWidget):
        if widget.objectName().startswith("qt_"):
            continue
        yield widget, widget.toolTip()
        yield widget, widget.accessibleName()
        yield widget, widget.accessibleDescription()
        if isinstance(widget, (QLabel, QAbstractButton)):
            yield widget, widget.text()
        if isinstance(widget, QLineEdit):
            yield widget, widget.placeholderText()
        if isinstance(widget, QComboBox):
            for row in range(widget.count()):
                yield widget, widget.itemText(row)
    for action in window.findChildren(QAction):
        yield action, action.text()


def untranslated(text, names):
    text = re.sub(r"⟦.*⟧", "", text.replace("\u200b", ""), flags=re.DOTALL)
    for name in names:
        text = text.replace(name, "")
    return re.search(r"[A-Za-z]{2,}", text) is not None


def test_every_word_of_the_window_can_be_translated(marked, tmp_path):
    window = marked()
    for place in (BLEND, FAMILY, ENLARGE, TRAIN, MODELS, DESIGN):
        window.go_to(place)
    # A path is a name too, and so is what the model's own card says.
    names = [*NAMES, str(window.settings.runs), str(tmp_path)]
    card = window.rooms.model_view
    foreign = {
        (type(widget).__name__, text)
        for widget, text in texts(window)
        if untranslated(text, names)
        and not (isinstance(widget, QWidget) and card.isAncestorOf(widget))
    }
    assert not foreign


def test_words_a_third_longer_leave_the_window_its_smallest_size(marked):
    window = marked()
    window.resize(1024, 640)
    for place in (DESIGN, BLEND, FAMILY, ENLARGE, TRAIN, MODELS):
        window.go_to(place)
        hint = window.minimumSizeHint()
        assert (hint.width() <= 1024, hint.height() <= 640) == (True, True), (place, hint)
        assert window.size().width() == 1024


@pytest.mark.parametrize(
    ("choice", "preferred", "found"),
    [
        ("ja", ["ru-RU"], "ja"),
        ("system", ["ja-JP", "en"], "ja"),
        ("system", ["ru"], "ru"),
        ("system", ["zh-Hans-CN"], "zh_CN"),
        ("system", ["zh-TW", "ja"], "ja"),
        ("system", ["de-DE"], "en"),
        ("system", ["de-DE", "ru-RU"], "ru"),
        ("system", [], "en"),
    ],
)
def test_the_language_of_the_system_is_taken_where_there_is_one(choice, preferred, found):
    assert languages.wanted(choice, preferred) == found


@pytest.fixture
def speak(qapp):
    yield lambda language: languages.install(qapp, language)
    languages.install(qapp, "en")
    QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize("language", ["ja", "zh_CN", "ru"])
def test_the_window_opens_in_each_language(open_window, speak, language):
    speak(language)
    settings = Settings()
    settings.language = language
    settings.save()
    window = open_window()
    assert "Generate" not in window.design.generate.button.text()
    assert window.actions_.languages[language].isChecked()
    window.resize(1024, 640)
    for place in (DESIGN, BLEND, FAMILY, ENLARGE, TRAIN, MODELS):
        window.go_to(place)
        assert window.minimumSizeHint().width() <= 1024


def letters(actions):
    """The letters that open or do something, in lower case."""
    found = (re.search(r"&([^&])", action.text()) for action in actions)
    return [letter.group(1).lower() for letter in found if letter]


@pytest.mark.parametrize("language", ["en", "ja", "zh_CN", "ru"])
def test_no_letter_stands_for_two_things_of_one_menu(open_window, speak, language):
    speak(language)
    settings = Settings()
    settings.language = language
    settings.save()
    bar = open_window().menuBar()
    for menu in (bar, *bar.findChildren(QMenu)):
        found = letters(menu.actions())
        assert len(set(found)) == len(found), (menu.actions()[0].text(), found)


def test_plurals_have_their_forms(speak, window):
    character = window.studio.session.character
    passport = window.exchange.passport(character)
    seen = {}
    for language in ("en", "ru"):
        speak(language)
        for count in (2, 5, 21):
            dialog = SaveDialog(character, count, passport, window.enlarger, SaveOptions(), window)
            seen[language, count] = dialog.windowTitle()
            dialog.deleteLater()
    assert seen["en", 2] == "Save 2 pictures"
    endings = {re.sub(r"\d+", "", seen["ru", count]) for count in (2, 5, 21)}
    assert len(endings) == 3


def test_saving_has_room_for_its_choices(qtbot, speak, window):
    character = window.studio.session.character
    passport = window.exchange.passport(character)
    for language in languages.LANGUAGES:
        speak(language)
        dialog = SaveDialog(character, 1, passport, window.enlarger, SaveOptions(), window)
        with qtbot.waitExposed(dialog):
            dialog.show()
        for switch in (dialog.kind, dialog.scale, dialog.carry):
            assert switch.height() >= switch.sizeHint().height()
        dialog.close()


def test_the_usual_licence_is_told_in_the_language(speak, window):
    for model in ("preview-64", "tagger-64", "upscaler-x2"):
        told_by = json.loads((assets() / "models" / model / "model.json").read_text())
        assert told_by["license"] in {sentence.template for sentence in words.LICENCES}
    manifest, (usual,) = window.studio.manifest, words.LICENCES
    speak("ja")
    assert words.licence(replace(manifest, license=usual.template)).startswith("モデル")
    assert words.licence(replace(manifest, license="Mine.")) == "Mine."


def test_numbers_are_written_as_the_language_does(qtbot, speak):
    speak("ru")
    assert languages.decimal(-0.5, 2) == "\u22120,50"
    assert training_words.steps(2500).startswith("2,5 ")
    field = NumberField(range(1, 100_000), 20_000)
    qtbot.addWidget(field)
    changes = []
    field.changed.connect(changes.append)
    assert re.fullmatch(r"20\s000", field.text())
    assert field.number == 20_000
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.text() == "20000"
    field.clearFocus()
    assert re.fullmatch(r"20\s000", field.text())
    assert not changes


def test_shortcuts_are_listed_without_the_keys_of_menus(qtbot, speak, window):
    speak("ja")
    bar = window.menuBar()
    bar.actions()[0].setText("ファイル(&F)")
    bar.actions()[0].menu().actions()[0].setText("開く(&O)…")
    window.actions_.undo.setText("撤销(&U)：微笑")
    dialog = ShortcutsDialog(bar)
    qtbot.addWidget(dialog)
    assert dialog.shown[0] == "開く: Ctrl+O"
    assert "撤销: Ctrl+Z" in dialog.shown


def test_errors_of_the_layers_below_are_told_in_the_language(speak):
    def tell():
        inner = UserError("The model {0} has no label {1}.", "tiny", "cape")
        return told(inner), languages.said(
            Sentence("{0} It is kept as {1}, and a new gallery was begun.", inner, "x.db")
        )

    english = tell()
    speak("ja")
    japanese = tell()
    assert "tiny" in japanese[0]
    assert "cape" in japanese[0]
    assert "label" not in japanese[0]
    assert japanese[0] in japanese[1]
    assert english[0] == "The model tiny has no label cape."


def test_another_language_makes_the_window_anew(qtbot, monkeypatch, tiny_models, qapp):
    seen = []

    class Application:
        """Stands for the event loop: the first window changes the language, the second ends."""

        def exec(self):
            window = seen[-1]
            qtbot.waitUntil(lambda: window.studio.gallery.rowCount() == 1)
            assert not window.comes_back
            if len(seen) == 1:
                window.actions_.languages["ja"].trigger()
                assert window.comes_back
            else:
                window.close()
            return 0

    real = program.build_app

    def build(argv):
        _, window = real(argv)
        seen.append(window)
        return Application(), window

    monkeypatch.setattr(program, "build_app", build)
    try:
        assert program.main(["--model", str(tiny_models / "tiny")]) == 0
        assert len(seen) == 2
        assert seen[1].settings.language == "ja"
        assert seen[1].actions_.languages["ja"].isChecked()
    finally:
        languages.install(qapp, "en")
        QLocale.setDefault(QLocale.c())
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
