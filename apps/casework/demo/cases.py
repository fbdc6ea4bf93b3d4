"""Every file of the demonstration."""

from .cases_of_the_interview import INTERVIEW
from .cases_of_the_law import LAW
from .files_that_ended import ENDED
from .new_files import NEW
from .pressing_files import PRESSING
from .quiet_files import QUIET
from .rows import Case

CASES: tuple[Case, ...] = (*INTERVIEW, *LAW, *NEW, *PRESSING, *QUIET, *ENDED)
