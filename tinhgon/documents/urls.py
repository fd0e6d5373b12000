"""Addresses of documents."""

from django.urls import URLPattern, path

from tinhgon.documents import writing_urls
from tinhgon.documents.views import documents, findings, intake, listing

app_name = "documents"
urlpatterns: list[URLPattern] = [
    *writing_urls.urlpatterns,
    path("", listing.incoming, name="list"),
    path("outgoing/", listing.outgoing, name="outgoing"),
    path("tray/", listing.tray, name="tray"),
    path("intake/<uuid:pk>/", intake.intake, name="intake"),
    path("intake/<uuid:pk>/file/", intake.intake_file, name="intake_file"),
    path("intake/<uuid:pk>/confirm/", intake.confirm, name="confirm"),
    path("intake/<uuid:pk>/drop/", intake.put_aside, name="drop"),
    path("intake/<uuid:pk>/head/", findings.head, name="head"),
    path("intake/<uuid:pk>/all/", findings.accept_all, name="accept_all"),
    path("intake/<uuid:pk>/add/", findings.add, name="add"),
    path("intake/<uuid:pk>/findings/<slug:code>/", findings.choose, name="choose"),
    path("intake/<uuid:pk>/findings/<slug:code>/mend/", findings.mend, name="mend"),
    path("<uuid:pk>/", documents.document, name="document"),
    path("<uuid:pk>/file/", documents.document_file, name="file"),
    path("<uuid:pk>/graph/", documents.graph, name="graph"),
    path("<uuid:pk>/end/", documents.end, name="end"),
]
