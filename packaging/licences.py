"""Collect the licence texts of everything that is shipped into ``resources/licences`` from the installed packages.

Run after the lock changes. Packages whose wheels carry no text (Qt's) are used under the LGPL, whose text and that
of the GPL, to which it refers, are kept beside.
"""

from __future__ import annotations

import importlib.metadata as metadata
import re
import sys
import sysconfig
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "licences"
COMMON = Path("/usr/share/common-licenses")
QT = {"pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}
CLASSIFIED = {  # for packages whose metadata hold a whole text or nothing in the field of the name
    "numpy": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "pandas": "BSD-3-Clause",
    "pyarrow": "Apache-2.0",
    "openpyxl": "MIT",
    "et-xmlfile": "MIT",
    "xlrd": "BSD-3-Clause",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "fastexcel": "MIT",
}
FONT_TEXT = "noto-sans-cjk.txt"  # of the font of reports, see report_font.py
OPENCC_TEXT = "opencc.txt"  # of the spellings in domain/keywords/traditional.py
RJIEBA_TEXT = "rjieba.txt"  # its wheel carries no text
KEPT = ("LGPL-3.txt", "GPL-3.txt", FONT_TEXT, OPENCC_TEXT, RJIEBA_TEXT)
TEXT_NAMES = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped() -> list[str]:
    """Return the packages that the application needs when it runs, with what they need in turn, sorted."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    waiting = [re.split(r"[^A-Za-z0-9_.-]", wanted, maxsplit=1)[0] for wanted in project["dependencies"]]
    found: set[str] = set()
    while waiting:
        name = canonical(waiting.pop())
        if name in found:
            continue
        try:
            needs = metadata.requires(name) or []
        except metadata.PackageNotFoundError:
            continue  # needed only on another system
        found.add(name)
        waiting += [re.split(r"[^A-Za-z0-9_.-]", need, maxsplit=1)[0] for need in needs if "extra ==" not in need]
    return sorted(found)


def licence_name(name: str) -> str:
    about = metadata.metadata(name)
    named = QT.get(name) or CLASSIFIED.get(name) or about.get("License-Expression") or about.get("License") or ""
    if not named or "\n" in named:
        raise SystemExit(f"{name}: say in packaging/licences.py which licence it is used under")
    return named


def texts(name: str) -> str:
    if f"{name}.txt" in KEPT:
        return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    files = [file for file in metadata.files(name) or [] if ".dist-info" in str(file) and TEXT_NAMES.search(file.name)]
    parts = []
    for file in sorted(files, key=str):
        path = Path(str(file.locate()))
        if path.is_file():
            parts.append(f"{path.name}\n{'-' * len(path.name)}\n\n{path.read_text(encoding='utf-8').strip()}\n")
    return "\n\n".join(parts)


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        if old.name not in KEPT:
            old.unlink()
    for name in ("LGPL-3", "GPL-3"):
        if (COMMON / name).is_file():
            (FOLDER / f"{name}.txt").write_bytes((COMMON / name).read_bytes())
    index = ["# Written by packaging/licences.py: what is shipped, and under which licence it is used.", ""]
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    parts = [("Python", "python", "PSF-2.0", python.read_text(encoding="utf-8") if python.is_file() else "")]
    for name in shipped():
        title = metadata.metadata(name)["Name"]
        parts.append((title, name, licence_name(name), "" if name in QT else texts(name)))
    parts.append(
        ("SQLite", "sqlite", "public domain", "The authors of SQLite have dedicated it to the public domain.\n")
    )
    font = (FOLDER / FONT_TEXT).read_text(encoding="utf-8")
    parts.append(("ShopDesk Report (Noto Sans CJK)", "noto-sans-cjk", "OFL-1.1", font))
    spellings = (FOLDER / OPENCC_TEXT).read_text(encoding="utf-8")
    parts.append(("OpenCC (dictionaries)", "opencc", "Apache-2.0", spellings))
    for title, name, licence, text in parts:
        files = ["LGPL-3.txt", "GPL-3.txt"] if name in QT else [f"{name}.txt"]
        if name not in QT:
            if not text:
                raise SystemExit(f"{name}: no licence text is installed")
            (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")
        listed = ", ".join(f'"{file}"' for file in files)
        index += [
            "[[part]]",
            f'title = "{title}"',
            f'package = "{name}"',
            f'licence = "{licence}"',
            f"texts = [{listed}]",
            "",
        ]
    (FOLDER / "parts.toml").write_text("\n".join(index), encoding="utf-8")
    print(f"{len(parts)} parts in {FOLDER.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
