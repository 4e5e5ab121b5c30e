"""Answer WeasyPrint's requests from memory; no file is opened, no network asked."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from scorecard.pages.bundle import SCHEME, bundled, media_type
from scorecard.pages.look import BASE, Look


@lru_cache(maxsize=4)
def fetcher(look: Look) -> Any:
    """Give a fetcher that knows the package's files and the look's, and no other."""
    from weasyprint.urls import (
        FatalURLFetchingError,
        URLFetcher,
        URLFetcherResponse,
    )

    class KnownOnly(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: object = None) -> Any:  # noqa: ARG002
            content = _known(url, look)
            if content is None:
                raise FatalURLFetchingError(url)
            return URLFetcherResponse(url, content, {"Content-Type": media_type(url)})

    return KnownOnly(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)


def _known(url: str, look: Look) -> bytes | None:
    if url.startswith(BASE):
        return look.file(url.removeprefix(BASE))
    try:
        return bundled(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
    except KeyError:
        return None
