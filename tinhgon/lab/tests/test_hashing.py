"""What differs has another hash, what is the same has the same."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.lab.hashing import digest
from tinhgon.solvers.consolidate.values import Conditions, Weights

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(plain, plain)
def test_two_values_share_a_hash_only_if_they_are_alike(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (repr_of(one) == repr_of(other))


def repr_of(value: object) -> str:
    """Tell 1, 1.0, True and -0.0 apart, and let the order of keys not count."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key!r}:{repr_of(value[key])}" for key in sorted(value)) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(repr_of, value)) + "]"
    return repr(value)


def test_arrays_go_by_kind_shape_and_bits() -> None:
    ones = np.ones(4, np.int32)
    assert digest(ones) == digest(ones[::1].copy())
    assert (
        len({digest(ones), digest(ones.astype(np.int64)), digest(ones.reshape(2, 2)), digest([1] * 4)}) == 4
    )
    assert digest(np.array([math.nan])) == digest(np.array([math.nan]))


def test_values_of_solvers_go_by_their_fields() -> None:
    assert digest(Weights()) == digest(Weights(units=100.0))
    assert digest(Weights()) != digest(Weights(units=101.0))
    assert digest(Conditions()) != digest(Weights())


def test_what_has_no_canonical_form_is_refused() -> None:
    with pytest.raises(TypeError):
        digest(object())


def test_a_set_goes_by_its_members_whatever_their_order() -> None:
    assert digest(frozenset({"b", "a"})) == digest({"a", "b"}) != digest(["a", "b"])
    assert digest(date(2027, 1, 1)) != digest("2027-01-01")
