"""Addresses of directives."""

from django.urls import URLPattern, path

from tinhgon.directives.views import boards, cascades, figures, obligations, overviews

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
    path("lateness/", figures.lateness, name="lateness"),
    path("lateness/records/", figures.records, name="lateness_records"),
    path("lateness.csv", figures.lateness_csv, name="lateness_csv"),
    path("lateness.xlsx", figures.lateness_xlsx, name="lateness_xlsx"),
    path("review/<int:year>/", figures.review, name="review"),
    path("review/<int:year>.xlsx", figures.review_xlsx, name="review_xlsx"),
    path("evidence/<uuid:pk>/", obligations.evidence, name="evidence"),
    path("<uuid:pk>/", obligations.obligation, name="obligation"),
    path("<uuid:pk>/branch/", cascades.branch, name="branch"),
    path("<uuid:pk>/<str:name>/", obligations.act, name="act"),
]
