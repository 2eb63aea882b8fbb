"""What can be checked of the packages without building them."""

import json
import os
import plistlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import platformdirs
import pytest

import girlsmoe_desktop
from girlsmoe_desktop.state import languages
from girlsmoe_desktop.state.exchange import RECIPE_ENDING

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = sorted((ROOT / "packaging").rglob("*.in"))


@pytest.fixture
def product(script):
    return script("product")


@pytest.fixture
def linux(script, product):
    made = script("linux")
    assert made.product is product
    return made


def test_names_are_those_of_the_program(product):
    assert girlsmoe_desktop.__version__ == product.VERSION
    assert f".{product.RECIPE_ENDING}" == RECIPE_ENDING
    data = platformdirs.user_data_path("GirlsMoe", appauthor=False)
    assert data.name == product.USER_FOLDER


def test_every_template_can_be_filled(product):
    more = dict.fromkeys(("EXEC", "TRY_EXEC", "ICON_SIZES", "ARCHITECTURE", "SIZE_KB", "DEPENDS"))
    more = dict.fromkeys(more, "x")
    assert len(TEMPLATES) >= 8
    for template in TEMPLATES:
        text = product.render(template, **more)
        assert not re.search(r"@[A-Z_]+@", text), template


def test_a_word_without_a_value_is_an_error(product, tmp_path):
    (tmp_path / "x.in").write_text("@NAME@ @NOBODY@")
    with pytest.raises(KeyError, match="NOBODY"):
        product.render(tmp_path / "x.in")


def test_the_windows_script_names_what_there_is(product):
    text = product.render(ROOT / "packaging" / "windows" / "girlsmoe.iss.in")
    sections = re.findall(r"^\[(\w+)\]$", text, re.MULTILINE)
    assert {"Setup", "Files", "Icons", "Registry", "Run", "Code"} <= set(sections)
    assert len(sections) == len(set(sections))
    assert re.search(r"^AppId=\{\{[0-9A-F-]{36}\}$", text, re.MULTILINE)
    assert "PrivilegesRequired=lowest" in text
    assert "PrivilegesRequiredOverridesAllowed" not in text
    sources = re.findall(r'^Source: "([^"]+)"', text, re.MULTILINE)
    sources += re.findall(r"^(?:LicenseFile|SetupIconFile)=(.+)$", text, re.MULTILINE)
    built = {"dist/girlsmoe/*", "build/icons/girlsmoe.ico"}
    for source in (path.replace("\\", "/") for path in sources):
        assert source in built or (ROOT / source).is_file(), source
    started = set(re.findall(r"\{app\}\\([\w-]+)\.exe", text))
    assert started == {product.WINDOW_PROGRAM}
    asked = text.index("MB_YESNO or MB_DEFBUTTON2, IDNO) = IDYES then")
    assert text.index("UninstallSilent") < asked < text.index("DelTree")
    assert text.count("DelTree") == 1
    assert "[UninstallDelete]" not in text


def test_the_windows_script_says_everything_in_its_languages(product):
    text = product.render(ROOT / "packaging" / "windows" / "girlsmoe.iss.in")
    named = set(re.findall(r'^Name: "(\w\w)"; MessagesFile', text, re.MULTILINE))
    for message in ("Associate", "DeleteAll"):
        assert set(re.findall(rf"^(\w\w)\.{message}=", text, re.MULTILINE)) == named


def test_the_mac_script_is_sound_and_names_what_there_is(product):
    text = product.render(ROOT / "packaging" / "macos" / "make_dmg.sh.in")
    if shutil.which("bash"):
        done = subprocess.run(
            ["bash", "-n"], input=text, text=True, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr
    for path in re.findall(r"packaging/[\w./-]+", text):
        assert (ROOT / path).is_file(), path
    assert f'app="dist/{product.NAME}.app"' in text
    assert f"Contents/MacOS/{product.WINDOW_PROGRAM}" in text
    # Libraries are signed before what holds them; program and image are stapled once judged.
    steps = ["*.dylib", "*.framework", "Contents/MacOS/", 'submit "$scratch', 'staple "$app"']
    steps += ["hdiutil", 'submit "$image"', 'staple "$image"', "validate"]
    places = [text.index(step, text.index("if [")) for step in steps]
    assert places == sorted(places)


def test_what_macos_is_told_can_be_written(product):
    told = plistlib.loads(plistlib.dumps(product.info_plist()))
    assert told["CFBundleShortVersionString"] == product.VERSION
    (kind,) = told["UTExportedTypeDeclarations"]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == [product.RECIPE_ENDING]
    (opened,) = told["CFBundleDocumentTypes"]
    assert opened["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert set(told["CFBundleLocalizations"]) == set(languages.LANGUAGES)
    rights = plistlib.loads((ROOT / "packaging" / "macos" / "entitlements.plist").read_bytes())
    assert all(rights.values())


def test_the_menus_entry_and_the_type_are_well_formed(linux, product, tmp_path):
    text = linux.desktop_entry("girlsmoe")
    lines = dict(line.split("=", 1) for line in text.splitlines()[1:])
    assert lines["Exec"] == "girlsmoe --open %F"
    assert lines["MimeType"] == f"{product.RECIPE_TYPE};"
    translated = {key[5:-1] for key in lines if key.startswith("Name[") or "Comment[" in key}
    assert {key for key in lines if key.startswith("Comment[")} == {
        f"Comment[{language}]" for language in languages.LANGUAGES if language != "en"
    }, translated
    (kind,) = ET.fromstring(linux.filled("girlsmoe.xml.in"))
    assert kind.get("type") == product.RECIPE_TYPE
    assert kind[-1].get("pattern") == f"*.{product.RECIPE_ENDING}"
    if shutil.which("desktop-file-validate"):
        (tmp_path / "girlsmoe.desktop").write_text(text, encoding="utf-8")
        subprocess.run(["desktop-file-validate", tmp_path / "girlsmoe.desktop"], check=True)


@pytest.mark.skipif(not shutil.which("sh"), reason="there is no shell here")
@pytest.mark.parametrize("name", ["install-desktop", "uninstall", "setup"])
def test_the_scripts_are_sound(linux, name):
    done = subprocess.run(
        ["sh", "-n"], input=linux.filled(f"{name}.in"), text=True, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(os.name == "nt", reason="the scripts are for Linux")
@pytest.mark.parametrize("place", ["plain", 'it\'s 100% "新しい" $HOME `x` \\ 🌸'])
def test_a_program_goes_into_the_menu_and_out_again(linux, tmp_path, place):
    folder = tmp_path / place / "girlsmoe"
    folder.mkdir(parents=True)
    (folder / "girlsmoe").write_text("#!/bin/sh\necho started\n")
    (folder / "girlsmoe").chmod(0o755)
    (folder / "girlsmoe-cli").symlink_to("girlsmoe")
    (tmp_path / "icons").mkdir()
    for icon in linux.icon_names():
        (tmp_path / "icons" / icon).touch()
    linux.dress(folder, tmp_path / "icons")
    home = tmp_path / "home"
    home.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"]}
    subprocess.run([folder / "install-desktop"], env=environment, check=True, capture_output=True)
    entry = (home / ".local/share/applications/girlsmoe.desktop").read_text(encoding="utf-8")
    command = re.search(r'^Exec="(.+)" --open %F$', entry, re.MULTILINE)[1]
    # As desktops read it: the file's own escapes, the quoted word's, then the field codes'.
    once = re.sub(r"\\\\", lambda _: "\\", command)
    assert re.sub(r"\\(.)", r"\1", once).replace("%%", "%") == str(folder / "girlsmoe")
    link = home / ".local/bin/girlsmoe-cli"
    assert subprocess.run([link], capture_output=True, text=True, check=True).stdout == "started\n"
    subprocess.run([folder / "uninstall"], env=environment, check=True, capture_output=True)
    assert not [path for path in home.rglob("*") if not path.is_dir()]
    assert (folder / "girlsmoe").is_file()


def test_a_library_that_is_only_warned_of_is_a_failure(script):
    dist = script("dist")
    gone = "1 WARNING: Library not found: could not resolve 'libicudata.so.73', dependency of "
    log = [
        f"{gone}'/x/PySide6/Qt/lib/libicuuc.so.73'.",
        f"{gone}'/x/PySide6/Qt/plugins/platformthemes/libqgtk3.so'.",
        "2 ERROR: Hidden import 'hmac' not found",
        "3 WARNING: Library ole32 required via ctypes not found",
        "4 INFO: all is well",
    ]
    problems = dist.missing("\n".join(log))
    assert problems == [
        "2 ERROR: Hidden import 'hmac' not found",
        "libicudata.so.73, which libicuuc.so.73 loads",
    ]


def test_what_is_left_out_and_what_stays(script):
    slim = script("slim")
    qt = "PySide6/Qt"
    for name in (
        f"{qt}/plugins/platformthemes/libqgtk3.so",
        f"{qt}/plugins/platforms/libqeglfs.so",
        f"{qt}/plugins/tls/libqopensslbackend.so",
        f"{qt}/translations/qtbase_de.qm",
        f"{qt}/translations/qt_ja.qm",
        f"{qt}/lib/libQt6Network.so.6",
        "libstdc++.so.6",
        "numpy/tests/data.py",
    ):
        assert slim.is_dropped(name), name
    for name in (
        f"{qt}/plugins/platforms/libqxcb.so",
        f"{qt}/plugins/platforms/libqwayland.so",
        f"{qt}/lib/libicudata.so.73",
        f"{qt}/translations/qtbase_zh_CN.qm",
        "assets/translations/girlsmoe_ru.qm",
        "libxcb-cursor.so.0",
    ):
        assert not slim.is_dropped(name), name
    assert set(slim.LANGUAGES) == set(languages.LANGUAGES) - {"en"}


def test_only_libraries_that_something_loads_are_shipped(script):
    loads = {
        "PySide6/QtCore.so": ["libQt6Core.so.6", "libc.so.6"],
        "libQt6Core.so.6": ["libz.so.1"],
    }
    names = [*loads, "libz.so.1", "libgtk-3.so.0", "libpython3.11.so.1.0"]
    kept = script("slim").needed(names, lambda name: loads.get(name, []))
    assert kept == set(names) - {"libgtk-3.so.0"}


def test_what_the_program_imports_of_the_trainer_is_what_may_go_in(script):
    imported, waiting = set(), list((ROOT / "girlsmoe_desktop").rglob("*.py"))
    while waiting:
        text = waiting.pop().read_text(encoding="utf-8")
        found = set()
        for module, names in re.findall(r"^\s*from (trainer[\w.]*) import (.+)$", text, re.M):
            inside = {f"{module}.{name}" for name in re.findall(r"\w+", names)}
            found |= {module, *(name for name in inside if file_of(name).is_file())}
        waiting += [file_of(name) for name in found - imported if file_of(name).is_file()]
        imported |= found
    packages = {name.rpartition(".")[0] for name in imported} - {""}
    assert imported | packages == set(script("slim").TRAINER_MODULES)


def file_of(module):
    """The file of a module that is no package."""
    return ROOT / f"{module.replace('.', '/')}.py"


def test_the_package_asks_for_the_c_library_it_was_linked_with(linux, tmp_path):
    (tmp_path / "a.so").write_bytes(b"\0GLIBC_2.9\0GLIBC_2.35\0")
    (tmp_path / "b.so.1").write_bytes(b"\0GLIBC_2.34\0GLIBC_2.4\0")
    assert linux.glibc_needed(tmp_path) == "2.35"
    text = linux.control(tmp_path)
    depends = re.search(r"^Depends: (.+)$", text, re.MULTILINE)[1].split(", ")
    assert depends[0] == "libc6 (>= 2.35)"
    assert set(linux.QT_PACKAGES) < set(depends)
    assert len(depends) == len(set(depends))


def test_parts_are_listed_with_their_licences(script, tmp_path):
    licences = script("licences")
    site = tmp_path / "site"
    for name, requires in (
        ("app-x", ["lib_y>=1", 'pytest; extra == "dev"']),
        ("lib.y", []),
        ("pytest", []),
    ):
        info = site / f"{name}-1.0.dist-info"
        info.mkdir(parents=True)
        lines = [
            "Metadata-Version: 2.4",
            f"Name: {name}",
            "Version: 1.0",
            "License-Expression: MIT",
        ]
        (info / "METADATA").write_text(
            "\n".join([*lines, *(f"Requires-Dist: {r}" for r in requires)])
        )
        (info / "licenses").mkdir()
        (info / "licenses" / "LICENSE").write_text(f"of {name}")
        files = ("METADATA", "licenses/LICENSE")
        (info / "RECORD").write_text("".join(f"{info.name}/{file},,\n" for file in files))
    folder = tmp_path / "licences"
    parts = licences.collect(site, "app-x", folder)
    assert [part.name for part in parts] == ["python", "app-x", "lib-y"]
    assert (folder / "lib-y" / "LICENSE").read_text() == "of lib.y"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (folder / "LGPL-3.0.txt").read_text()
    assert list((folder / "python").iterdir())
    licences.write_sbom(parts, tmp_path / "bill.json", "app-x", "1.0")
    bill = json.loads((tmp_path / "bill.json").read_text())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    assert [part["name"] for part in bill["components"]] == ["python", "lib-y"]
    assert bill["components"][1]["purl"] == "pkg:pypi/lib-y@1.0"
    (own,) = bill["dependencies"]
    assert own["dependsOn"] == [part["bom-ref"] for part in bill["components"]]


def test_the_release_calls_what_there_is():
    text = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    for name in re.findall(r"packaging/[\w.]+", text):
        assert (ROOT / name).is_file(), name
    assert set(re.findall(r"- system: (\w+)", text)) == {"linux", "windows", "macos"}
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("packaging/dist.py", "packaging/smoke.py"):
        assert command in text
        assert command in targets
