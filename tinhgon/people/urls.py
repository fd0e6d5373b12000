"""Addresses of people and dossiers."""

from django.urls import URLPattern, path

from tinhgon.people.views import dossiers, entries, figures, listing, opening

app_name = "people"
urlpatterns: list[URLPattern] = [
    path("people/", listing.people, name="list"),
    path("people/export.xlsx", listing.export, name="export"),
    path("people/views/", listing.keep, name="view_keep"),
    path("people/views/<int:view>/forget/", listing.forget, name="view_forget"),
    path("people/dashboard/", figures.dashboard, name="dashboard"),
    path("people/upcoming/", figures.upcoming, name="upcoming"),
    path("people/upcoming/export.xlsx", figures.upcoming_export, name="upcoming_export"),
    path("people/new/", opening.new, name="new"),
    path("people/units/", opening.unit_options, name="unit_options"),
    path("people/<uuid:person>/", dossiers.person, name="person"),
    path("people/<uuid:person>/purpose/", dossiers.purpose, name="purpose"),
    path("people/<uuid:person>/name/", opening.change, name="rename"),
    path("people/<uuid:person>/sections/<str:section>/new/", entries.new, name="entry_new"),
    path("people/<uuid:person>/entries/<uuid:entry>/", entries.edit, name="entry"),
    path("people/<uuid:person>/entries/<uuid:entry>/remove/", entries.take_out, name="entry_remove"),
    path("me/dossier/", dossiers.mine, name="mine"),
    path("me/dossier/readers/", dossiers.my_readers, name="my_readers"),
]
