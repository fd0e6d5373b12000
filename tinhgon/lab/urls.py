"""Addresses of the lab."""

from django.urls import URLPattern, path

from tinhgon.lab.views import (
    acting,
    adopting,
    charts,
    comparing,
    listing,
    rebasing,
    runs,
    scenarios,
    sketching,
    staff,
    succession,
)

app_name = "lab"
urlpatterns: list[URLPattern] = [
    path("", listing.listing, name="list"),
    path("new/", listing.new, name="new"),
    path("compare/", comparing.compare, name="compare"),
    path("<uuid:pk>/", scenarios.scenario, name="scenario"),
    path("<uuid:pk>/impact/", comparing.impact, name="impact"),
    path("<uuid:pk>/chart/", charts.chart, name="chart"),
    path("<uuid:pk>/chart.json", charts.chart_data, name="chart_data"),
    path("<uuid:pk>/table/", scenarios.table, name="table"),
    path("<uuid:pk>/table.csv", scenarios.as_csv, name="csv"),
    path("<uuid:pk>/table.xlsx", scenarios.as_xlsx, name="xlsx"),
    path("<uuid:pk>/map/", sketching.map_of, name="map"),
    path("<uuid:pk>/map/figures/", sketching.figures, name="figures"),
    path("<uuid:pk>/map/save/", sketching.save, name="save"),
    path("<uuid:pk>/staff/", staff.staff, name="staff"),
    path("<uuid:pk>/staff/<uuid:person>/", staff.say, name="say"),
    path("<uuid:pk>/succession/", succession.succession, name="succession"),
    path("<uuid:pk>/runs/", runs.runs, name="runs"),
    path("<uuid:pk>/runs/start/", runs.start, name="start"),
    path("runs/<uuid:run>/", runs.progress, name="progress"),
    path("runs/<uuid:run>/stop/", runs.stop, name="stop"),
    path("runs/<uuid:run>/resume/", runs.resume, name="resume"),
    path("<uuid:pk>/units/<uuid:member>/", scenarios.unit, name="unit"),
    path("<uuid:pk>/units/<uuid:member>/change/", acting.change_unit, name="change_unit"),
    path("<uuid:pk>/adopt/", adopting.adopt, name="adopt"),
    path("<uuid:pk>/rebase/", rebasing.rebase, name="rebase"),
    path("<uuid:pk>/rename/", acting.rename, name="rename"),
    path("<uuid:pk>/parameters/", acting.parameters, name="parameters"),
    path("<uuid:pk>/branch/", acting.branch, name="branch"),
    path("<uuid:pk>/lock/", acting.lock, name="lock"),
    path("<uuid:pk>/discard/", acting.discard, name="discard"),
]
