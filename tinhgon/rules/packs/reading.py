"""Pack files as plain values: found, read, held against the schema; every fault with file, line and key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson
import yaml

from tinhgon.core.errors import Said
from tinhgon.rules.packs import yamls
from tinhgon.rules.packs.lines import line_of
from tinhgon.rules.refusals import MalformedPack, NoSuchPack

SCHEMAS = Path(__file__).parent
PLAIN = orjson.OPT_NON_STR_KEYS
NO_MAPPING = ("phải là một bảng khóa – giá trị", "must be a mapping")


@dataclass(frozen=True, slots=True)
class File:
    """One pack file: its path and what it holds."""

    path: Path
    text: str
    holds: dict[str, Any]

    def fault(self, path: Sequence[Any], vi: str, en: str) -> Said:
        """Say what is wrong, at which line and key."""
        key = ".".join(str(part) for part in path)
        where = f"{self.path.name}:{line_of(self.text, path)}" + (f" ({key})" if key else "")
        return Said(f"{where}: {vi}", f"{where}: {en}")


def read(directories: Iterable[Path]) -> tuple[File, ...]:
    """Read all packs of some directories, in order of name; cases lie beside and are read elsewhere.

    :raises NoSuchPack: a directory is not there.
    :raises MalformedPack: files are no YAML, or not as the schema asks; names them all.
    """
    files, faults = [], []
    for path in (path for directory in directories for path in packs_in(directory)):
        try:
            file = opened(path)
        except MalformedPack as refused:
            faults += refused.facts["faults"]
            continue
        files.append(file)
        faults += against("pack", file)
    if faults:
        raise MalformedPack(faults=faults)
    return tuple(files)


def packs_in(directory: Path) -> list[Path]:
    """Find the pack files of a directory.

    :raises NoSuchPack: it is not there.
    """
    if not directory.is_dir():
        raise NoSuchPack(path=directory)
    return sorted(directory.glob("*.yaml"))


def opened(path: Path) -> File:
    """Read one file.

    :raises MalformedPack: it is no YAML, or no mapping.
    """
    text = path.read_text(encoding="utf-8")
    try:
        holds = yamls.load(text)
    except yaml.YAMLError as error:
        raise MalformedPack(faults=[_not_yaml(path, error)]) from None
    if not isinstance(holds, dict):
        raise MalformedPack(faults=[File(path, text, {}).fault([], *NO_MAPPING)])
    return File(path, text, holds)


def against(schema: str, file: File) -> Iterator[Said]:
    """Hold a file against a schema; give every fault."""
    plain = orjson.loads(orjson.dumps(file.holds, default=_plain, option=PLAIN))
    for error in _validator(schema).iter_errors(plain):
        yield file.fault(list(error.instance_path), f"không đúng lược đồ: {error.message}", error.message)


def _plain(value: Any) -> Any:
    return float(value)  # a Decimal: all else that YAML gives, JSON knows


@cache
def _validator(schema: str) -> Any:
    return jsonschema_rs.validator_for((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))


def _not_yaml(path: Path, error: yaml.YAMLError) -> Said:
    mark = getattr(error, "problem_mark", None)
    where = f"{path.name}:{mark.line + 1}" if mark else path.name
    problem = getattr(error, "problem", None) or str(error)
    return Said(f"{where}: không phải YAML ({problem})", f"{where}: not YAML ({problem})")
