"""Where the cells of the gallery lie, against a slow and plain layout of them."""

import pytest

from girlsmoe_desktop.views.shelves import Cell, Shelves

SHELVES = [
    Shelves((9, 1, 14), columns=4, cell_width=98, cell_height=98, heading=30),
    Shelves((5,), columns=3, cell_width=10, cell_height=20),
    Shelves((1, 1, 1), columns=1, cell_width=72, cell_height=72, heading=12),
    Shelves((7,), columns=7, cell_width=72, cell_height=72),
]


def laid_out(shelves):
    """Lays the cells out one after the other."""
    cells, top = [], 0
    for count in shelves.counts:
        top += shelves.heading
        for place in range(count):
            if place and place % shelves.columns == 0:
                top += shelves.cell_height
            left = place % shelves.columns * shelves.cell_width
            cells.append(Cell(left, top, shelves.cell_width, shelves.cell_height))
        top += shelves.cell_height
    return cells, top


@pytest.mark.parametrize("shelves", SHELVES)
def test_cells_lie_where_they_were_put(shelves):
    cells, height = laid_out(shelves)
    assert shelves.count == len(cells)
    assert [shelves.cell(index) for index in range(shelves.count)] == cells
    assert shelves.height == height


@pytest.mark.parametrize("shelves", SHELVES)
def test_a_point_finds_the_cell_that_lies_there_and_no_other(shelves):
    cells, height = laid_out(shelves)
    for y in range(-7, height + 9, 7):
        for x in range(-7, (shelves.columns + 1) * shelves.cell_width, 9):
            there = [
                index
                for index, cell in enumerate(cells)
                if 0 <= x - cell.left < cell.width and 0 <= y - cell.top < cell.height
            ]
            assert shelves.at(x, y) == (there[0] if there else None), (x, y)


@pytest.mark.parametrize("shelves", SHELVES)
def test_nobody_who_is_in_view_is_left_out(shelves):
    cells, height = laid_out(shelves)
    for top in range(0, height, 11):
        seen = shelves.between(top, top + 60)
        for index, cell in enumerate(cells):
            if cell.top < top + 60 and cell.top + cell.height > top:
                assert index in seen, (index, top)
        assert len(seen) <= 60 // shelves.cell_height * shelves.columns + 3 * shelves.columns


def test_up_and_down_stay_in_the_column_across_headings():
    shelves = SHELVES[0]
    # Rows 0-3 4-7 8 | 9 | 10-13 14-17 18-21 22-23
    assert [shelves.beside(2, rows) for rows in (1, 2, 3, 4, -1)] == [6, 8, 9, 12, 2]
    assert [shelves.beside(12, rows) for rows in (-1, -2)] == [9, 8]
    assert shelves.beside(20, 1) == 23
    assert shelves.beside(23, 1) == 23


def test_the_nearest_is_the_last_one_before_a_gap():
    shelves = SHELVES[0]
    assert shelves.nearest(395, 250) == 8
    assert shelves.nearest(-5, -5) == 0
    assert shelves.nearest(9_999, 9_999) == 23
    assert Shelves((), 3, 10, 10).nearest(0, 0) is None
    assert list(Shelves((), 3, 10, 10).between(0, 100)) == []
