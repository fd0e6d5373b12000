"""Options that the commands of the lab share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, TypeAlias

import typer

Units: TypeAlias = Annotated[
    Path, typer.Option("--units", metavar="U.csv", help="code,name,type,population,area_km2,lat,lon …")
]
Neighbours: TypeAlias = Annotated[
    Path,
    typer.Option("--neighbours", metavar="A.csv", help="old_code_a,old_code_b,shared_border_km,strength."),
]
StandardsRule: TypeAlias = Annotated[
    str,
    typer.Option(
        "--standards",
        metavar="RULE_ID",
        help="Standards of the law, such as units.merged_size; needs --on. “units” is whichever holds.",
    ),
]
On: TypeAlias = Annotated[str, typer.Option("--on", metavar="DAY", help="The day whose law counts.")]
MinPopulation: TypeAlias = Annotated[
    float | None, typer.Option("--min-population", min=0, help="Instead: least people of a unit.")
]
MinArea: TypeAlias = Annotated[
    float | None, typer.Option("--min-area", metavar="KM2", min=0, help="Instead: least area of a unit.")
]
WaivedFrom: TypeAlias = Annotated[
    int | None,
    typer.Option("--waived-from", metavar="K", min=2, help="With own standards: members that waive them."),
]
Terrain: TypeAlias = Annotated[
    Literal["mountain", "lowland", "island"] | None,
    typer.Option("--terrain", help="Assumed of all units that have none in a column of that name."),
]
InMunicipality: TypeAlias = Annotated[
    bool | None,
    typer.Option(
        "--in-municipality/--in-province", help="Assumed: whether wards are of a centrally-run city."
    ),
]
Region: TypeAlias = Annotated[
    Literal["mountain", "border", "other"] | None,
    typer.Option("--region", help="Assumed: the region of the province that wards lie in."),
]
People: TypeAlias = Annotated[str, typer.Option("--people", metavar="COLUMN", help="Counts people.")]
Area: TypeAlias = Annotated[str, typer.Option("--area", metavar="COLUMN", help="Counts square kilometres.")]
GroupBy: TypeAlias = Annotated[
    str, typer.Option("--group-by", metavar="COLUMN", help="Units that differ in it are never merged.")
]
Districts: TypeAlias = Annotated[
    str, typer.Option("--districts", metavar="COLUMN", help="Today's districts, for the term “districts”.")
]
Touching: TypeAlias = Annotated[
    bool, typer.Option("--touching", help="Let those count as neighbours that merely touch, too.")
]
MissingAsZero: TypeAlias = Annotated[
    bool, typer.Option("--missing-as-zero", help="Take figures that are not written as 0, and say so.")
]
MaxMembers: TypeAlias = Annotated[
    int, typer.Option("--max-members", metavar="K", min=1, max=100, help="Units merged into one at most.")
]
MaxKm: TypeAlias = Annotated[
    float | None, typer.Option("--max-km", min=0, help="From any member to the new seat at most.")
]
Together: TypeAlias = Annotated[
    list[str] | None, typer.Option("--together", metavar="A,B…", help="Must end in one unit; repeatable.")
]
Apart: TypeAlias = Annotated[
    list[str] | None, typer.Option("--apart", metavar="A,B", help="Must not; repeatable.")
]
Alone: TypeAlias = Annotated[
    list[str] | None, typer.Option("--alone", metavar="A,B…", help="Stay as they are; repeatable.")
]
First: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--first", metavar="TERM", help="Made as small as can be before the sum is; repeatable."),
]
Prices: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--weights", metavar="TERM=PRICE,…", help="unit=100,missed=1000,travel=1 …; repeatable."),
]
Mode: TypeAlias = Annotated[
    Literal["cost", "max-p"], typer.Option("--mode", help="The cheapest plan, or the most units.")
]
Threshold: TypeAlias = Annotated[
    float | None,
    typer.Option(
        "--threshold", min=0, help="With max-p: people that each new unit has; else --min-population."
    ),
]
TimeLimit: TypeAlias = Annotated[
    float | None, typer.Option("--time-limit", metavar="S", min=0.001, help="Seconds; the best plan so far.")
]
Memory: TypeAlias = Annotated[int | None, typer.Option("--memory", metavar="MB", min=64, help="At most.")]
Seed: TypeAlias = Annotated[int, typer.Option("--seed", min=0, help="The same gives the same plan.")]
Effort: TypeAlias = Annotated[
    float, typer.Option("--effort", min=0.01, max=100, help="Multiplies the steps of every search.")
]
