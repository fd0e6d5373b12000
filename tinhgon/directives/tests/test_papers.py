"""The paper behind an obligation: who reads it, and what of it stays in its registry."""

from __future__ import annotations

from hashlib import sha256
from uuid import UUID

import pytest
from django.test import Client

from tests.cast import make_cast
from tinhgon.access.tests.ground import acting, granted, user
from tinhgon.core.tests.world import AN_HOA, CAI_KHE, NINH_KIEU
from tinhgon.directives.models import Obligation
from tinhgon.directives.queries.sight import visible
from tinhgon.directives.tests.ground import directive, obligation
from tinhgon.documents.models import Document, Intake, Reference
from tinhgon.documents.queries.registry import readable

pytestmark = pytest.mark.usefixtures("town")


def arrived(keeper: UUID) -> Document:
    """Register a directive with the file as which it came."""
    file = Intake.objects.create(
        keeper_id=keeper, name="a.txt", size=1, content=b"x", sha256=sha256(b"x").hexdigest()
    )
    return directive(keeper, intake=file, text="Kế hoạch")


def test_who_bears_a_task_reads_the_paper_but_not_the_file_in_the_tray(client: Client) -> None:
    of = arrived(NINH_KIEU)
    hidden = directive(AN_HOA, number="9/KH-UBND", number_key="9-kh-ubnd")
    Reference.objects.create(document=of, number="9/KH-UBND", cited=hidden)
    obligation(of, CAI_KHE)
    cast = make_cast(area=[CAI_KHE])
    for who, status in (("tam", 404), ("hung", 200)):
        client.force_login(cast[who])
        shown = client.get(f"/documents/{of.pk}/")
        assert shown.status_code == 200
        for url in (f"/documents/{of.pk}/file/", f"/documents/{hidden.pk}/"):
            assert client.get(url).status_code == status
            assert (url in shown.content.decode()) == (status == 200)


def test_who_gives_what_another_registry_keeps_reads_it_there() -> None:
    """As after a merger: the successor gives on, and the directive stays where it was kept."""
    given: Obligation = obligation(directive(AN_HOA), NINH_KIEU, assigner_id=CAI_KHE)
    clerk = user()
    granted(clerk, "clerk", at=CAI_KHE)
    with acting(clerk.pk) as reach:
        assert visible(reach).select_related("directive").get() == given


def test_who_gives_reads_what_answers_it_and_what_shows_it() -> None:
    of = directive(NINH_KIEU)
    answer, shown, other = (
        directive(CAI_KHE, number=f"{n}/BC-UBND", number_key=f"{n}-bc-ubnd", direction="out")
        for n in (1, 2, 3)
    )
    obligation(of, CAI_KHE, answer=answer, state="reported", done_on=of.issued_on).evidence.create(
        document=shown
    )
    obligation(other, CAI_KHE)
    clerk = user()
    granted(clerk, "clerk", at=NINH_KIEU, subtree=False)
    with acting(clerk.pk) as reach:
        assert set(Document.objects.all()) == set(readable(reach)) == {of, answer, shown}
