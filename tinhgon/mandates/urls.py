"""Addresses of mandates."""

from django.urls import URLPattern, path

from tinhgon.mandates.views import listing

app_name = "mandates"
urlpatterns: list[URLPattern] = [
    path("", listing.listing, name="list"),
    path("compare/", listing.compare, name="compare"),
    path("warning/", listing.warning, name="warning"),
    path("overlaps.csv", listing.csv, name="csv"),
    path("overlaps.xlsx", listing.xlsx, name="xlsx"),
]
