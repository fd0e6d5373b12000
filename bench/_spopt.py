"""Run by the peer's own Python: spopt's MaxPHeuristic on an instance in a file; prints what it found."""

from __future__ import annotations

import json
import sys
import time
import warnings

import numpy as np

warnings.filterwarnings("ignore")


def main(file: str, threshold: str, constructions: str, annealings: str) -> None:
    """Solve once; spopt draws from numpy's global random numbers, so these are fixed."""
    import pandas
    from libpysal.weights import W
    from spopt.region import MaxPHeuristic

    given = np.load(file)
    people, borders = given["people"], given["borders"]
    near: dict[int, list[int]] = {unit: [] for unit in range(len(people))}
    for one, other in borders.tolist():
        near[one].append(other)
        near[other].append(one)
    np.random.seed(0)
    frame = pandas.DataFrame({"people": people})
    model = MaxPHeuristic(
        frame, W(near, silence_warnings=True), ["people"], "people", float(threshold), 2,
        max_iterations_construction=int(constructions), max_iterations_sa=int(annealings),
    )  # fmt: skip
    began = time.process_time()
    model.solve()
    print(json.dumps({"regions": int(model.p), "seconds": time.process_time() - began}))


if __name__ == "__main__":
    main(*sys.argv[1:])
