"""What a kind of document asks for, told to people and to programs (JSON Schema)."""

from __future__ import annotations

from typing import Any

import typer

from tinhgon.cli.terminal import spoken
from tinhgon.core.errors import Said
from tinhgon.office.letters.kinds.fields import Field
from tinhgon.office.letters.kinds.kind import Kind


def tell(field: Field, before: str = "") -> None:
    """Print a field in a line, its columns below it; a star marks what there must be."""
    mark = "*" if field.required else " "
    words = ", ".join(code or '""' for code, _ in field.choices)
    name = spoken(Said(field.vi, field.en))
    typer.echo(f"{mark} {before}{field.code:<16} {field.form:<7} {name}{f' ({words})' if words else ''}")
    for column in field.columns:
        tell(column, f"{field.code}[].")


def schema(kind: Kind) -> dict[str, Any]:
    """Describe the data of a kind, with its samples."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind.en,
        "description": kind.vi,
    }
    return {**head, **_object(kind.fields), "examples": [kind.sample(layout) for layout in kind.layouts]}


def _object(fields: tuple[Field, ...]) -> dict[str, Any]:
    properties = {one.code: {"title": one.en, "description": one.vi, **_type(one)} for one in fields}
    return {
        "type": "object",
        "properties": properties,
        "required": [one.code for one in fields if one.required],
    }


def _type(field: Field) -> dict[str, Any]:
    match field.form:
        case "rows":
            return {"type": "array", "items": _object(field.columns)}
        case "lines":
            return {"type": ["array", "string"], "items": {"type": "string"}}
        case "day":
            return {"type": "string", "format": "date"}
        case "choice":
            return {"type": "string", "enum": [code for code, _ in field.choices]}
    return {"type": "string"}
