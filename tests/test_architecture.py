"""The borders of ARCHITECTURE: who may import whom, what must not be loaded, how large a file is."""

import ast
import graphlib
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "shopphone"

QT = {"PySide6", "shiboken6"}
DATABASE = {"sqlalchemy", "alembic", "psycopg"}
PAPER = {"reportlab", "pikepdf", "PIL", "pypdfium2"}
# what must not be in memory after everything in the package has been imported
FORBIDDEN = {
    "domain": QT | DATABASE | PAPER,
    "letters": QT | DATABASE,
    "cti": QT | DATABASE | PAPER,
    "exchange": QT | DATABASE | PAPER,
    "mail": QT | DATABASE | PAPER,
    "meaning": QT | DATABASE | PAPER,
    "store": QT | PAPER,
    "services": QT,
    "ui": DATABASE | PAPER,
}
LOAD_ALL = """
import importlib, sys
for name in sys.argv[2].split(","):
    importlib.import_module(name)
print(",".join(sorted(set(sys.argv[1].split(",")) & set(sys.modules))))
"""


def modules_of(package: str) -> list[str]:
    """Every module except migrations, which only Alembic can import."""
    files = sorted((PACKAGE / package).rglob("*.py"))
    return [name_of(path) for path in files if "migrations" not in path.parts]


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def loaded(forbidden: set[str], modules: list[str]) -> str:
    """Which of the forbidden packages a fresh Python has in memory after importing the modules."""
    command = [sys.executable, "-c", LOAD_ALL, ",".join(sorted(forbidden)), ",".join(modules)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def packages() -> list[str]:
    return [each.name for each in sorted(PACKAGE.iterdir()) if (each / "__init__.py").exists()]


def sources() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        yield path, path.read_text(encoding="utf-8")


def test_every_package_has_its_border() -> None:
    assert set(packages()) <= set(FORBIDDEN)


@pytest.mark.parametrize("package", packages())
def test_a_package_loads_nothing_from_beyond_its_border(package: str) -> None:
    assert loaded(FORBIDDEN[package], modules_of(package)) == ""


def test_the_check_notices_what_is_loaded() -> None:
    assert loaded({"sqlite3", "sqlalchemy"}, ["sqlite3"]) == "sqlite3"


def test_the_command_line_alone_loads_no_heavy_part() -> None:
    assert loaded(QT | DATABASE | PAPER, ["shopphone.__main__", "shopphone.commands"]) == ""


def test_the_import_contracts_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as run; run()",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_is_too_long_to_read() -> None:
    long = [path.name for path, text in sources() if text.count("\n") > 500]
    assert long == []


def test_window_texts_are_found_by_the_translation_tool() -> None:
    """An f-string in tr() is extracted as it stands and never matches at run time."""
    wrong = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, text in sources()
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") in {"tr", "translate"}
        and any(isinstance(argument, ast.JoinedStr) for argument in call.args)
    ]
    assert wrong == []


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = grimp.build_graph("shopphone")
    imports = {each: graph.find_modules_directly_imported_by(each) for each in graph.modules}
    assert len(imports) > 100
    graphlib.TopologicalSorter(imports).prepare()  # raises CycleError with the circle


def test_every_part_we_import_is_declared_and_every_declared_one_is_imported() -> None:
    declared = {plain(each) for each in declared_dependencies()}
    imported = {plain(each) for each in imported_distributions()}
    # tzdata is data for zoneinfo on Windows
    assert imported - declared - {"shiboken6"} == set()
    assert declared - imported == {"tzdata"}


def declared_dependencies() -> Iterator[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield from project["dependencies"]
    yield from project["optional-dependencies"]["postgres"]  # of “meaning” only a file is read


def imported_distributions() -> Iterator[str]:
    known = packages_distributions()
    for _, text in sources():
        for module in imported_modules(ast.parse(text)):
            top = module.partition(".")[0]
            if top != "shopphone" and top not in sys.stdlib_module_names:
                yield known[top][0] if top in known else f"{top} is not installed"


def imported_modules(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "import_module":
            yield from (str(each.value) for each in node.args if isinstance(each, ast.Constant))


def plain(requirement: str) -> str:
    """PySide6_Essentials==6.11.3 and psycopg[binary] by the name alone, as registries compare it."""
    name = requirement.split("==")[0].split("[")[0].split(";")[0]
    return name.strip().lower().replace("_", "-")
