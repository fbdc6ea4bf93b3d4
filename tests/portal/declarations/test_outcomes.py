import pytest

from apps.incidents.circumstances import Nature, Situation
from apps.portal.outcomes import (
    HOST_NOTICE,
    ONE_YEAR,
    OTHER_OFFENCES,
    PERSONAL_DATA,
    PLATFORM_REPORT,
    PUBLIC_ANSWER,
    open_routes,
)


@pytest.mark.parametrize(
    ("situation", "natures", "expected"),
    [
        (Situation.REVIEW, [], [HOST_NOTICE, PLATFORM_REPORT, PUBLIC_ANSWER]),
        (
            Situation.LISTING,
            [],
            [PERSONAL_DATA, HOST_NOTICE, PLATFORM_REPORT, PUBLIC_ANSWER],
        ),
        (
            Situation.POST,
            [Nature.RACIST],
            [ONE_YEAR, HOST_NOTICE, PLATFORM_REPORT, PUBLIC_ANSWER],
        ),
        (Situation.PRIVATE, [], [OTHER_OFFENCES]),
        (Situation.PRIVATE, [Nature.SEXIST], [OTHER_OFFENCES]),
    ],
)
def test_what_stays_open_depends_on_what_happened(
    situation: str, natures: list[str], expected: list[object]
) -> None:
    """The one-year term is for public words only (legal.md, PRESS_1Y)."""
    assert open_routes(situation, natures) == expected
