"""Why mandates cannot be compared."""

from __future__ import annotations

from collections.abc import Mapping

from tinhgon.core.errors import NotPermitted, Refused


class MayNotCompare(NotPermitted):
    vi = "Tài khoản này không được so lại chức năng, nhiệm vụ. Đề nghị người soạn quyết định làm việc này."
    en = "This account may not compare mandates anew. Ask somebody who drafts decisions."


CONSTRAINTS: Mapping[str, type[Refused]] = {}
