"""Addresses of the shell."""

from django.urls import URLPattern, path

from tinhgon.web import views

app_name = "web"
urlpatterns: list[URLPattern] = [
    path("language/", views.language, name="language"),
    path("search/", views.search, name="search"),
]
