"""Addresses of grants and of the record."""

from django.urls import URLPattern, path

from tinhgon.access.views import audit, grants

app_name = "access"
urlpatterns: list[URLPattern] = [
    path("", grants.grants, name="grants"),
    path("new/", grants.grant, name="grant"),
    path("<int:pk>/end/", grants.end, name="end"),
    path("users/<int:pk>/", grants.user, name="user"),
    path("units/<uuid:unit>/who/", grants.who, name="who"),
    path("people/<uuid:person>/who/", grants.who_of_person, name="who_of_person"),
    path("audit/", audit.record, name="audit"),
]
