"""Sentences and errors that are meant to be read by the person at the keyboard."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, init=False)
class Sentence:
    """What is to be said, so that it can still be translated.

    Attributes:
        template: In English, with {0}, {1}, ... where the values belong; without values it is
            taken as it is.
        values: What to put there; sentences among them are translated too.
    """

    template: str
    values: tuple[object, ...]

    def __init__(self, template: str, *values: object) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", values)

    def __str__(self) -> str:
        """Returns it in English."""
        return self.template.format(*self.values) if self.values else self.template


class UserError(Exception):
    """Something the user can put right.

    It says in one or two plain sentences what was got, what is allowed, what to do next. Command
    lines print it without a traceback and exit with code 2; windows show it in the user's
    language.

    Attributes:
        sentence: What it says.
    """

    def __init__(self, template: str, *values: object) -> None:
        super().__init__(template, *values)
        self.sentence = Sentence(template, *values)

    def __str__(self) -> str:
        """Returns what it says, in English."""
        return str(self.sentence)
