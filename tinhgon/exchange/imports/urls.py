"""Addresses of imports."""

from django.urls import URLPattern, path

from tinhgon.exchange.imports import views

urlpatterns: list[URLPattern] = [
    path("imports/", views.home, name="imports"),
    path("imports/templates/<str:kind>.xlsx", views.template, name="import_template"),
    path("imports/<uuid:pk>/", views.detail, name="import"),
    path("imports/<uuid:pk>/errors.xlsx", views.errors, name="import_errors"),
    path("imports/<uuid:pk>/discard/", views.discard, name="import_discard"),
]
