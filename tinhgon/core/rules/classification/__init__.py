"""Classification of administrative units by points: the class, when it is due, who recognises it."""

from tinhgon.core.rulebook import Check
from tinhgon.core.rulebook.rules import Compute
from tinhgon.core.rules.classification.communes import commune
from tinhgon.core.rules.classification.converted import converted_residents
from tinhgon.core.rules.classification.due import data_day, due, review, yearly_report
from tinhgon.core.rules.classification.procedure import class_of_kind, competence, interim, stages
from tinhgon.core.rules.classification.provinces import province
from tinhgon.core.rules.classification.wards import ward
from tinhgon.core.rules.classification.zones import zone

RULES: tuple[Check, ...] = (class_of_kind, competence, due, stages, data_day, review, yearly_report)
CALCULATIONS: tuple[Compute, ...] = (commune, ward, zone, province, interim, converted_residents)
