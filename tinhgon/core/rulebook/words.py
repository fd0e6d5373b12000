"""A text in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Worded:
    """A text in Vietnamese and English, possibly with facts' names in braces."""

    vi: str
    en: str

    def told(self, language: str = "vi", facts: Mapping[str, Any] | None = None) -> str:
        """Say it in one language (vi, or English for any other), with the facts put in."""
        text = self.vi if language.startswith("vi") else self.en
        return text.format_map(facts) if facts is not None else text
