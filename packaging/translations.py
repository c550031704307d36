"""Keep the Chinese texts complete: ``update`` (collect), ``build`` (compile) and ``check`` (fail where one is missing).

One Qt Linguist file an area, ``resources/i18n/zh_CN/<area>.ts``, and these files are the list of areas:
files under ``shopdesk/ui/<area>/`` belong to their area (``kpi_cause``: those under ``shopdesk/ui/kpi/cause/``),
all other files of ``shopdesk/ui`` to ``shell``. ``update`` of a new area makes its file.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
UI = ROOT / "shopdesk" / "ui"
TEXTS = ROOT / "resources" / "i18n" / "zh_CN"
COMPILED = ROOT / "resources" / "i18n"
EMPTY = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="zh_CN"></TS>\n'
PLACEHOLDER = re.compile(r"\{[a-z_0-9]*[^}|]*\}")  # {count:word|words} is an English noun form, not one
CALLS = {"tr": 0, "translate": 1}  # name of the call -> position of the text

Message = tuple[str, str]  # context, English text


def all_areas() -> tuple[str, ...]:
    """Return the names of all areas."""
    return tuple(sorted(file.stem for file in TEXTS.glob("*.ts")))


def area_files(area: str) -> list[Path]:
    """Return the Python files of an area."""
    return sorted(file for file in UI.rglob("*.py") if area_of(file) == area)


def area_of(file: Path) -> str:
    """Return the area of a file: that of its innermost folder that is one."""
    folders, areas = file.relative_to(UI).parts[:-1], all_areas()
    for depth in range(len(folders), 0, -1):
        name = "_".join(folders[:depth])
        if name in areas:
            return name
    return "shell"


def tool(name: str) -> list[str]:
    """Return the command of a Qt tool that stands beside this interpreter."""
    folder = Path(sys.executable).parent
    for candidate in (folder / f"pyside6-{name}", folder / f"pyside6-{name}.exe"):
        if candidate.exists():
            return [str(candidate)]
    return [f"pyside6-{name}"]


def update(areas: tuple[str, ...], folder: Path = TEXTS) -> None:
    """Collect the texts of the areas into their files; translated ones stay."""
    folder.mkdir(parents=True, exist_ok=True)
    for area in areas:
        files = area_files(area)
        if not files:
            continue
        target = folder / f"{area}.ts"
        subprocess.run(
            [*tool("lupdate"), *map(str, files), "-ts", str(target), "-no-obsolete", "-locations", "none"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        text = target.read_text(encoding="utf-8")
        if "<TS " in text and 'language="zh_CN"' not in text:
            text = re.sub(r'<TS version="2\.1"[^>]*>', '<TS version="2.1" language="zh_CN" sourcelanguage="en">', text)
            target.write_text(text, encoding="utf-8")


def build(areas: tuple[str, ...]) -> None:
    """Compile every area that has a file."""
    COMPILED.mkdir(parents=True, exist_ok=True)
    for area in areas:
        source = TEXTS / f"{area}.ts"
        if source.exists():
            target = COMPILED / f"{area}_zh_CN.qm"
            fresh = target.with_suffix(".fresh")  # a window that runs maps the old file: it must not change under it
            subprocess.run([*tool("lrelease"), str(source), "-qm", str(fresh)], check=True, stdout=subprocess.DEVNULL)
            fresh.replace(target)


def read_texts(file: Path) -> dict[Message, tuple[str, str]]:
    """Return (translation, state) by message; state is ``type`` of Qt Linguist: "", unfinished, vanished, obsolete."""
    result: dict[Message, tuple[str, str]] = {}
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            text = "\n".join(forms) if forms else translation.text or ""
            result[name, message.findtext("source") or ""] = (text, translation.get("type") or "")
    return result


def text_problems(area: str) -> Iterator[str]:
    """Yield what is wrong with the translations of an area."""
    with tempfile.TemporaryDirectory() as folder:
        update((area,), Path(folder))
        fresh = Path(folder) / f"{area}.ts"
        wanted = set(read_texts(fresh)) if fresh.exists() else set()
    file = TEXTS / f"{area}.ts"
    texts = read_texts(file) if file.exists() else {}
    for context, source in sorted(wanted - set(texts)):
        yield f"{area}: no translation of {context}: {source!r}"
    for (context, source), (text, state) in sorted(texts.items()):
        if state in ("vanished", "obsolete") or (context, source) not in wanted:
            yield f"{area}: no longer used {context}: {source!r}"
        elif state == "unfinished" or not text.strip():
            yield f"{area}: unfinished {context}: {source!r}"
        elif sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(text)) and "\n" not in text:
            yield f"{area}: placeholders differ in {context}: {source!r} / {text!r}"


def code_problems() -> Iterator[str]:
    """Yield calls of ``tr`` whose text is not one plain literal: they would never be found at run time."""
    for file in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            place = CALLS.get(node.func.attr)
            if place is None or (node.func.attr == "translate" and not _is_application(node.func.value)):
                continue
            literals = node.args[: place + 1]
            if len(literals) <= place or not all(
                isinstance(text, ast.Constant) and isinstance(text.value, str) for text in literals
            ):
                yield f"{file.relative_to(ROOT)}:{node.lineno}: the text of {node.func.attr}() is not a plain literal"


def _is_application(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("QCoreApplication", "QApplication")


def check() -> list[str]:
    """Return every problem of texts and code."""
    problems = list(code_problems())
    for area in all_areas():
        problems.extend(text_problems(area))
    return problems


def main(arguments: list[str]) -> int:
    """Run one of update, build and check; ``update`` and ``build`` take areas."""
    if not arguments or arguments[0] not in ("update", "build", "check"):
        print("usage: translations.py update [AREA…] | build [AREA…] | check")
        return 2
    areas = tuple(arguments[1:]) or all_areas()
    if arguments[0] == "update":
        for area in areas:
            if not (TEXTS / f"{area}.ts").exists():
                (TEXTS / f"{area}.ts").write_text(EMPTY, encoding="utf-8")
        update(areas)
    elif arguments[0] == "build":
        build(areas)
    else:
        problems = check()
        print("\n".join(problems) or "every text is translated")
        return 1 if problems else 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
