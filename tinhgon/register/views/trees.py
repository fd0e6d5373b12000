"""A branch of the tree, and the organisation chart."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render

from tinhgon.register.pages.frame import frame
from tinhgon.register.pages.links import Links, line_of
from tinhgon.register.pages.occupants import occupants, posts_chart
from tinhgon.register.pages.trees import chart_of, tree_node
from tinhgon.register.pages.units import place, placed
from tinhgon.register.queries import bodies, tallies, trees
from tinhgon.register.views.guards import readers_only
from tinhgon.temporal.middleware import AsOfRequest


@readers_only
def branch(request: AsOfRequest, unit: UUID) -> HttpResponse:
    """Give the children of a unit as nodes of the tree."""
    links = Links.of(request)
    children = trees.branch(request.as_of, parent=unit, line=line_of(request))
    nodes = [tree_node(node, links, level=node.depth + 1) for node in children]
    return render(request, "web/_branch.html", {"nodes": nodes})


@readers_only
def chart(request: AsOfRequest, unit: UUID) -> HttpResponse:
    """Show the organisation chart of a unit and all below it."""
    around = frame(request, at=unit)
    return render(
        request,
        "register/chart.html",
        around | {"unit": unit} | place(unit, around["nodes"], around["links"]),
    )


@readers_only
def chart_by_posts(request: AsOfRequest, unit: UUID) -> HttpResponse:
    """Show who answers to whom in a unit, post by post."""
    stands = bodies.around(unit, request.as_of, line=line_of(request))
    around = frame(request, at=unit, under=(one.id for one in stands.above))
    context = around | {"unit": unit, "name": stands.name} | placed(unit, around, stands)
    posts = posts_chart(request, unit, around["links"])
    return render(request, "register/chart_posts.html", context | posts)


@readers_only
def chart_data(request: AsOfRequest, unit: UUID) -> HttpResponse:
    """Give the chart's units, nested."""
    _, below = trees.subtree(request.as_of, root=unit, line=line_of(request))
    if not below:
        raise Http404
    return JsonResponse(chart_of(below, Links.of(request), tallies.kinds(), occupants(request, below)))
