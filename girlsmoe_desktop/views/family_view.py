"""The family tree: ancestors above, descendants below, the one on the stage in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from girlsmoe_desktop.core.character import UNNUMBERED
from girlsmoe_desktop.state import words
from girlsmoe_desktop.state.family import difference
from girlsmoe_desktop.views import paper, pictures, theme
from girlsmoe_desktop.views.buttons import PaintedButton
from girlsmoe_desktop.views.surfaces import label

if TYPE_CHECKING:
    from girlsmoe_desktop.core.character import Character
    from girlsmoe_desktop.state.family import Family, Generation, Tree
    from girlsmoe_desktop.state.studio import Studio

NODE_PX, MIDDLE_PX = 96, 168
# Of what is written under a picture: two lines, also of the taller letters of some languages.
CHIP_LINES, CHIP_PX = 2, 34
SMALL_NODE_PX, SMALL_MIDDLE_PX, ROOMY_PX = 64, 104, 520
GAP_PX, ROW_GAP_PX = 18, 34
RADIUS_PX = 16.0
LINE_PX, OWN_LINE_PX = 1.5, 2.5

_CHIP_FLAGS = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class Node(PaintedButton):
    """One member of the family; pressing it puts it on the stage.

    Attributes:
        character: Who it is.
    """

    radius_px = RADIUS_PX

    def __init__(
        self, character: Character, chip: str, side_px: int, *, is_middle: bool = False
    ) -> None:
        super().__init__(words.title(character))
        self.character = character
        self._chip, self._is_middle = chip, is_middle
        self._side_px = side_px
        self.setFixedSize(self.sizeHint())
        described = ", ".join(part for part in (words.description(character), chip) if part)
        self.setAccessibleName(f"{words.title(character)}: {described}")
        self.setToolTip(f"{words.title(character)}\n{described}")

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns the room of the picture and of what is written under it."""
        return QSize(self._side_px + 8, self._side_px + round(self._chip_area().height()) + 8)

    def _chip_area(self) -> QRectF:
        """Returns the room of the words under the picture: a line or two."""
        width = self._side_px + 8.0
        room = QRectF(0, self.picture_area().bottom() + 4, width, CHIP_PX)
        metrics = QFontMetricsF(theme.font("caption"))
        needed = metrics.boundingRect(room, _CHIP_FLAGS, self._chip).height()
        return room.adjusted(0, 0, 0, min(needed - CHIP_PX, 0))

    def picture_area(self) -> QRectF:
        """Returns where the picture lies."""
        return QRectF(4, 2, self._side_px, self._side_px)

    def paint_background(self, _painter: QPainter, _area: QRectF) -> None:
        """Paints nothing: the picture is enough."""

    def paint_content(self, painter: QPainter, _area: QRectF) -> None:
        """Paints the picture, its edge, and what changed."""
        square = self.picture_area()
        side_px = round(self._side_px * self.devicePixelRatioF())
        image = paper.shown(self.character.pixels, side_px)
        pictures.paint_rounded(painter, square, image, RADIUS_PX)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._is_middle:
            painter.setPen(QPen(theme.color("accent"), 2.5))
            painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
        elif self.underMouse():
            painter.setPen(QPen(theme.color("text_3"), 1.5))
            painter.drawRoundedRect(square.adjusted(1, 1, -1, -1), RADIUS_PX, RADIUS_PX)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text_2"))
        self._paint_chip(painter, self._chip_area())

    def _paint_chip(self, painter: QPainter, room: QRectF) -> None:
        shown = self._chip
        if painter.boundingRect(room, _CHIP_FLAGS, shown).height() > CHIP_PX:
            # A line that breaks between words has some room left at its end.
            width = round(0.85 * CHIP_LINES * room.width())
            shown = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, _CHIP_FLAGS, shown)


class _Canvas(QWidget):
    """The nodes in rows, and the lines between them.

    Attributes:
        middle: The node of the one whose family it is.
    """

    def __init__(self, tree: Tree, *, compact: bool) -> None:
        super().__init__()
        self._nodes: dict[int, Node] = {}
        self._side_px = SMALL_NODE_PX if compact else NODE_PX
        middle_px = SMALL_MIDDLE_PX if compact else MIDDLE_PX
        self.middle = Node(tree.middle, _chip(tree.middle, tree), middle_px, is_middle=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(ROW_GAP_PX)
        column.addStretch(1)
        for generation in tree.ancestors:
            column.addLayout(self._row(generation, tree))
        column.addWidget(self.middle, 0, Qt.AlignmentFlag.AlignHCenter)
        for generation in tree.descendants:
            column.addLayout(self._row(generation, tree))
        column.addStretch(1)

    @property
    def nodes(self) -> list[Node]:
        """Everybody but the one in the middle."""
        return list(self._nodes.values())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints a line from everybody to their parents."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for node in (*self._nodes.values(), self.middle):
            for parent in node.character.parents:
                above = self._node(parent)
                if above is not None:
                    is_own = self.middle in (node, above)
                    role, width = ("accent", OWN_LINE_PX) if is_own else ("groove", LINE_PX)
                    painter.setPen(QPen(theme.color(role), width))
                    painter.drawPath(_way(_foot(above), _head(node)))

    def _row(self, generation: Generation, tree: Tree) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP_PX)
        row.addStretch(1)
        for member in generation.members:
            node = self._nodes[member.number] = Node(member, _chip(member, tree), self._side_px)
            row.addWidget(node, 0, Qt.AlignmentFlag.AlignTop)
        if generation.more:
            more = label(self.tr("and %n more", "", generation.more), quiet=True, wrap=True)
            row.addWidget(more)
        row.addStretch(1)
        return row

    def _node(self, number: int) -> Node | None:
        if number == self.middle.character.number != UNNUMBERED:
            return self.middle
        return self._nodes.get(number)


class FamilyView(QScrollArea):
    """Shows the family of the character on the stage. It is read when it is looked at."""

    def __init__(self, studio: Studio, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio, self._family = studio, family
        self._canvas: _Canvas | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("Family tree"))
        self.viewport().setAutoFillBackground(False)
        studio.session.character_changed.connect(self._show_family)
        studio.gallery.found.connect(self._show_family)

    @property
    def nodes(self) -> list[Node]:
        """Everybody in the tree but the one in its middle."""
        return self._canvas.nodes if self._canvas is not None else []

    def showEvent(self, event: object) -> None:  # noqa: N802
        """Reads the family."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._show_family()

    def _show_family(self) -> None:
        character = self._studio.session.character
        if character is None or not self.isVisible():
            return
        focused = self.focusWidget()
        had_focus = focused is not None and focused.hasFocus() and isinstance(focused, Node)
        self._canvas = _Canvas(self._family.tree(character), compact=self.height() < ROOMY_PX)
        for node in self._canvas.nodes:
            node.clicked.connect(lambda _=False, node=node: self._studio.choose(node.character))
        self.setWidget(self._canvas)
        self._canvas.setAutoFillBackground(False)
        if had_focus:
            self._canvas.middle.setFocus(Qt.FocusReason.TabFocusReason)
        # After the canvas has its size.
        QTimer.singleShot(0, self, self._show_middle)

    def _show_middle(self) -> None:
        if self._canvas is not None:
            self.ensureWidgetVisible(self._canvas.middle, 0, self.height() // 2)


def _chip(member: Character, tree: Tree) -> str:
    """Returns what is written under somebody: what it has that a parent in the tree has not."""
    rows = (*tree.ancestors, *tree.descendants)
    known = {one.number: one for row in rows for one in row.members} | {
        tree.middle.number: tree.middle
    }
    parents = [known[number] for number in member.parents if number in known]
    return difference(member, parents[0]) if len(parents) == 1 else words.title(member)


def _foot(node: Node) -> QPointF:
    return QPointF(node.geometry().center().x(), node.geometry().bottom())


def _head(node: Node) -> QPointF:
    return QPointF(node.geometry().center().x(), node.geometry().top())


def _way(start: QPointF, end: QPointF) -> QPainterPath:
    path, middle = QPainterPath(start), (start.y() + end.y()) / 2
    path.cubicTo(QPointF(start.x(), middle), QPointF(end.x(), middle), end)
    return path
