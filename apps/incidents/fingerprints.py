"""The same page, words or author, however they were copied: what contents are compared by."""

import re
import unicodedata
from hashlib import sha256
from urllib.parse import parse_qsl, urlencode, urlsplit

# What a site adds to say where the reader comes from: the page is the same without it.
TRACKING = re.compile(
    r"utm_.*|mc_.*|pk_.*|_hs.*|fbclid|gclid|gclsrc|dclid|msclkid|igshid|igsh|ref|ref_.*|si|"
    r"share|shared|source|entry|hl|mibextid|rdid|__.*",
    re.IGNORECASE,
)
SUB_DOMAIN = re.compile(r"^(?:www|m|mobile|fr-fr|fr|web|touch)\.")


def url_key(url: str) -> str:
    """The SHA-256 of an address without its scheme, `www.`, tracking or anchor; empty for none."""
    if not url:
        return ""
    parts = urlsplit(url.strip())
    query = [pair for pair in parse_qsl(parts.query) if not TRACKING.fullmatch(pair[0])]
    host = SUB_DOMAIN.sub("", (parts.hostname or "").lower())
    return _hash(f"{host}{parts.path.rstrip('/')}?{urlencode(sorted(query))}")


def words_key(words: str) -> str:
    """The SHA-256 of the words without case, accents or punctuation; empty when none is left."""
    kept = " ".join(re.findall(r"\w+", _plain(words)))
    return _hash(kept) if kept else ""


def author_key(pseudonym: str) -> str:
    """The SHA-256 of a pseudonym without case, accents, spaces or signs; empty when none is left.

    A name of signs alone keeps them: two of these are not the same author.
    """
    plain = _plain(pseudonym)
    kept = "".join(re.findall(r"[^\W_]+", plain)) or "".join(plain.split())
    return _hash(kept) if kept else ""


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
