"""A section's page, its header with page number and watermark, its footer with the banner."""

from __future__ import annotations

from html import escape

from tinhgon.office.letters.making.marks import W, paragraph, run, twips, when
from tinhgon.office.letters.making.styles import style_of as st
from tinhgon.office.letters.measures import layout

SHAPE = (
    "position:absolute;margin-left:0;margin-top:0;width:440pt;height:130pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)
TYPE = (  # what Word calls “text in a straight line”
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
    'path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/>'
    '<v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>'
    '<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
)


def section(name: str, *, wide: bool = False) -> str:
    """Give a section's properties: each starts its page numbers anew and hides the first."""
    page = layout(name)["page"]
    across, down = (twips(page[side]) for side in ("width", "height"))
    size = f'w:w="{down}" w:h="{across}" w:orient="landscape"' if wide else f'w:w="{across}" w:h="{down}"'
    margins = " ".join(f'w:{side}="{twips(page[side])}"' for side in ("top", "right", "bottom", "left"))
    return (
        f'<w:sectPr>{_references()}<w:type w:val="nextPage"/><w:pgSz {size}/>'
        f'<w:pgMar {margins} w:header="{twips(page["head"])}" w:footer="{twips(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def header(*, numbered: bool) -> str:
    """Give a header: the watermark, and but on a first page the number."""
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    mark = run("{%r if watermark %}") + _watermark(1 + numbered) + run("{%r endif %}")
    return f"<w:hdr {W}>{paragraph(st('page_number'), mark, field if numbered else '')}</w:hdr>"


def footer() -> str:
    """Give the footer: what every page must say, as that the data are made up."""
    said = when("banner", paragraph(st("banner"), run("{{ banner }}")))
    return f"<w:ftr {W}>{said}{paragraph(st('banner'))}</w:ftr>"


def _references() -> str:
    kinds = (
        ("header", "default", 1),
        ("header", "first", 2),
        ("footer", "default", 3),
        ("footer", "first", 3),
    )
    return "".join(f'<w:{part}Reference w:type="{kind}" r:id="rId{number}"/>' for part, kind, number in kinds)


def _watermark(number: int) -> str:
    font = escape('font-family:"Times New Roman";font-size:1pt;font-weight:bold')
    return (
        f'<w:r><w:pict>{TYPE}<v:shape id="Watermark{number}" o:spid="_x0000_s{2048 + number}" '
        'type="#_x0000_t136" '
        f'style="{SHAPE}" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="{font}" string="{{{{ watermark }}}}"/></v:shape></w:pict></w:r>'
    )
