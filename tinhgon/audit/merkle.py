"""The Merkle tree of RFC 6962: roots, and proofs that a leaf is in it and that it only grew. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

EMPTY = sha256().digest()  # the root of no leaves
WIDTH = len(EMPTY)


def leaf_hash(content: bytes) -> bytes:
    """Hash a leaf; the prefix keeps leaves and nodes apart."""
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(slots=True)
class Frontier:
    """A tree of which only the roots of its full subtrees are kept, the largest first: enough to go on."""

    size: int = 0
    peaks: list[bytes] = field(default_factory=list)

    @classmethod
    def of(cls, size: int, joined: bytes) -> Frontier:
        """Read one that was written with `joined`."""
        return cls(size, [joined[at : at + WIDTH] for at in range(0, len(joined), WIDTH)])

    @property
    def joined(self) -> bytes:
        """Write it."""
        return b"".join(self.peaks)

    def append(self, leaf: bytes) -> None:
        """Add the hash of the next leaf."""
        full = self.size
        while full & 1:
            leaf = node_hash(self.peaks.pop(), leaf)
            full >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self) -> bytes:
        """Give the root of all leaves so far."""
        if not self.peaks:
            return EMPTY
        *larger, found = self.peaks
        for peak in reversed(larger):
            found = node_hash(peak, found)
        return found


def root(leaves: Iterable[bytes]) -> bytes:
    """Give the root over hashes of leaves."""
    tree = Frontier()
    for leaf in leaves:
        tree.append(leaf)
    return tree.root()


def inclusion_proof(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """Give the hashes that lead from one leaf to the root, from the leaf upwards."""
    proof: list[bytes] = []
    while len(leaves) > 1:
        left, right = _halves(leaves)
        inside, beside = (left, right) if index < len(left) else (right, left)
        index -= 0 if inside is left else len(left)
        proof.append(root(beside))
        leaves = inside
    return proof[::-1]


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], top: bytes) -> bool:
    """Tell whether a proof leads from a leaf at an index to the root of a tree of a size."""
    if not 0 <= index < size:
        return False
    node, last, found = index, size - 1, leaf
    for beside in proof:
        if not last:
            return False
        if node & 1 or node == last:
            found = node_hash(beside, found)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            found = node_hash(found, beside)
        node, last = node >> 1, last >> 1
    return not last and found == top


def consistency_proof(leaves: Sequence[bytes], old: int) -> list[bytes]:
    """Give the hashes that show the first `old` leaves to be the beginning of all."""
    if not 0 < old < len(leaves):
        return []
    proof: list[bytes] = []
    whole = True  # what is left of the old tree is a subtree whose root the verifier has
    while old != len(leaves):
        left, right = _halves(leaves)
        if old <= len(left):
            proof.append(root(right))
            leaves = left
        else:
            proof.append(root(left))
            leaves, old, whole = right, old - len(left), False
    return [*([] if whole else [root(leaves)]), *proof[::-1]]


def is_consistent(old: int, new: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows a tree to be the beginning of a larger one."""
    if old == new or not old:
        return 0 <= old <= new and not proof and (old_root == new_root if old == new else old_root == EMPTY)
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    if old > new or not path:
        return False
    node, last = old - 1, new - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    before = after = path[0]
    for beside in path[1:]:
        if not last:
            return False
        if node & 1 or node == last:
            before, after = node_hash(beside, before), node_hash(beside, after)
            while not node & 1 and node:
                node, last = node >> 1, last >> 1
        else:
            after = node_hash(after, beside)
        node, last = node >> 1, last >> 1
    return not last and before == old_root and after == new_root


def _halves(leaves: Sequence[bytes]) -> tuple[Sequence[bytes], Sequence[bytes]]:
    """Cut where the largest full subtree on the left ends."""
    cut = 1 << (len(leaves) - 1).bit_length() - 1
    return leaves[:cut], leaves[cut:]
