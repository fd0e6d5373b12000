"""Addresses of directives."""

from django.urls import URLPattern, path

from tinhgon.directives.views import boards, cascades, obligations, overviews

app_name = "directives"
urlpatterns: list[URLPattern] = [
    path("", boards.board, name="board"),
    path("column/<str:name>/", boards.column, name="column"),
    path("list/", boards.listing, name="list"),
    path("list.csv", boards.as_csv, name="csv"),
    path("list.xlsx", boards.as_xlsx, name="xlsx"),
    path("calendar/", overviews.calendar, name="calendar"),
    path("heat/", overviews.heat, name="heat"),
    path("leading/", overviews.leading, name="leading"),
    path("mine/", obligations.mine, name="mine"),
    path("cascades/", cascades.cascades, name="cascades"),
    path("cascades/<uuid:directive>/", cascades.cascade, name="cascade"),
    path("of/<uuid:directive>/", obligations.of_document, name="of_document"),
    path("evidence/<uuid:pk>/", obligations.evidence, name="evidence"),
    path("<uuid:pk>/", obligations.obligation, name="obligation"),
    path("<uuid:pk>/branch/", cascades.branch, name="branch"),
    path("<uuid:pk>/<str:name>/", obligations.act, name="act"),
]
