"""Addresses of the API and of the exports."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, path

from tinhgon.exchange import views
from tinhgon.exchange.api import api
from tinhgon.exchange.imports.urls import urlpatterns as imports

app_name = "exchange"
api_urls = api.urls
for pattern in api_urls[0]:
    # The API asks for itself who is there and answers in JSON, and its description holds nothing of the
    # register; the documentation drawn from it is a page like any other.
    if isinstance(pattern, URLPattern) and pattern.name != "openapi-view":
        pattern.callback = login_not_required(pattern.callback)

urlpatterns: list[URLPattern | URLResolver] = [
    path("export/register.csv", views.as_csv, name="csv"),
    path("export/register.xlsx", views.as_xlsx, name="xlsx"),
    path("export/vacancies.xlsx", views.vacancies, name="vacancies"),
    path("export/register.jsonld", views.as_jsonld, name="jsonld"),
    *imports,
]
