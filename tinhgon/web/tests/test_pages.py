"""Pages of the shell. Only a whole request may touch the database: the frame asks it nothing."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.test import Client, RequestFactory
from django.urls import ResolverMatch
from django.views.defaults import permission_denied

from tests.cast import make_cast
from tinhgon.access.models import User
from tinhgon.core.reach import EVERYTHING
from tinhgon.temporal.asof import read_as_of
from tinhgon.web.context import shell
from tinhgon.web.refusals import RefusalMiddleware
from tinhgon.web.uploads import MOST
from tinhgon.web.views import bad_request


@pytest.mark.parametrize(
    ("page", "module"),
    [
        ("home", "Bộ máy"),
        ("chart", "Bộ máy"),
        ("draft_new", "Quyết định"),
        ("decision_sign", "Quyết định"),
        ("map", "Bản đồ"),
        ("compare", "So sánh"),
        ("findings:list", "Quy định"),
        ("care:requests", "Nhân sự"),
    ],
)
def test_the_top_bar_tells_where_the_reader_is(rf: RequestFactory, page: str, module: str) -> None:
    request = rf.get("/?on=2025-06-30")
    request.user, request.reach = User(is_active=True, is_superuser=True), EVERYTHING
    app, _, name = page.rpartition(":")
    request.resolver_match = ResolverMatch(
        lambda: None, (), {}, name, [app or "register"], [app or "register"]
    )
    modules = shell(request)["modules"]
    assert [entry.label for entry in modules if entry.current] == [module]
    assert all(entry.url.endswith("?on=2025-06-30") for entry in modules)


MENUS = {
    "lan": [
        "/",
        "/people/dashboard/",
        "/decisions/",
        "/documents/",
        "/directives/",
        "/rules/",
        "/lab/",
        "/map/",
        "/compare/",
    ],
    "mai": [
        "/",
        "/people/dashboard/",
        "/decisions/",
        "/documents/",
        "/directives/",
        "/rules/",
        "/map/",
        "/compare/",
    ],
    "nga": ["/rules/", "/access/audit/"],
    "quy": ["/rules/", "/access/"],
    "khach": [],
}


@pytest.mark.django_db
@pytest.mark.parametrize("who", MENUS)
def test_the_menu_offers_what_its_reader_may_open_and_no_more(who: str, client: Client) -> None:
    client.force_login(make_cast([])[who])
    page = client.get("/khong-co/")
    assert [entry.url for entry in page.context["modules"]] == MENUS[who]
    assert [client.get(entry, follow=True).status_code for entry in MENUS[who]] == [200] * len(MENUS[who])
    assert ("data-open-search" in page.content.decode()) == ("/" in MENUS[who])


@pytest.mark.django_db
def test_the_search_names_people_to_who_finds_them(client: Client) -> None:
    client.force_login(make_cast([])["mai"])
    page = client.get("/").content.decode()
    assert "Tìm đơn vị, người, văn bản" in page
    assert client.get("/rules/").content.decode().count('href="/findings/"') == 1
    assert 'aria-current="page">Phát hiện' in client.get("/findings/").content.decode()


@pytest.mark.django_db
def test_the_tab_of_erasures_is_no_command(client: Client) -> None:
    client.force_login(make_cast([])["lan"])
    client.cookies["django_language"] = "en"
    page = client.get("/people/").content.decode()
    assert "Erasure requests" in page
    assert "Erase the file" not in page


@pytest.fixture
def refused(rf: RequestFactory) -> HttpResponse | None:
    """Ask for a day that does not exist."""

    def view(request: HttpRequest) -> HttpResponse:
        raise AssertionError("The middleware only needs the exception.")

    request = rf.get("/?on=31/02/2025")
    try:
        read_as_of("31/02/2025", "", today=None)  # type: ignore[arg-type]
    except Exception as refusal:
        return RefusalMiddleware(view).process_exception(request, refusal)
    raise AssertionError("31/02/2025 was taken for a day.")


@pytest.mark.django_db
def test_an_address_without_a_page_says_what_to_do(client: Client) -> None:
    answer = client.get("/khong-co/")
    assert answer.status_code == 404
    assert "Không tìm thấy trang" in answer.content.decode()


@pytest.mark.django_db
def test_the_answer_is_vietnamese_whatever_the_browser_asks(client: Client) -> None:
    answer = client.get("/khong-co/", headers={"accept-language": "en-US,en"})
    assert '<html lang="vi"' in answer.content.decode()


@pytest.mark.django_db
def test_the_reader_switches_to_english_without_logging_in(client: Client) -> None:
    answer = client.post("/language/", {"language": "en", "next": "/khong-co/"})
    assert answer.headers["Location"] == "/khong-co/"
    assert "Page not found" in client.get("/khong-co/").content.decode()


@pytest.mark.django_db
def test_the_switch_never_leads_to_another_site(client: Client) -> None:
    answer = client.post("/language/", {"language": "en", "next": "https://evil.example/"})
    assert answer.headers["Location"] == "/"


@pytest.mark.django_db
def test_a_language_that_is_not_ours_is_ignored(client: Client) -> None:
    client.cookies["django_language"] = "xx"
    assert '<html lang="vi"' in client.get("/khong-co/").content.decode()


def test_a_refusal_becomes_a_page_with_its_own_sentence(refused: HttpResponse) -> None:
    assert refused.status_code == 400
    assert "Không có ngày “31/02/2025”" in refused.content.decode()


def test_a_fault_of_the_program_is_left_to_django(rf: RequestFactory) -> None:
    assert RefusalMiddleware(lambda _: HttpResponse()).process_exception(rf.get("/"), KeyError()) is None


def test_without_a_right_the_page_says_which(rf: RequestFactory) -> None:
    page = permission_denied(
        rf.get("/"), PermissionDenied("Việc này cần quyền ký quyết định.")
    ).content.decode()
    assert "Việc này cần quyền ký quyết định." in page


def test_the_page_of_a_failure_needs_neither_request_nor_database() -> None:
    assert "Máy chủ gặp lỗi" in render_to_string("500.html")


@pytest.mark.django_db
def test_the_login_page_wears_the_shell(client: Client) -> None:
    page = client.get("/accounts/login/").content.decode()
    assert "Tên đăng nhập" in page
    assert "Mật khẩu" in page
    assert 'id="modules"' not in page
    assert "password/reset" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["signup", "email", "confirm-email", "password/reset", "login/code/confirm"])
def test_nobody_is_offered_an_account_or_a_mail(page: str, client: Client) -> None:
    assert client.get(f"/accounts/{page}/").status_code == 404
    assert client.post(f"/accounts/{page}/", {"email": "a@example.vn"}).status_code == 404


def test_a_body_larger_than_any_file_is_refused_before_it_is_kept(rf: RequestFactory) -> None:
    request = rf.post("/decisions/upload/", {"file": SimpleUploadedFile("d.json", b"{}")})
    request.META["CONTENT_LENGTH"] = str(MOST + 1)
    with pytest.raises(RequestDataTooBig):
        request.FILES.get("file")
    assert "quá lớn" in bad_request(request, RequestDataTooBig()).content.decode()
