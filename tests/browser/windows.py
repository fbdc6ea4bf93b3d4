"""Windows of one browser. A new one costs it a second; one that was washed, a fifth of that."""

from contextlib import suppress

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, Error, Page

PATIENCE = 20_000  # milliseconds
# Given to each page as it opens: sent to it each time that it is asked, it costs as much as a page.
AXE = f"if (location.protocol === 'http:') {{ {AXE_SCRIPT} }}"


def new_context(browser: Browser, screen: dict[str, int]) -> BrowserContext:
    """A browser that nobody used before, in the pages of which axe waits to be asked."""
    context = browser.new_context(viewport=screen, locale="fr-FR")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(AXE)
    return context


class Windows:
    """Hands out windows without a past: no session, nothing kept, an empty page."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site
        self._washed: list[Page] = []

    def open(self, screen: dict[str, int]) -> Page:
        if self._washed:
            page = self._washed.pop()
            page.set_viewport_size(screen)
            return page
        return new_context(self.browser, screen).new_page()

    def give_back(self, page: Page) -> None:
        """To be handed out again, if it can be washed."""
        with suppress(Error):
            page.goto("about:blank")  # first: a script at work would have its session again
            engine = page.context.new_cdp_session(page)
            engine.send("Storage.clearDataForOrigin", {"origin": self.site, "storageTypes": "all"})
            engine.detach()
            page.context.clear_cookies()
            page.emulate_media(reduced_motion="no-preference")
            self._washed.append(page)
            return
        self.throw_away(page)

    def throw_away(self, page: Page) -> None:
        page.context.close()

    def close(self) -> None:
        for page in self._washed:
            page.context.close()
