"""The root of what an operation is refused for, and the words that several refusals share."""

from __future__ import annotations

from tinhgon.core.errors import Refused, Said

LINES = {
    "territorial": Said("lãnh thổ", "territorial"),
    "government": Said("chính quyền", "government"),
    "party": Said("Đảng", "Party"),
}
AREA, POPULATION = Said("diện tích", "area"), Said("dân số", "population")
FIELDS = {
    "name": Said("tên", "name"),
    "short_name": Said("tên ngắn", "short name"),
    "kind": Said("loại", "kind"),
    "area_km2": AREA,
    "population": POPULATION,
    "mandate": Said("chức năng, nhiệm vụ", "mandate"),
    "code": Said("mã", "code"),
    "parent": Said("cấp trên", "parent"),
}
CODE_LISTS = {
    "kind": Said("loại đơn vị", "kind of unit"),
    "title": Said("chức danh", "title"),
    "staff": Said("loại biên chế", "kind of staff"),
    "grade": Said("ngạch", "grade"),
}


class OperationRefused(Refused):
    """An operation is impossible; `operation` counts from 1, 0 is the decision as a whole."""

    @property
    def operation(self) -> int:
        """The place of the operation in its decision."""
        return int(self.facts.get("operation", 0))

    def message(self, language: str = "vi") -> str:
        """Say it in one language, with the operation's number in front."""
        said = super().message(language)
        if not self.operation:
            return said
        return f"{'Thao tác' if language.startswith('vi') else 'Operation'} {self.operation}: {said}"
