"""The languages of the window, and sentences of the layers below in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from girlsmoe_desktop.core.errors import Sentence, UserError
from girlsmoe_desktop.resources import assets

if TYPE_CHECKING:
    from collections.abc import Sequence

SYSTEM = "system"
# Id -> what its speakers call it. English is what the code is written in; its own file holds
# plurals only.
LANGUAGES = {"en": "English", "ja": "日本語", "zh_CN": "简体中文", "ru": "Русский"}
CHOICES = (SYSTEM, *LANGUAGES)
# What holds the sentences of the layers that know no Qt.
CONTEXT = "sentences"
_NAME = "girlsmoe_language"
MINUS = "\u2212"


def wanted(choice: str, preferred: Sequence[str] | None = None) -> str:
    """Returns the id of the language to show.

    Args:
        choice: One of CHOICES.
        preferred: What the system's user reads, the best first, such as "ja-JP" or "zh-Hans-CN";
            by default as the system says.
    """
    if choice in LANGUAGES:
        return choice
    for name in QLocale.system().uiLanguages() if preferred is None else preferred:
        locale = QLocale(name)
        if locale.language() == QLocale.Language.Chinese:
            if locale.script() == QLocale.Script.SimplifiedHanScript:
                return "zh_CN"
        elif QLocale.languageToCode(locale.language()) in LANGUAGES:
            return QLocale.languageToCode(locale.language())
    return "en"


def install(app: QCoreApplication, choice: str) -> str:
    """Makes the application speak a language; to be called before its widgets are made.

    Args:
        app: What speaks.
        choice: One of CHOICES.

    Returns:
        The id of the language.
    """
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.setParent(None)
    language = wanted(choice)
    QLocale.setDefault(QLocale.system() if choice == SYSTEM else QLocale(language))
    own = str(assets() / "translations")
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"girlsmoe_{language}", own)):
        translator = QTranslator(app)
        translator.setObjectName(_NAME)
        if translator.load(name, folder):
            app.installTranslator(translator)
    return language


def decimal(value: float, digits: int = 1) -> str:
    """Returns a number with so many digits behind the point, or comma, and a real minus sign."""
    return QLocale().toString(float(value), "f", digits).replace("-", MINUS)


def short_decimal(value: float, digits: int = 6) -> str:
    """Returns a number with no more digits than it needs: 0.5, 2, 12.5."""
    return QLocale().toString(float(value), "g", digits).replace("-", MINUS)


def said(sentence: Sentence | str) -> str:
    """Returns a sentence in the language of the window; words are taken as they are."""
    if isinstance(sentence, str):
        return sentence
    template = QCoreApplication.translate(CONTEXT, sentence.template)
    values = [_said_value(value) for value in sentence.values]
    return template.format(*values) if values else template


def _said_value(value: object) -> object:
    if isinstance(value, UserError):
        return said(value.sentence)
    return said(value) if isinstance(value, Sentence) else value
