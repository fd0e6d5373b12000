"""Two days of the register side by side."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from tinhgon.register.pages.comparing import compare_page, straight
from tinhgon.register.views.guards import readers_only
from tinhgon.temporal.middleware import AsOfRequest


@readers_only
def compare(request: AsOfRequest) -> HttpResponse:
    """Show what is otherwise on the second day, which is the day in view."""
    if address := straight(request):
        return redirect(address)
    return render(request, "register/compare.html", compare_page(request))
