"""Addresses of the rule library."""

from django.urls import URLPattern, path

from tinhgon.rules.views import calculators, documents, library, printing

app_name = "rules"
urlpatterns: list[URLPattern] = [
    path("", library.listing, name="library"),
    path("library.docx", printing.library, {"kind": "docx"}, name="library-docx"),
    path("library.pdf", printing.library, {"kind": "pdf"}, name="library-pdf"),
    path("calculators/", calculators.listing, name="calculators"),
    path("calculators/<str:name>/", calculators.detail, name="calculator"),
    path("documents/", documents.listing, name="documents"),
    path("documents/<str:key>/", documents.detail, name="document"),
    path("figures/<str:name>/", library.figure, name="figure"),
    # Whatever else lies under /rules/ stands above this one.
    path("<str:name>/", library.detail, name="entry"),
]
