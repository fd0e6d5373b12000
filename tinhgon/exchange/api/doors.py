"""Who may ask: a session with a permission; and how a refusal is answered."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.security import SessionAuth

from tinhgon.core.errors import NotPermitted, Refused
from tinhgon.core.rulebook import UnknownRule
from tinhgon.documents.refusals import NoSuchDocument
from tinhgon.exchange.queries import NoSuchDecision
from tinhgon.exchange.shapes import to_bytes
from tinhgon.register.queries.units import NoSuchUnit
from tinhgon.rules.views.guards import PERMISSIONS as ANY_ROLE


class NotLoggedIn(Refused):
    vi = "Chưa đăng nhập. Đăng nhập rồi gửi lại kèm cookie phiên làm việc."
    en = "Not logged in. Log in and send the session cookie along."


class NotAllowed(NotPermitted):
    """The account lacks the permission that an address asks for."""


class TokenMissing(NotPermitted):
    vi = "Yêu cầu ghi dữ liệu phải kèm mã chống giả mạo: gửi giá trị cookie csrftoken trong X-CSRFToken."
    en = "A request that writes must carry the token: send the cookie csrftoken in the header X-CSRFToken."


class NotUnderstood(Refused):
    vi = "Yêu cầu ghi sai: {faults}."
    en = "The request is malformed: {faults}."


class BodyTooLarge(Refused):
    vi = "Nội dung gửi lên lớn hơn {limit}. Chia nhỏ văn bản, hoặc dùng lệnh tinhgon decision."
    en = "The body is larger than {limit}. Part the document, or use the command tinhgon decision."


STATUS: dict[type[Refused], int] = {
    NotLoggedIn: 401,
    NotPermitted: 403,
    NoSuchUnit: 404,
    NoSuchDecision: 404,
    NoSuchDocument: 404,
    UnknownRule: 404,
    BodyTooLarge: 413,
}


class May(SessionAuth):
    """A logged-in user who holds one of some permissions; what is posted must carry the CSRF token too."""

    def __init__(self, *permissions: str) -> None:
        self.permissions = permissions
        super().__init__(csrf=True)

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        """Give the user, None if nobody is logged in.

        :raises NotAllowed: none of the permissions is there.
        """
        if not request.user.is_authenticated:
            return None
        if not any(request.user.has_perm(one) for one in self.permissions):
            raise NotAllowed(permission=self.permissions[0])
        return request.user


VIEW_UNITS = May("register.view_unit")
VIEW_DECISIONS = May("register.view_decision")
DRAFT = May("register.draft_decision")
READ_LAW = May(*ANY_ROLE)


def answer(value: Any, *, status: int = 200) -> HttpResponse:
    """Answer with JSON."""
    return HttpResponse(to_bytes(value), content_type="application/json", status=status)


def refuse(refusal: Refused) -> HttpResponse:
    """Answer with a refusal: 422, unless it says that something is missing or not allowed."""
    status = next((code for kind, code in STATUS.items() if isinstance(refusal, kind)), 422)
    return answer(refusal.as_json(), status=status)
