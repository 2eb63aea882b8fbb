"""Keeps the translations of the window; needs what `make setup` installs.

translations.py update    takes new strings of the code into assets/translations/*.ts
translations.py release   makes the .qm files that the program reads
translations.py check     says what is missing, stale or not released, and exits with 1

Strings of the widgets are found by Qt's lupdate. The layers below know no Qt: their sentences are
the first words of `Sentence("...")` and of the errors that are made to be read.
"""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import PySide6

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "girlsmoe_desktop"
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("en", "ja", "zh_CN", "ru")
CONTEXT = "sentences"
_SAYING = ("Sentence", "UserError", "DamagedError")
_NUMBER = "%n"
_QT = Path(PySide6.__file__).parent


def main(argv: list[str]) -> int:
    """Does what the one argument says; returns the exit code."""
    if argv == ["update"]:
        update(FOLDER)
        return 0
    if argv == ["release"]:
        release(FOLDER)
        return 0
    if argv == ["check"]:
        found = problems()
        print("\n".join(found) or "The translations are complete.")
        return 1 if found else 0
    print(__doc__, file=sys.stderr)
    return 2


def update(folder: Path) -> None:
    """Brings the .ts files of a folder in step with the code; what is gone is left out."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        noted = Path(temporary) / "sentences.py"
        noted.write_text(_noted(), encoding="utf-8")
        # The first mention of a string says whether it is a plural.
        files = [str(noted), *sorted(map(str, SOURCE.rglob("*.py")))]
        for language in LANGUAGES:
            plurals = ["-pluralonly"] if language == "en" else []
            options = ["-locations", "none", "-no-obsolete", "-source-language", "en", *plurals]
            file = folder / f"girlsmoe_{language}.ts"
            _run("lupdate", *files, *options, "-target-language", language, "-ts", str(file))


def release(folder: Path) -> None:
    """Makes the .qm file of each .ts file of a folder; what is unfinished stays in English."""
    for file in sorted(folder.glob("*.ts")):
        _run("lrelease", "-silent", str(file), "-qm", str(file.with_suffix(".qm")))


def _noted() -> str:
    """Returns as code that lupdate reads what it does not find by itself."""
    lines = [f'QT_TRANSLATE_NOOP("{CONTEXT}", {_quoted(text)})' for text in sentences()]
    for call in _calls():
        # lupdate knows the plurals of `tr`, but not those of `translate`.
        if _name(call.func) == "translate" and len(call.args) == 4:
            context, text = (_constant(argument) for argument in call.args[:2])
            if context is not None and text is not None:
                lines.append(f"QT_TRANSLATE_NOOP({_quoted(context)}, {_quoted(text)}, '', 1)")
    return "\n".join(lines)


def sentences() -> list[str]:
    """Returns the sentences of the layers that know no Qt, in the order of the code."""
    found = [_constant(call.args[0]) for call in _calls() if call.args and _says(call)]
    return list(dict.fromkeys(text for text in found if text is not None))


def _calls() -> Iterator[ast.Call]:
    """Yields every call in the code of the application."""
    for tree in _trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield node


def _trees() -> Iterator[ast.Module]:
    for file in sorted(SOURCE.rglob("*.py")):
        # The command line speaks English.
        if not file.name.startswith("cli"):
            yield ast.parse(file.read_text(encoding="utf-8"))


def _says(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in _SAYING


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _constant(node: ast.expr) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


@dataclass(frozen=True)
class Message:
    """One string and what became of it.

    Attributes:
        context, source, comment: What the code says.
        translations: What is shown; several for the forms of a plural.
        is_finished: Whether a person said so.
        has_plural: Whether it depends on a number.
    """

    context: str
    source: str
    comment: str
    translations: tuple[str, ...]
    is_finished: bool
    has_plural: bool


def messages(file: Path) -> list[Message]:
    """Returns what a .ts file holds."""
    found = []
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            found.append(
                Message(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    message.findtext("comment", ""),
                    tuple(forms or [translation.text or ""]),
                    translation.get("type") is None,
                    message.get("numerus") == "yes",
                )
            )
    return found


def problems() -> list[str]:
    """Returns what is wrong with the translations, one line each."""
    with tempfile.TemporaryDirectory() as temporary:
        fresh = Path(temporary)
        for file in FOLDER.glob("*.ts"):
            shutil.copy(file, fresh)
        update(fresh)
        release(fresh)
        found = []
        for language in LANGUAGES:
            file = fresh / f"girlsmoe_{language}.ts"
            kept = FOLDER / file.name
            if not kept.is_file():
                found.append(f"{kept.name} is missing: run translations.py update.")
                continue
            found += [f"{language}: {line}" for line in _stale(messages(kept), messages(file))]
            found += [f"{language}: {line}" for each in messages(file) for line in _unfit(each)]
            made, there = file.with_suffix(".qm"), kept.with_suffix(".qm")
            if not there.is_file() or there.read_bytes() != made.read_bytes():
                found.append(f"{there.name} is not what {kept.name} makes: run release.")
        return found


def _stale(kept: list[Message], fresh: list[Message]) -> list[str]:
    wanted = {(each.context, each.source, each.comment) for each in fresh}
    known = {(each.context, each.source, each.comment) for each in kept}
    return [f"{source!r} is not in the code any more" for _, source, _ in known - wanted]


def _unfit(message: Message) -> list[str]:
    """Returns what is wrong with one translation."""
    shown = f"{message.context}: {message.source!r}"
    if not message.is_finished or not all(message.translations):
        return [f"{shown} is not translated"]
    wanted = _places(message.source)
    # A plural's form for one, or for none, may leave the number out.
    spare = {_NUMBER} if message.has_plural else set()
    return [
        f"{shown} has other places than {text!r}"
        for text in message.translations
        if _places(text) - spare != wanted - spare
    ]


def _places(text: str) -> set[str]:
    places = {f"{{{name}}}" for _, name, _, _ in Formatter().parse(text) if name is not None}
    return places | ({_NUMBER} if re.search("%L?n", text) else set())


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run(
        [_QT / tool, *arguments], capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode != 0:
        raise SystemExit(f"{tool} failed:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
