"""Addresses of what is written here."""

from django.urls import URLPattern, path

from tinhgon.documents.views import books, publishing, templates, writing

urlpatterns: list[URLPattern] = [
    path("write/", writing.choose, name="write"),
    path("write/new/<slug:kind>/", writing.new, name="write_new"),
    path("write/<uuid:pk>/", writing.draft, name="draft"),
    path("write/<uuid:pk>/publish/", publishing.publish, name="publish"),
    path("write/<uuid:pk>/discard/", publishing.discard, name="discard"),
    path("<uuid:pk>/paper.<slug:form>", publishing.paper, name="paper"),
    path("books/", books.books, name="books"),
    path("books/open/", books.open_book, name="open_book"),
    path("books/<int:pk>/", books.book, name="book"),
    path("templates/", templates.templates, name="templates"),
    path("templates/<slug:kind>/<slug:layout>/mau.docx", templates.template_file, name="template_file"),
    path("templates/<slug:kind>/<slug:layout>/bring/", templates.bring, name="bring_template"),
    path("templates/<slug:kind>/<slug:layout>/withdraw/", templates.take_back, name="withdraw_template"),
]
