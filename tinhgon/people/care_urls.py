"""Addresses of campaigns, papers, files, erasure, retention and synchronisation."""

from django.urls import URLPattern, path

from tinhgon.people.views import attachments, campaigns, care, requests, subject, update

app_name = "care"
urlpatterns: list[URLPattern] = [
    path("me/update/", update.update, name="update"),
    path("me/update/<int:campaign>/<slug:section>/", update.wish, name="wish_new"),
    path("me/update/<int:campaign>/<slug:section>/<uuid:entry>/", update.wish, name="wish"),
    path("me/proposals/<uuid:proposal>/withdraw/", update.take_back, name="withdraw"),
    path("people/campaigns/", campaigns.listing, name="campaigns"),
    path("people/campaigns/new/", campaigns.new, name="campaign_new"),
    path("people/campaigns/<int:pk>/", campaigns.campaign, name="campaign"),
    path("people/proposals/<uuid:proposal>/", campaigns.decide, name="proposal"),
    path("people/<uuid:person>/papers/", subject.papers, name="papers"),
    path("people/<uuid:person>/form.<str:kind>", subject.form, name="form"),
    path("people/<uuid:person>/held.<str:kind>", subject.held, name="held"),
    path("people/entries/<uuid:entry>/files/", attachments.files, name="files"),
    path("people/files/<uuid:attachment>/", attachments.download, name="download"),
    path("people/files/<uuid:attachment>/remove/", attachments.remove, name="file_remove"),
    path("people/reminders/", attachments.reminders, name="reminders"),
    path("people/<uuid:person>/erasure/", care.erasure, name="erasure"),
    path("people/<uuid:person>/hold/", care.hold, name="hold"),
    path("people/erasures/", care.erasures, name="erasures"),
    path("people/erasures/<int:pk>/", care.decide_erasure, name="erasure_decide"),
    path("people/requests/", requests.listing, name="requests"),
    path("people/requests/<int:pk>/", requests.act, name="request"),
    path("people/<uuid:person>/requests/new/", requests.new, name="request_new"),
    path("people/retention/", care.retention, name="retention"),
    path("people/synchronisation/", care.synchronisation, name="synchronisation"),
    path("people/synchronisation/<uuid:unit>/packet.json", care.packet, name="packet"),
    path("people/synchronisation/<uuid:unit>/mark/", care.mark, name="mark"),
]
