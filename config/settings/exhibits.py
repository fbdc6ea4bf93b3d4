"""What may be received, how much of it, and who looks for viruses in it."""

from .environment import env

# Shown on the page as they stand here, in this order; sniffed from the content.
EXHIBIT_FORMATS = env.list(
    "EXHIBIT_FORMATS", default=["JPEG", "PNG", "WebP", "HEIC", "PDF", "EML", "MP4"]
)
EXHIBIT_MAX_BYTES = env.int("EXHIBIT_MAX_BYTES", default=50 * 1024**2)
EXHIBIT_VIDEO_MAX_BYTES = env.int("EXHIBIT_VIDEO_MAX_BYTES", default=200 * 1024**2)
EXHIBIT_TOTAL_MAX_BYTES = env.int("EXHIBIT_TOTAL_MAX_BYTES", default=500 * 1024**2)
EXHIBIT_MAX_PIXELS = env.int("EXHIBIT_MAX_PIXELS", default=60_000_000)

CLAMD_URL = env("CLAMD_URL", default="")
CLAMD_TIMEOUT = env.float("CLAMD_TIMEOUT", default=60)
