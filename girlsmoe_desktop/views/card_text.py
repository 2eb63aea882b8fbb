"""A model's card: Markdown from somebody else, shown without fetching or running anything."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from girlsmoe_desktop.views import pictures, theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

LARGEST_PICTURE_PX = 520
PARAGRAPH_GAP_PX, HEADING_GAP_PX = 8, 18
_FEATURES = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class _Document(QTextDocument):
    """Words and the pictures that were handed in with them.

    Attributes:
        images: By name.
        asked: What the words asked for, for who wants to know.
    """

    def __init__(self, parent: QTextEdit) -> None:
        super().__init__(parent)
        self.images: dict[str, QImage] = {}
        self.asked: list[str] = []

    def loadResource(self, _kind: int, name: QUrl | str) -> object:  # noqa: N802
        """Returns a picture that was handed in, and nothing else: no file, no address."""
        text = name.toString() if isinstance(name, QUrl) else name
        self.asked.append(text)
        return self.images.get(text, QImage())


class CardText(QTextEdit):
    """A card, as high as its words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _Document(self)
        self.setDocument(self._words)
        self.setReadOnly(True)
        self.setAccessibleName(self.tr("What its makers say"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for set_policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words.setDocumentMargin(0)

    @property
    def asked(self) -> list[str]:
        """The pictures that the words asked for, whether or not there were such."""
        return self._words.asked

    def show_card(self, markdown: str, shown: Mapping[str, NDArray[np.uint8]]) -> None:
        """Shows a card.

        Args:
            markdown: Its text; HTML in it is shown as it is written.
            shown: Its pictures by name, shape (H, W, 3).
        """
        self._words.images = {name: _fitted(pixels) for name, pixels in shown.items()}
        self._words.asked.clear()
        self._words.setDefaultFont(theme.font("body"))
        self._words.setMarkdown(markdown, _FEATURES)
        self._give_room()
        self._lighten()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Takes the height that the words need at the new width."""
        super().resizeEvent(event)
        self._fit()

    def _give_room(self) -> None:
        """Sets the words as the window's own are set; Qt would crowd them."""
        block = self._words.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            level = block.blockFormat().headingLevel()
            if cursor.currentTable() is None and not block.textList():
                spaced = QTextBlockFormat()
                spaced.setTopMargin(HEADING_GAP_PX if level else PARAGRAPH_GAP_PX)
                cursor.mergeBlockFormat(spaced)
            if level:
                smaller = QTextCharFormat()
                smaller.setProperty(QTextFormat.Property.FontSizeAdjustment, int(level == 1))
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                cursor.mergeCharFormat(smaller)
            block = block.next()
        for frame in self._words.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _draw_plainly(frame)

    def _lighten(self) -> None:
        """Sets what is bold in the boldest weight that the typeface has; Qt would smear it."""
        lighter = QTextCharFormat()
        lighter.setFontWeight(QFont.Weight.DemiBold)
        for start, end in self._bold():
            cursor = QTextCursor(self._words)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(lighter)

    def _bold(self) -> list[tuple[int, int]]:
        found, block = [], self._words.begin()
        while block.isValid():
            part = block.begin()
            while not part.atEnd():
                words = part.fragment()
                if words.charFormat().fontWeight() > QFont.Weight.DemiBold:
                    found.append((words.position(), words.position() + words.length()))
                part += 1
            block = block.next()
        return found

    def _fit(self) -> None:
        self._words.setTextWidth(self.viewport().width())
        height = math.ceil(self._words.size().height())
        if height != self.height():
            self.setFixedHeight(max(height, 1))


def _draw_plainly(table: QTextTable) -> None:
    style = table.format().toTableFormat()
    style.setBorder(0)
    style.setCellPadding(4)
    style.setCellSpacing(0)
    style.setTopMargin(PARAGRAPH_GAP_PX)
    table.setFormat(style)


def _fitted(pixels: NDArray[np.uint8]) -> QImage:
    image = pictures.to_image(pixels)
    if image.width() <= LARGEST_PICTURE_PX:
        return image
    return image.scaledToWidth(LARGEST_PICTURE_PX, Qt.TransformationMode.SmoothTransformation)
