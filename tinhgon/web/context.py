"""What every page's frame needs. Nothing here asks the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext

from tinhgon.core.reach import AUDIT, EDIT, ERASE, GRANT, INTERNAL, PERSONAL, Reach
from tinhgon.web.addresses import keeping_day

# How the names of a module's pages begin.
STEMS = {
    "register:decisions": ("decision", "draft"),
    "register:map": ("map",),
    "register:compare": ("compare",),
    "access:audit": ("audit",),
}
# Which app's module a page of another app belongs to.
WITHIN = {"care": "people", "findings": "rules", "mandates": "documents"}
# What opens the register; and each of what opens the law, which every role has one of.
REGISTER = ("register.view_unit", "register.view_decision")
LAW = ("register.view_unit", "access.view_audit")
# Each of what opens scenarios.
PLANS = ("register.draft_decision", "register.sign_decision")


@dataclass(frozen=True, slots=True)
class Module:
    """An entry of the top bar."""

    label: str
    url: str
    icon: str
    current: bool


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give the frame its modules, worked out only if the page shows them."""
    return {
        "modules": SimpleLazyObject(lambda: _modules(request)),
        "duties": SimpleLazyObject(lambda: _duties(request)),
        "work": SimpleLazyObject(lambda: _work(request)),
        "searching": SimpleLazyObject(lambda: _searching(request)),
        "without_factor": settings.SECOND_FACTOR == "off",
    }


def _duties(request: HttpRequest) -> tuple[Module, ...]:
    """Give the pages of one's own dossier, and of those who keep rights or audit."""
    reach: Reach | None = getattr(request, "reach", None)
    if reach is None:
        return ()
    own = (
        _module(request, "people:mine", gettext("Hồ sơ của tôi"), icon="file-description"),
        _module(request, "people:my_readers", gettext("Ai đã xem hồ sơ của tôi"), icon="eye"),
        _module(request, "care:update", gettext("Cập nhật hồ sơ của tôi"), icon="pencil"),
    )
    return (*(own if reach.person else ()), *_oversight(request))


def _work(request: HttpRequest) -> tuple[Module, ...]:
    """Give the pages of the work on people, each to who may open it."""
    reach: Reach | None = getattr(request, "reach", None)
    if reach is None or reach.highest < INTERNAL:
        return ()
    pages = (
        (True, "register:vacancies", gettext("Vị trí còn trống")),
        (reach.highest >= PERSONAL, "care:reminders", gettext("Nhắc hạn giấy tờ")),
        (reach.does(EDIT), "care:campaigns", gettext("Đợt cập nhật")),
        (reach.does(EDIT), "care:synchronisation", gettext("Đồng bộ")),
        (reach.does(EDIT), "care:requests", gettext("Yêu cầu của cá nhân")),
        (reach.does(EDIT), "exchange:imports", gettext("Nhập từ Excel")),
        (reach.does(ERASE), "care:retention", gettext("Lưu giữ")),
        (reach.does(ERASE), "care:erasures", gettext("Đề nghị xóa hồ sơ")),
    )
    here = request.resolver_match and request.resolver_match.view_name
    return tuple(
        Module(label, keeping_day(request, name), "", current=name == here)
        for open_to, name, label in pages
        if open_to
    )


def _modules(request: HttpRequest) -> tuple[Module, ...]:
    """Give what the register records, then the law it is held against, then other ways to look at it."""
    has = request.user.has_perms
    reads, has_a_role = has(REGISTER), any(has((one,)) for one in LAW)
    modules = (
        *((_module(request, "register:home", gettext("Bộ máy"), icon="sitemap"),) if reads else ()),
        *_people(request),
        *((_module(request, "register:decisions", gettext("Quyết định"), icon="gavel"),) if reads else ()),
        *_directives(request),
        *((_module(request, "rules:library", gettext("Quy định"), icon="scale"),) if has_a_role else ()),
        *((_module(request, "lab:list", gettext("Phương án"), icon="flask"),) if _plans(request) else ()),
    )
    if not reads:
        return (*modules, *_oversight(request))
    return (
        *modules,
        _module(request, "register:map", gettext("Bản đồ"), icon="map-2"),
        _module(request, "register:compare", gettext("So sánh"), icon="git-compare"),
    )


def _directives(request: HttpRequest) -> tuple[Module, ...]:
    """Give documents, and what units must do by when, to whoever reads what is internal somewhere."""
    reach: Reach | None = getattr(request, "reach", None)
    if reach is None or reach.highest < INTERNAL:
        return ()
    return (
        _module(request, "documents:list", gettext("Văn bản"), icon="file-text"),
        _module(request, "directives:board", gettext("Nhiệm vụ"), icon="list-check"),
    )


def _plans(request: HttpRequest) -> bool:
    """Tell whether scenarios are this user's business: of those who draft decisions and who sign them."""
    return any(request.user.has_perm(one) for one in PLANS)


def _oversight(request: HttpRequest) -> tuple[Module, ...]:
    """Give the pages of rights and of the record to whose trade they are; others are not told."""
    reach: Reach | None = getattr(request, "reach", None)
    if reach is None:
        return ()
    keeps = reach.does(GRANT) or getattr(request.user, "is_superuser", False)
    grants = _module(request, "access:grants", gettext("Quyền truy cập"), icon="lock-access")
    record = _module(request, "access:audit", gettext("Nhật ký truy cập"), icon="history")
    return (*((grants,) if keeps else ()), *((record,) if reach.does(AUDIT) else ()))


def _searching(request: HttpRequest) -> str:
    """Say what the search box finds for its reader."""
    reach: Reach | None = getattr(request, "reach", None)
    if reach is not None and reach.highest >= INTERNAL:
        return gettext("Tìm đơn vị, người, văn bản")
    return gettext("Tìm đơn vị, văn bản")


def _people(request: HttpRequest) -> tuple[Module, ...]:
    """Give the pages of people to whom reaches some, and one's own dossier to who has one."""
    reach: Reach | None = getattr(request, "reach", None)
    if reach is None:
        return ()
    if reach.highest >= INTERNAL:
        return (_module(request, "people:dashboard", gettext("Nhân sự"), icon="users"),)
    return (_module(request, "people:mine", gettext("Hồ sơ của tôi"), icon="users"),) if reach.person else ()


def _module(request: HttpRequest, name: str, label: str, *, icon: str) -> Module:
    return Module(label, keeping_day(request, name), icon, current=_is_current(request, name))


def _is_current(request: HttpRequest, name: str) -> bool:
    """Tell by its name whether a page belongs to the module; what belongs to no other is the first's."""
    match = request.resolver_match
    app = match and WITHIN.get(match.app_name, match.app_name)
    if match is None or app != name.partition(":")[0]:
        return False
    if app in ("people", "lab", "directives", "documents"):
        return True
    page = match.url_name or ""
    if name in STEMS:
        return page.startswith(STEMS[name])
    return not page.startswith(tuple(stem for stems in STEMS.values() for stem in stems))
