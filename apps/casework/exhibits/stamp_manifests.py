import hashlib
import logging

from django.conf import settings

from apps.exhibits.models import Manifest
from apps.exhibits.timestamp import NoTimestamp, request_token

logger = logging.getLogger(__name__)


def stamp_manifests() -> int:
    """Have the manifests that have no token yet stamped by the authority. Returns how many.

    Nothing is kept that was not verified. When the authority does not answer, the manifests wait
    for the next time; nothing is locked meanwhile, and the first token to come stays. A manifest
    that is no longer what it was is left to `verify_exhibits`.
    """
    stamped = 0
    waiting = Manifest.objects.filter(token=None) if settings.TSA_URL else Manifest.objects.none()
    for manifest in waiting.order_by("day"):
        try:
            with manifest.file.open() as file:
                content = file.read()
            if hashlib.sha256(content).hexdigest() != manifest.sha256:
                raise OSError("altered")
        except OSError as error:
            logger.error("manifest %s cannot be stamped: %s", manifest.day, error)
            continue
        try:
            token, moment = request_token(content)
        except NoTimestamp as error:
            logger.error("manifest %s has no timestamp yet: %s", manifest.day, error)
            break
        stamped += Manifest.objects.filter(pk=manifest.pk, token=None).update(
            token=token, stamped_at=moment
        )
    return stamped
