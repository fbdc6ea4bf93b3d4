"""Trusted timestamps (RFC 3161): asked of an authority, and believed only once verified."""

import urllib.request
from datetime import datetime
from pathlib import Path

from cryptography import x509
from django.conf import settings
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

PATIENCE = 20  # seconds
LARGEST = 64 * 1024  # bytes; a token takes five thousand


class NoTimestamp(Exception):
    """The authority gave nothing that holds. Said in English, for the log."""


def request_token(content: bytes) -> tuple[bytes, datetime]:
    """The authority's answer (DER) for these bytes, verified, and the moment that it certifies.

    Raises `NoTimestamp`.
    """
    asked = (
        TimestampRequestBuilder()
        .data(content)
        .hash_algorithm(HashAlgorithm.SHA256)
        .nonce(nonce=True)
        .cert_request(cert_request=True)
        .build()
    )
    request = urllib.request.Request(  # noqa: S310 - TSA_URL is http(s): config/settings
        settings.TSA_URL,
        data=asked.as_bytes(),
        headers={"Content-Type": "application/timestamp-query"},
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310
            token = response.read(LARGEST)
    except (OSError, ValueError) as error:
        raise NoTimestamp(f"no answer: {type(error).__name__}") from error
    return token, _verified(token, content, VerifierBuilder.from_request(asked))


def verify_token(token: bytes, content: bytes) -> datetime:
    """The moment that a kept token certifies for these bytes. Raises `NoTimestamp`."""
    return _verified(token, content, VerifierBuilder())


def _verified(token: bytes, content: bytes, builder: VerifierBuilder) -> datetime:
    try:
        answer: TimeStampResponse = decode_timestamp_response(token)
        for certificate in x509.load_pem_x509_certificates(Path(settings.TSA_CA_FILE).read_bytes()):
            builder = builder.add_root_certificate(certificate)
        builder.build().verify_message(answer, content)
    except (VerificationError, ValueError, OSError) as error:
        raise NoTimestamp(f"does not hold: {error}") from error
    return answer.tst_info.gen_time
