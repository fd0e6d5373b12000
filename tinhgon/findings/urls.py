"""Addresses of findings."""

from django.urls import path

from tinhgon.findings import views

app_name = "findings"
urlpatterns = [
    path("", views.listing, name="list"),
    path("units/<uuid:unit>/", views.unit, name="unit"),
    path("people/<uuid:person>/", views.person, name="person"),
]
