"""What somebody types into the search field, as looks and a number to look for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from girlsmoe_desktop.state import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from girlsmoe_desktop.store.gallery import Look

# What SQLite can hold; a longer one is a word that nobody bears.
_NUMBER = re.compile(r"(?<![^\s#])#?([0-9]{1,18})(?!\S)")
_BETWEEN = re.compile(r"[\s,、，·]+")
# Kana and Han: these scripts write no spaces between words.
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def number_of(text: str) -> tuple[int | None, str]:
    """Returns the number in a text, such as that of "silver 27" or "#27", and the text without it.

    Of several only the last is looked for.
    """
    found = [int(number) for number in _NUMBER.findall(text)]
    return (found[-1] if found else None), _NUMBER.sub(" ", text)


def looks_of(text: str, known: Iterable[Look]) -> tuple[frozenset[Look], ...]:
    """Returns for each thing named in a text the looks that bear that name.

    Words that stand together name one thing if they can: "blue hair" is a colour of hair, "blue"
    one of hair or eyes. The beginning of a word is enough, and in scripts that write no spaces any
    part of it. What nobody bears gives an empty set.

    Args:
        text: Names in the user's language, such as "silver hair hat".
        known: All looks there are.
    """
    names = {look: _parts(words.phrase(*look)) for look in known}
    typed = _parts(text)
    found: list[frozenset[Look]] = []
    while typed:
        count, looks = _longest(typed, names)
        found.append(looks)
        typed = typed[count:]
    return tuple(found)


def _parts(text: str) -> list[str]:
    """Returns the words of a text as they are compared: nobody types every dot and comma."""
    return [part for part in _BETWEEN.split(text.casefold().replace("ё", "е")) if part]


def _longest(typed: list[str], names: dict[Look, list[str]]) -> tuple[int, frozenset[Look]]:
    """Returns how many of the first words name something together, and what they name."""
    for count in range(len(typed), 0, -1):
        looks = frozenset(look for look, name in names.items() if _names(typed[:count], name))
        if looks:
            return count, looks
    return 1, frozenset()


def _names(typed: list[str], name: list[str]) -> bool:
    places = range(len(name) - len(typed) + 1)
    return any(
        all(_fits(part, word) for word, part in zip(name[place:], typed, strict=False))
        for place in places
    )


def _fits(part: str, word: str) -> bool:
    return part in word if _UNSPACED.search(part) else word.startswith(part)
