"""What the record of acts calls obligations, in words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext

from tinhgon.directives.models import Act


def recorded() -> Mapping[str, str]:
    """Give the words of the codes that this app writes into the record."""
    return {**{code: str(words) for code, words in Act.Kind.choices}, "obligation": gettext("Nhiệm vụ"),
            "obligations": gettext("Danh sách nhiệm vụ")}  # fmt: skip
