"""The form of a calculation, made of the facts that it asks for; what stays empty is unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tinhgon.core.errors import Refused
from tinhgon.core.rulebook import Book, Calculation, Worded
from tinhgon.rules.facts import Fact, Kind, facts_of, read
from tinhgon.rules.words.amounts import Names, named

LONGEST = 60  # letters of a value in an address
EMPTY: Any = (None, "", [])
PLACEHOLDERS = {
    Kind.DAY: _("dd/mm/yyyy"),
    Kind.BIRTH: _("dd/mm/yyyy hoặc mm/yyyy"),
    Kind.SEVERAL: "",
}
NUMBERS = (Kind.WHOLE, Kind.NUMBER)


class FactField(forms.CharField):
    """A fact that is written: a day, a number, a text."""

    def __init__(self, fact: Fact, **more: Any) -> None:
        self.fact = fact
        super().__init__(max_length=LONGEST, **more)

    def to_python(self, value: Any) -> Any:
        """Read what was written; nothing is unknown."""
        text = super().to_python(value)
        return None if text in self.empty_values else text

    def clean(self, value: Any) -> Any:
        """Read the fact after its length was looked at."""
        text = super().clean(value)
        try:
            return None if text is None else read(self.fact, text)
        except Refused as refused:
            raise ValidationError(refused.message(get_language() or "vi")) from None


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that are asked for together."""

    title: str
    fields: tuple[forms.BoundField, ...]


class FactsForm(forms.Form):
    """Asks for the facts of one calculation."""

    use_required_attribute = False

    def __init__(self, calculation: Calculation, book: Book, language: str, data: Any = None) -> None:
        super().__init__(data)
        self.calculation, self.language = calculation, language
        names = book.names(calculation.id)
        hints = {name: hint for group in calculation.asks for name, hint in group.facts.items()}
        for fact in facts_of(calculation.facts):
            self.fields[fact.name] = _field(fact, names, language, hints.get(fact.name))

    @property
    def groups(self) -> list[Group]:
        """The fields as the pack groups them; those it does not name come last."""
        groups = [
            Group(one.title.told(self.language), tuple(self[name] for name in one.facts))
            for one in self.calculation.asks
        ]
        grouped = {name for one in self.calculation.asks for name in one.facts}
        rest = tuple(self[name] for name in self.fields if name not in grouped)
        return [*groups, Group(gettext("Dữ kiện"), rest)] if rest else groups

    def facts(self) -> dict[str, Any]:
        """Give the facts that are known."""
        return {
            name: value == "true" if _asks_truth(self.fields[name]) else value
            for name, value in self.cleaned_data.items()
            if value not in EMPTY
        }


class TruthField(forms.ChoiceField):
    """Yes, no, or not known."""


def _asks_truth(field: forms.Field) -> bool:
    return isinstance(field, TruthField)


def _field(fact: Fact, names: Names, language: str, hint: Worded | None) -> forms.Field:
    label = named(fact.name, language, names)
    common: dict[str, Any] = {
        "label": label[:1].upper() + label[1:],
        "help_text": hint.told(language) if hint else "",
        "required": fact.required,
    }
    choices = [(one, named(one, language, names)) for one in fact.choices]
    match fact.kind:
        case Kind.TRUTH if fact.default is False:
            return forms.BooleanField(**{**common, "required": False})
        case Kind.TRUTH:
            answers = [("", gettext("chưa rõ")), ("true", gettext("có")), ("false", gettext("không"))]
            return TruthField(choices=answers, **common)
        case Kind.CHOICE:
            empty = [] if fact.default is not None else [("", gettext("chưa chọn"))]
            return forms.ChoiceField(choices=[*empty, *choices], **{**common, "required": fact.required})
        case Kind.SEVERAL:
            boxes = forms.CheckboxSelectMultiple
            return forms.MultipleChoiceField(choices=choices, widget=boxes, **common)
    return FactField(fact, widget=forms.TextInput(attrs=_attributes(fact.kind)), **common)


def _attributes(kind: Kind) -> dict[str, Any]:
    if kind in NUMBERS:
        return {"inputmode": "decimal", "autocomplete": "off"}
    return {"placeholder": PLACEHOLDERS.get(kind, ""), "autocomplete": "off"}
