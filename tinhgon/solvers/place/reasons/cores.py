"""Conditions that contradict each other by logic: assumptions of CP-SAT, then each is tried without."""

from __future__ import annotations

from collections import defaultdict

from ortools.sat.python import cp_model

from tinhgon.solvers.place import values as v
from tinhgon.solvers.place.arcs import Arcs, arcs_of
from tinhgon.solvers.place.ground import NEVER, Ground
from tinhgon.solvers.place.reasons.crowds import ALL_PAIRS
from tinhgon.solvers.place.teams import HARD, quotas, teams_of
from tinhgon.solvers.place.values import DEPUTY
from tinhgon.solvers.place.verify import Breach

EFFORT = 20.0  # deterministic time of one try


class _Task:
    """The rules as a model in which each condition can be switched off."""

    def __init__(self, ground: Ground, arcs: Arcs) -> None:
        self.ground, self.model = ground, cp_model.CpModel()
        self.taken = [self.model.new_bool_var("") for _ in range(len(arcs))]
        self.conditions: list[Breach] = []
        self.switches: list[cp_model.IntVar] = []
        self._people_and_seats(arcs)
        self._quotas(arcs)
        self._rows(arcs)

    def contradict(self, switches: list[int]) -> list[int] | None:
        """Give those of the conditions that contradict each other; None where that is not shown."""
        self.model.clear_assumptions()
        self.model.add_assumptions([self.switches[place] for place in switches])
        solver = cp_model.CpSolver()
        solver.parameters.num_workers, solver.parameters.random_seed = 1, 0
        solver.parameters.max_deterministic_time = EFFORT
        if solver.solve(self.model) != cp_model.INFEASIBLE:
            return None
        core = set(solver.sufficient_assumptions_for_infeasibility())
        return [place for place in switches if self.switches[place].index in core]

    def _switch(self, condition: Breach) -> cp_model.IntVar:
        self.conditions.append(condition)
        self.switches.append(self.model.new_bool_var(""))
        return self.switches[-1]

    def _people_and_seats(self, arcs: Arcs) -> None:
        facts, of_post = self.ground.facts, defaultdict(list)
        for arc, post in enumerate(arcs.post.tolist()):
            of_post[post].append(self.taken[arc])
        for post, taken in of_post.items():
            self.model.add(sum(taken) <= int(facts.q_seats[post]))
        for i, person in enumerate(self.ground.staffing.people):
            own = self.taken[arcs.starts[i] : arcs.starts[i + 1]]
            self.model.add_at_most_one(own)
            if facts.p_out[i] >= NEVER:
                at = self.ground.staffing.pins.at.get(person.id)
                rule = Breach(rule=v.AT if at else v.NOBODY_OUT, people=(person.id,), post=at)
                self.model.add(sum(own) >= 1).only_enforce_if(self._switch(rule))

    def _quotas(self, arcs: Arcs) -> None:
        facts, deputies = self.ground.facts, defaultdict(list)
        for arc, post in enumerate(arcs.post.tolist()):
            if facts.q_level[post] == DEPUTY:
                deputies[int(facts.q_unit[post])].append(self.taken[arc])
        for unit, most in enumerate(quotas(self.ground).tolist()):
            if unit in deputies:
                switch = self._switch(Breach(rule=v.DEPUTIES, unit=self.ground.staffing.units[unit].id))
                self.model.add(sum(deputies[unit]) <= most).only_enforce_if(switch)

    def _rows(self, arcs: Arcs) -> None:
        staffing, teams = self.ground.staffing, teams_of(self.ground, arcs)
        for place, row in enumerate(teams.rows):
            if row.slack != HARD:
                continue
            touched = teams.matrix.indices[teams.matrix.indptr[place] : teams.matrix.indptr[place + 1]]
            people = tuple(staffing.people[i].id for i in (row.first, row.second)) if row.second >= 0 else ()
            switch = self._switch(Breach(rule=row.kind, people=people, unit=staffing.units[row.unit].id))
            self.model.add(sum(self.taken[arc] for arc in touched) <= row.limit).only_enforce_if(switch)


def core(ground: Ground, arcs: Arcs) -> tuple[Breach, ...]:
    """Give conditions that contradict each other, none of which can be left out; empty if none."""
    if len(ground.person) * len(ground.post) <= ALL_PAIRS // 10:
        arcs = arcs_of(ground, len(ground.post))
    elif len(arcs) > ALL_PAIRS // 10:
        return ()
    task = _Task(ground, arcs)
    found = task.contradict(list(range(len(task.switches))))
    if found is None:
        return ()
    for place in list(found):
        without = [one for one in found if one != place]
        fewer = task.contradict(without)
        found = found if fewer is None else fewer
    return tuple(task.conditions[place] for place in found)
