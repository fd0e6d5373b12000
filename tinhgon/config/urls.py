"""The root of all addresses."""

from django.urls import URLPattern, URLResolver, include, path

from tinhgon.exchange.urls import api_urls

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("api/", api_urls),
    path("", include("tinhgon.exchange.urls")),
    path("", include("tinhgon.register.urls")),
    path("", include("tinhgon.web.urls")),
]

handler400 = "tinhgon.web.views.bad_request"
