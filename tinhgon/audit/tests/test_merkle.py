"""The tree: RFC 6962's own figures, and every proof against the definition."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.audit import merkle

# The leaves of the reference implementation's tests, and the roots over the first n of them.
CONTENTS = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
LEAVES = [merkle.leaf_hash(bytes.fromhex(content)) for content in CONTENTS]
SIZES = st.integers(1, 5000)
MANY = [merkle.leaf_hash(str(number).encode()) for number in range(5000)]


def defined(leaves: list[bytes]) -> bytes:
    """RFC 6962, 2.1, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256().digest()
    cut = 1
    while cut * 2 < len(leaves):
        cut *= 2
    return sha256(b"\x01" + defined(leaves[:cut]) + defined(leaves[cut:])).digest()


@pytest.mark.parametrize("size", range(9))
def test_roots_are_those_of_the_reference(size: int) -> None:
    assert merkle.root(LEAVES[:size]).hex() == ROOTS[size]


def test_proofs_are_those_of_the_reference() -> None:
    assert [step.hex() for step in merkle.inclusion_proof(LEAVES, 5)] == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        ROOTS[4],
    ]
    assert merkle.consistency_proof(LEAVES, 6) == [
        merkle.node_hash(LEAVES[4], LEAVES[5]),
        merkle.node_hash(LEAVES[6], LEAVES[7]),
        bytes.fromhex(ROOTS[4]),
    ]


@given(SIZES)
@settings(max_examples=60, deadline=None)
def test_the_frontier_gives_the_root_of_the_definition_and_goes_on(size: int) -> None:
    first = merkle.Frontier()
    for leaf in MANY[: size // 2]:
        first.append(leaf)
    on = merkle.Frontier.of(first.size, first.joined)
    for leaf in MANY[size // 2 : size]:
        on.append(leaf)

    assert on.root() == merkle.root(MANY[:size]) == defined(MANY[:size])


@given(SIZES, st.data())
@settings(max_examples=80, deadline=None)
def test_a_leaf_is_in_its_tree_and_nowhere_else(size: int, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, size - 1))
    other = data.draw(st.integers(0, size - 1).filter(lambda number: number != index) | st.just(size))
    leaves = MANY[:size]
    proof, root = merkle.inclusion_proof(leaves, index), merkle.root(leaves)

    assert merkle.is_included(leaves[index], index, size, proof, root)
    assert not merkle.is_included(leaves[index], other, size, proof, root)
    assert not merkle.is_included(merkle.leaf_hash(b"else"), index, size, proof, root)
    assert not merkle.is_included(leaves[index], index, size, [*proof, root], root)
    if proof:
        assert not merkle.is_included(leaves[index], index, size, proof[:-1], root)
        assert not merkle.is_included(leaves[index], index, size, [*proof[:-1], merkle.EMPTY], root)


@given(SIZES, st.data())
@settings(max_examples=80, deadline=None)
def test_a_tree_is_the_beginning_of_those_it_grew_into_and_of_no_other(
    size: int, data: st.DataObject
) -> None:
    old = data.draw(st.integers(1, size))
    leaves = MANY[:size]
    before, after = merkle.root(leaves[:old]), merkle.root(leaves)
    proof = merkle.consistency_proof(leaves, old)

    assert merkle.is_consistent(old, size, before, after, proof)
    assert not merkle.is_consistent(old, size, merkle.EMPTY, after, proof)
    assert not merkle.is_consistent(old, size, before, merkle.EMPTY, proof)
    assert not merkle.is_consistent(old, size, before, after, [*proof, before])
    assert not merkle.is_consistent(size + 1, size, before, after, proof)
    if proof:
        assert not merkle.is_consistent(old, size, before, after, proof[:-1])


def test_nothing_is_the_beginning_of_everything() -> None:
    assert merkle.is_consistent(0, 5, merkle.EMPTY, merkle.root(MANY[:5]), [])
    assert not merkle.is_consistent(0, 5, MANY[0], merkle.root(MANY[:5]), [])


def test_a_node_is_no_leaf() -> None:
    left, right = LEAVES[:2]

    assert merkle.leaf_hash(left + right) != merkle.node_hash(left, right)
