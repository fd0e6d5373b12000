"""Addresses of the register."""

from django.urls import URLPattern, path

from tinhgon.register.views import acts, comparing, decisions, drafts, maps, picking, posts, trees, units

app_name = "register"
urlpatterns: list[URLPattern] = [
    path("", units.home, name="home"),
    path("units/<uuid:unit>/", units.unit, name="unit"),
    path("units/<uuid:unit>/branch/", trees.branch, name="branch"),
    path("units/<uuid:unit>/chart/", trees.chart, name="chart"),
    path("units/<uuid:unit>/chart/posts/", trees.chart_by_posts, name="chart_by_posts"),
    path("units/<uuid:unit>/chart.json", trees.chart_data, name="chart_data"),
    path("compare/", comparing.compare, name="compare"),
    path("map/", maps.communes, name="map"),
    path("map/outlines/<str:era>.geojson", maps.outlines, name="outlines"),
    path("decisions/", decisions.listing, name="decisions"),
    path("decisions/new/", drafts.new, name="draft_new"),
    path("decisions/upload/", drafts.upload, name="decision_upload"),
    path("decisions/<uuid:pk>/", decisions.detail, name="decision"),
    path("decisions/<uuid:pk>/edit/", drafts.edit, name="draft_edit"),
    path("decisions/<uuid:pk>/check/", acts.check_draft, name="decision_check"),
    path("decisions/<uuid:pk>/sign/", acts.sign_draft, name="decision_sign"),
    path("decisions/<uuid:pk>/discard/", acts.discard_draft, name="decision_discard"),
    path("search/units/", picking.unit_options, name="unit_options"),
    path("search/decisions/", picking.decision_options, name="decision_options"),
    path("search/posts/", picking.post_options, name="post_options"),
    path("search/people/", picking.person_options, name="person_options"),
    path("posts/<uuid:post>/", posts.post, name="post"),
    path("vacancies/", posts.vacancies, name="vacancies"),
]
