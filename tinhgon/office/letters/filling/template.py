"""A Word template made ready: its parts parsed once, then filled as often as there are documents."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docxtpl.template import DocxTemplate
from jinja2 import Template, meta
from jinja2.exceptions import SecurityError, TemplateError

from tinhgon.office.letters.filling.faults import TemplateFaulty, TemplateUnsafe
from tinhgon.office.letters.filling.opening import FILLED, parts_of
from tinhgon.office.letters.filling.sandbox import Sandbox, look_over

GRID = re.compile(
    r"<w:tblGrid>(?:(?!</w:tblGrid>).)*</w:tblGrid>"
    r"(?=(?:(?!</w:tbl>|<w:tblGrid>).)*?{%-? *for (\w+) in (\w+\.columns) *-?%})",
    re.S,
)
LAST_PAGE = re.compile(
    r'<w:pgSz\b[^>]*?w:w="(\d+)"[^>]*?w:h="(\d+)"[^>]*?/>(?=(?:(?!<w:pgSz).)*</w:body>)', re.S
)
_SANDBOX = Sandbox()
T = TypeVar("T")
LEVEL = 4  # of compressing: half the time of the usual 6, a tenth more bytes


class WordTemplate:
    """A template ready to be filled.

    The marks of docxtpl ({%p %}, {%tr %}, {%tc %}) are resolved by docxtpl itself; what it does anew for each
    document (open, parse, write) is done here once: that is nine tenths of its time.

    :raises TemplateRefused: it is no Word template, harms, or its commands are wrong.
    """

    def __init__(self, content: bytes) -> None:
        self.names: frozenset[str] = frozenset()
        self.parts: dict[str, bytes | Template] = {
            name: self._prepared(name, part) if FILLED.fullmatch(name) else part
            for name, part in parts_of(content).items()
        }

    def fill(self, sheet: Mapping[str, Any]) -> bytes:
        """Place the words of a document.

        :raises TemplateFaulty, TemplateUnsafe: a command asks for what is not there, or not allowed.
        """
        output = io.BytesIO()
        with ZipFile(output, "w") as file:
            for name, part in self.parts.items():
                info = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
                info.compress_type = ZIP_DEFLATED
                whole = part if isinstance(part, bytes) else _rendered(name, part, sheet)
                file.writestr(info, whole, compresslevel=LEVEL)
        return output.getvalue()

    def _prepared(self, name: str, part: bytes) -> Template:
        def parse() -> Template:
            text = str(DocxTemplate(io.BytesIO()).patch_xml(part.decode("utf-8")))  # type: ignore[no-untyped-call]
            text = LAST_PAGE.sub(_turning, GRID.sub(_measured, text))
            tree = _SANDBOX.parse(text)
            look_over(tree)
            self.names |= meta.find_undeclared_variables(tree)
            return _SANDBOX.from_string(tree)

        return _naming(name, parse)


def _rendered(name: str, part: Template, sheet: Mapping[str, Any]) -> bytes:
    return _naming(name, lambda: part.render(sheet)).encode("utf-8")


def _naming(name: str, step: Callable[[], T]) -> T:
    """Do a step; give what is wrong in it by name, with the part of the template where it is."""
    try:
        return step()
    except SecurityError as error:
        raise TemplateUnsafe(part=name, reason=str(error)) from None
    except (TemplateError, TypeError, ValueError, RecursionError) as error:
        raise TemplateFaulty(part=name, reason=str(error)) from None


def _measured(found: re.Match[str]) -> str:
    """Give a table whose columns are repeated as many grid columns, each as wide as the document says."""
    one, among = found.groups()
    column = f'<w:gridCol w:w="{{{{ {one}.twips }}}}"/>'
    return f"<w:tblGrid>{{% for {one} in {among} %}}{column}{{% endfor %}}</w:tblGrid>"


def _turning(found: re.Match[str]) -> str:
    """Let the last section lie on its side where the last annex does; others end in their own breaks."""
    across, down = found.groups()
    turned = f'<w:pgSz w:w="{down}" w:h="{across}" w:orient="landscape"/>'
    return f"{{% if last_wide %}}{turned}{{% else %}}{found.group()}{{% endif %}}"


@lru_cache(maxsize=64)
def ready(content: bytes) -> WordTemplate:
    """Make a template ready, once for the same bytes."""
    return WordTemplate(content)
