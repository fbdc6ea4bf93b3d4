"""Development's mail server: each message becomes a file that the pages of this app show."""

from collections.abc import Sequence
from mailbox import Maildir

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class MaildirBackend(BaseEmailBackend):
    """Adds messages to the Maildir at `settings.DEV_MAILDIR`, which any mail reader opens too."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        maildir = Maildir(settings.DEV_MAILDIR)
        for message in email_messages:
            maildir.add(message.message().as_bytes())
        return len(email_messages)
