"""Reads protobuf messages field by field, strictly: whatever it can't vouch for, it refuses.

Nothing is copied and nothing nests by itself: whoever reads goes into a message within a message
when its schema says so, so that a file can't make the program recurse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_VARINT_BYTES = 10
_SIZES = {1: 8, 5: 4}


class MalformedError(ValueError):
    """The bytes are not a message of the schema; the message says why."""


class Kind(IntEnum):
    """How a field is written.

    Attributes:
        NUMBER: One whole number; may come once.
        NUMBERS: Any amount of numbers, one by one or packed into bytes.
        FLOAT: Four bytes; may come once.
        BYTES: Bytes, words or a message; may come once.
        MANY: The same, any number of times.
    """

    NUMBER = 0
    NUMBERS = 1
    FLOAT = 2
    BYTES = 3
    MANY = 4


Schema = Mapping[int, Kind]
_WIRES = {
    Kind.NUMBER: (0,),
    Kind.NUMBERS: (0, 1, 2, 5),
    Kind.FLOAT: (5,),
    Kind.BYTES: (2,),
    Kind.MANY: (2,),
}


@dataclass(frozen=True)
class Field:
    """One field of a message.

    Attributes:
        number: Its number in the schema.
        value: The number it holds, or 0 for bytes.
        data: The bytes it holds; none for a number.
        is_packed: Whether it came as bytes.
    """

    number: int
    value: int
    data: memoryview
    is_packed: bool


class Reader:
    """Reads the messages of one file.

    Attributes:
        fields_left: How many more fields it reads before it gives up on an absurd file.
    """

    def __init__(self, most_fields: int) -> None:
        self.fields_left = most_fields

    def fields(self, message: memoryview, schema: Schema, name: str) -> Iterator[Field]:
        """Yields the fields of a message.

        Args:
            message: Its bytes.
            schema: The fields that it may have.
            name: What it is, for the words of a refusal.

        Raises:
            MalformedError: A field is cut off, unknown, of the wrong kind, or there too often.
        """
        place, seen = 0, set()
        while place < len(message):
            self.fields_left -= 1
            if self.fields_left < 0:
                raise MalformedError("it has too many parts")
            key, place = varint(message, place)
            number, wire = key >> 3, key & 7
            kind = schema.get(number)
            if kind is None or wire not in _WIRES[kind]:
                raise MalformedError(f"{name} has the field {number}, which is not allowed there")
            if kind not in (Kind.NUMBERS, Kind.MANY):
                # Readers differ in what they make of a second one.
                if number in seen:
                    raise MalformedError(f"{name} has the field {number} twice")
                seen.add(number)
            field, place = _value(message, place, number, wire)
            yield field


def numbers(field: Field) -> Iterator[int]:
    """Yields the whole numbers of a field that came as one number, or packed.

    Raises:
        MalformedError: They are cut off.
    """
    if not field.is_packed:
        yield field.value
        return
    place = 0
    while place < len(field.data):
        value, place = varint(field.data, place)
        yield value


def text(field: Field) -> str:
    """Returns the words of a field.

    Raises:
        MalformedError: They are no UTF-8.
    """
    try:
        return str(field.data, "utf-8")
    except UnicodeDecodeError as error:
        raise MalformedError("a name in it is no text") from error


def varint(data: memoryview, place: int) -> tuple[int, int]:
    """Returns the number that begins at a place, and the place after it.

    Raises:
        MalformedError: It is cut off, or longer than 64 bits.
    """
    value = 0
    for step, byte in enumerate(data[place : place + _VARINT_BYTES]):
        value |= (byte & 0x7F) << (7 * step)
        if byte < 0x80:
            if value >= 1 << 64:
                break
            return value, place + step + 1
    raise MalformedError("a number in it is cut off or too long")


def _value(data: memoryview, place: int, number: int, wire: int) -> tuple[Field, int]:
    if wire == 0:
        value, place = varint(data, place)
        return Field(number, value, data[:0], False), place
    if wire == 2:
        size, place = varint(data, place)
    else:
        size = _SIZES[wire]
    if size > len(data) - place:
        raise MalformedError("it is cut off")
    return Field(number, 0, data[place : place + size], wire == 2), place + size
