"""The page of the map: two sets of outlines, one of them of the day in view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from tinhgon.register.pages import maps
from tinhgon.temporal.middleware import AsOfRequest


def map_page(request: AsOfRequest, around: dict[str, Any]) -> dict[str, Any]:
    """Gather both layers; the one of the day is shown first, and its communes fill the table."""
    links, kinds = around["links"], around["kinds"]
    layers = {era: maps.layer(request.as_of, era, links, kinds) for era in maps.ERAS}
    by_density = request.GET.get("colour") == "density"
    here = layers[maps.era_of(request.as_of.valid)]
    return around | {
        "layers": layers,
        "layer": here,
        "shapes": {era: maps.shapes(layer.communes, by_density=by_density) for era, layer in layers.items()},
        "by_density": by_density,
        "scale": maps.scale(),
        "tones": tones(layers.values(), kinds),
        "turn": maps.TURN,
    }


def tones(layers: Iterable[maps.Layer], kinds: Mapping[str, str]) -> list[tuple[int, str]]:
    """Name the colours of the kinds that one of the layers draws."""
    drawn = {one.node.kind for layer in layers for one in layer.drawn}
    return [(maps.TONES[kind], name) for kind, name in kinds.items() if kind in drawn and kind in maps.TONES]
