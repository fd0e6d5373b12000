"""The root of all addresses."""

from django.urls import URLPattern, URLResolver, include, path, re_path

from tinhgon.exchange.urls import api_urls
from tinhgon.web.views import closed

urlpatterns: list[URLPattern | URLResolver] = [
    re_path(r"^accounts/(?:signup|email|confirm-email|login/code|password/reset)/", closed),
    path("accounts/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("api/", api_urls),
    path("", include("tinhgon.exchange.urls")),
    path("rules/", include("tinhgon.rules.urls")),
    path("findings/", include("tinhgon.findings.urls")),
    path("lab/", include("tinhgon.lab.urls")),
    path("mandates/", include("tinhgon.mandates.urls")),
    path("documents/", include("tinhgon.documents.urls")),
    path("directives/", include("tinhgon.directives.urls")),
    path("access/", include("tinhgon.access.urls")),
    path("", include("tinhgon.people.care_urls")),
    path("", include("tinhgon.people.urls")),
    path("", include("tinhgon.register.urls")),
    path("", include("tinhgon.web.urls")),
]

handler400 = "tinhgon.web.views.bad_request"
