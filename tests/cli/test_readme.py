"""What the README tells people to type works as it stands there."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
OURS = re.compile(r"\.venv/bin/(girlsmoe(?:-train)?)\b")


def commands(block: str) -> list[str]:
    return [line.split("#")[0].strip() for line in block.splitlines() if OURS.match(line)]


@pytest.mark.parametrize("block", [b for b in BLOCKS if commands(b)], ids=lambda b: b[:40])
def test_a_block_of_commands_runs_from_top_to_bottom(block, tmp_path):
    scripts = Path(sys.executable).parent
    for line in commands(block):
        program, *words = shlex.split(line)
        done = subprocess.run(
            [scripts / Path(program).name, *words],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"


def test_make_targets_that_are_named_exist():
    named = set(re.findall(r"(?:`|^)make ([a-z]+)", README, re.MULTILINE))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {"run", "test", "setup"} <= named <= targets


def test_links_and_pictures_exist():
    links = re.findall(r"\]\(([^)#]+)\)", README)
    local = [link for link in links if not link.startswith("http")]
    assert local
    for link in local:
        assert (ROOT / link).is_file(), link


def test_the_tree_names_every_folder():
    packages = [path.parent for path in ROOT.glob("girlsmoe_desktop/*/__init__.py")]
    tree = re.search(r"^```\n(girlsmoe_desktop/.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert tree is not None
    for package in [*packages, *(p.parent for p in ROOT.glob("trainer/*/__init__.py"))]:
        assert f"  {package.name}/" in tree[1], package
