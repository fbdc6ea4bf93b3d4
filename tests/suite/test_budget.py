"""The budget of the suite: counted in units of the same run, it says which folder is over."""

from pathlib import Path

from .budget import BUDGET, Costs, folder_of, unit

CLOSE = "tests/desk/files/test_close.py::test_a_file_is_closed"


def costs(*tests: tuple[str, float], unit: float = 0.01) -> Costs:
    made = Costs()
    made.units = [unit]
    for test, seconds in tests:
        made.add(test, seconds)
    return made


def test_a_folder_that_costs_more_than_its_budget_is_named() -> None:
    spent = costs((CLOSE, 1.0), (CLOSE, 0.5), ("tests/legal/test_rules.py::test_a_rule", 1.0))
    assert spent.over({"desk": 149, "legal": 100}) == ["desk"]
    assert spent.over({"desk": 150, "legal": 100}) == []


def test_a_folder_without_a_budget_has_none_to_spend() -> None:
    assert costs((CLOSE, 1.0)).over({"legal": 100}) == ["desk"]


def test_a_machine_twice_as_slow_is_not_over_budget() -> None:
    slow = costs((CLOSE, 2.0), unit=0.02)
    assert slow.in_units("desk") == costs((CLOSE, 1.0)).in_units("desk") == 100


def test_the_table_says_the_cost_of_each_folder_and_the_slowest_tests() -> None:
    tests = [(f"tests/desk/test_{number}.py::test", float(number)) for number in range(1, 15)]
    said = "\n".join(costs(*tests).lines({"desk": 20_000}))
    assert "desk" in said
    assert "10,500   20,000" in said
    assert "tests/desk/test_14.py" in said
    assert "tests/desk/test_4.py" not in said


def test_each_folder_of_tests_has_a_budget_and_each_budget_a_folder() -> None:
    tests = Path(__file__).parents[1]
    paths = (file.relative_to(tests.parent).as_posix() for file in tests.rglob("test_*.py"))
    assert {folder_of(path) for path in paths} == BUDGET.keys()


def test_the_unit_is_work() -> None:
    assert unit() > 0
