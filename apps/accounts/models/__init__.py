"""Who signs in, and what is theirs: calendar, preferences, views, absences."""

from .absence import Absence
from .feed import CalendarFeed
from .preferences import NotificationPreferences
from .saved_view import SavedView
from .user import Role, User

__all__ = [
    "Absence",
    "CalendarFeed",
    "NotificationPreferences",
    "Role",
    "SavedView",
    "User",
]
