"""Development's mail server: each message becomes a file that the pages of this app show."""

from collections.abc import Sequence
from mailbox import Maildir

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from apps.mailbox.relay import Rejected

NOBODY = ".invalid"  # the top domain that holds no address (RFC 2606)


class MaildirBackend(BaseEmailBackend):
    """Adds messages to the Maildir at `settings.DEV_MAILDIR`, which any mail reader opens too.

    Like a real server it knows nobody under `.invalid`, and refuses: a letter can be seen to fail.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if any(to.endswith(NOBODY) for message in email_messages for to in message.to):
            raise Rejected(550, final=True)
        maildir = Maildir(settings.DEV_MAILDIR)
        for message in email_messages:
            maildir.add(message.message().as_bytes())
        return len(email_messages)
