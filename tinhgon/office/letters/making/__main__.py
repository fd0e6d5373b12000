"""Write the templates anew: `python -m tinhgon.office.letters.making`."""

from __future__ import annotations

from tinhgon.office.letters.kinds import KINDS
from tinhgon.office.letters.making.package import template
from tinhgon.office.letters.word import template_of


def main() -> None:
    """Write one template for each kind in each of its layouts, and one a layout for everything else."""
    for kind in KINDS.values():
        for name in kind.layouts:
            template_of(name, kind.code).write_bytes(template(name, kind.shape))
    for name in ("state", "party"):
        template_of(name, "").write_bytes(template(name, "all"))


if __name__ == "__main__":
    main()
