"""Windows of one browser. A new one costs it a second; one that was washed, a fifth of that."""

from contextlib import suppress

from playwright.sync_api import Browser, Error, Page

PATIENCE = 20_000  # milliseconds


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
        context = self.browser.new_context(viewport=screen, locale="fr-FR")
        context.set_default_timeout(PATIENCE)
        return context.new_page()

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
