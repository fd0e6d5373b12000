"""A decision as a JSON file: its head, and operations that may name units by their codes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID, uuid5

from pydantic import Field, TypeAdapter, ValidationError

from tinhgon.core.errors import Refused
from tinhgon.core.identity import NAMESPACE
from tinhgon.core.operations import STRICT
from tinhgon.core.values import Day, Name, ShortName, Text, Title, Word
from tinhgon.core.wording import faults, no_list, no_such_field

FORMAT = "tinhgon/decision@1"
LARGEST = 16 * 1024 * 1024  # bytes; the country's largest reorganisation takes 5
DEEPEST = 20  # lists and objects in one another; operations take 8
TOO_DEEP = {"reason_vi": "JSON lồng quá sâu", "reason_en": "the JSON is nested too deeply"}
CODE = "code:"
# Where operations name a living unit, and where they describe a new one.
REFERENCES = ("unit", "into", "to", "parent")


class UnreadableFile(Refused):
    vi = "Không đọc được tệp: {reason_vi}."
    en = "The file cannot be read: {reason_en}."


class MalformedDocument(Refused):
    vi = "Văn bản ghi sai: {faults}."
    en = "The document is malformed: {faults}."
    between = "; "


class UnknownCodes(Refused):
    vi = "Không có đơn vị mang mã {codes} vào ngày {day}. Kiểm tra lại mã và ngày hiệu lực."
    en = "No unit bears the codes {codes} on {day}. Check the codes and the effective day."


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the decision's text comes from."""

    __pydantic_config__: ClassVar = STRICT
    kind: Literal["act", "list", "illustration"] = "act"
    note: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What makes a document the one it is, and what it says of itself."""

    __pydantic_config__: ClassVar = STRICT
    type: Word
    number: Annotated[ShortName, Field(max_length=80)] = ""
    symbol: Annotated[ShortName, Field(max_length=39)] = ""  # number, / and symbol: 120 letters at most
    issuer: Name
    issued_on: Day
    effective_on: Day
    title: Title
    source: Source = field(default_factory=Source)

    @property
    def full_number(self) -> str:
        """The number as printed: 1668/NQ-UBTVQH15; without a symbol the number alone."""
        return f"{self.number}/{self.symbol}" if self.number and self.symbol else self.number


@dataclass(frozen=True, slots=True)
class Document:
    """A head, and operations as the file has them: not yet resolved, not yet checked."""

    head: Head
    operations: list[Any]

    @property
    def codes(self) -> frozenset[str]:
        """The codes by which the operations name units."""
        return frozenset(text.removeprefix(CODE) for text in _references(self.operations))

    def resolved(self, units: Mapping[str, UUID]) -> list[Any]:
        """Give the operations with units for codes, and an identity for each new unit without one.

        :raises UnknownCodes: a code is not among those given.
        """
        unknown = sorted(self.codes - units.keys())
        if unknown:
            raise UnknownCodes(codes=unknown[:20], day=self.head.effective_on)
        name = f"{self.head.type}:{self.head.full_number}:{self.head.issuer}:{self.head.issued_on}"
        return [_resolve(item, units, f"{name}#{place}") for place, item in enumerate(self.operations)]


_FILE: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])
_HEAD: TypeAdapter[Head] = TypeAdapter(Head)


def read_document(content: bytes) -> Document:
    """Read a decision file.

    :raises UnreadableFile: too large, not UTF-8, not JSON (line and column), or of another format.
    :raises MalformedDocument: the head has faults; each is named with its field.
    """
    raw = _parse(content)
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise UnreadableFile(reason_vi=f'thiếu "format": "{FORMAT}"', reason_en=f'no "format": "{FORMAT}"')
    if unknown := raw.keys() - {"format", "decision", "operations"}:
        raise MalformedDocument(faults=[no_such_field(name) for name in sorted(unknown)])
    try:
        head = _HEAD.validate_python(raw.get("decision"))
    except ValidationError as error:
        raise MalformedDocument(faults=faults(error, "decision")) from None
    operations = raw.get("operations")
    if not isinstance(operations, list):
        raise MalformedDocument(faults=[no_list("operations")])
    return Document(head, operations)


def _parse(content: bytes) -> Any:
    if len(content) > LARGEST:
        limit = f"{LARGEST // 1024 // 1024} MB"
        raise UnreadableFile(reason_vi=f"lớn hơn {limit}", reason_en=f"larger than {limit}")
    try:
        return _sound(json.loads(content.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        where = error.start + 1
        raise UnreadableFile(
            reason_vi=f"không phải UTF-8 (byte thứ {where}); lưu lại dưới dạng UTF-8",
            reason_en=f"not UTF-8 (byte {where}); save it as UTF-8",
        ) from None
    except json.JSONDecodeError as error:
        raise UnreadableFile(
            reason_vi=f"không phải JSON: dòng {error.lineno}, cột {error.colno}",
            reason_en=f"not JSON: line {error.lineno}, column {error.colno}",
        ) from None
    except UnicodeEncodeError:
        raise UnreadableFile(reason_vi="có ký tự không hợp lệ", reason_en="a letter in it is none") from None
    except ValueError:
        raise UnreadableFile(reason_vi="có số quá dài", reason_en="a number in it is too long") from None
    except RecursionError:
        raise UnreadableFile(**TOO_DEEP) from None


def _sound(raw: Any) -> Any:
    """Refuse what a parser may let through: depths that no recursion survives, halves of letters."""
    level = [raw]
    for _ in range(DEEPEST):
        "".join(text for text in level if isinstance(text, str)).encode()
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return raw
    raise UnreadableFile(**TOO_DEEP)


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    return value if isinstance(value, list) else ()


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in REFERENCES and isinstance(inner, str) and inner.startswith(CODE):
                yield inner
            else:
                yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def _resolve(value: Any, units: Mapping[str, UUID], place: str) -> Any:
    if isinstance(value, list):
        return [_resolve(inner, units, f"{place}.{number}") for number, inner in enumerate(value)]
    if not isinstance(value, dict):
        return value
    resolved = {
        key: str(units[inner.removeprefix(CODE)])
        if key in REFERENCES and isinstance(inner, str) and inner.startswith(CODE)
        else _resolve(inner, units, f"{place}.{key}")
        for key, inner in value.items()
    }
    # Only a new unit has a name and a kind without being an operation; its identity is the same each time.
    if "name" in value and "kind" in value and "op" not in value:
        resolved.setdefault("id", str(uuid5(NAMESPACE, place)))
    return resolved
