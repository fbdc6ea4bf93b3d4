"""Somebody who has no mouse."""

import re

from playwright.sync_api import Locator

from .conftest import Visitor

# Whether the place of the focus, if it is in the page, is seen: the ring of --focus around what has
# it, or around its row when the whole row is pressed, and not wholly under what stays in sight.
SEEN = """() => {
  const it = document.activeElement;
  if (it === document.body) return true;
  const label = it.closest(".choice") ?? it.labels?.[0];
  const ringed = (one) => one && getComputedStyle(one).boxShadow.includes("0px 0px 0px 5px");
  const places = [it, label].filter(Boolean).map((one) => one.getBoundingClientRect());
  const over = ({ left, right, top, bottom }) => [0.1, 0.5, 0.9].some((across) =>
    [0.1, 0.5, 0.9].some((down) => {
      const found = document.elementFromPoint(
        left + (right - left) * across, top + (bottom - top) * down);
      return found && (it.contains(found) || label?.contains(found) || found.contains(it));
    }));
  return [it, label].some(ringed) && places.some(over);
}"""
HAS_IT = "it => it.contains(document.activeElement)"
WHERE = "() => document.activeElement.outerHTML.slice(0, 200)"


class Keyboard:
    """Tab, Space, Enter and the arrows; what is typed is typed where the focus is.

    Wherever Tab leads, the focus must be seen.
    """

    def __init__(self, person: Visitor) -> None:
        self.person, self.page = person, person.page
        self.page.emulate_media(reduced_motion="reduce")  # the ring is there at once

    def go_to(self, what: Locator) -> None:
        it = what.element_handle()  # looked for once, and not at each step
        for _ in range(120):
            if it.evaluate(HAS_IT):
                return
            self.tab()
        raise AssertionError(f"out of the reach of the keyboard: {what}")

    def tab(self) -> None:
        self.page.keyboard.press("Tab")
        seen = self.page.evaluate(SEEN)
        assert seen, f"focus not seen: {self.page.url} {self.page.evaluate(WHERE)}"

    def choose(self, question: str, answer: str) -> None:
        group = self.page.get_by_role("group", name=question)
        wanted = group.get_by_label(re.compile(rf"^\s*{re.escape(answer)}"))
        self.go_to(group.get_by_role("radio").first.locator("xpath=ancestor::fieldset[1]"))
        while not self.page.evaluate("document.activeElement.type === 'radio'"):
            self.tab()
        self.page.keyboard.press("Space")
        for _ in range(12):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"out of the reach of the arrows: {answer}")

    def select(self, label: str, option: str) -> None:
        """In a list that drops down, with the arrows."""
        label = rf"^\s*{re.escape(label)}(\s*\(facultatif\))?\s*$"
        box = self.page.get_by_label(re.compile(label))
        self.go_to(box)
        for _ in range(30):
            if box.evaluate("it => it.selectedOptions[0].label.trim()").startswith(option):
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"out of the reach of the arrows: {option}")

    def tick(self, label: str) -> None:
        self.go_to(self.page.get_by_label(label))
        self.page.keyboard.press("Space")

    def type(self, label: str, text: str) -> None:
        self.go_to(self.page.get_by_label(re.compile(rf"^\s*{re.escape(label)}")))
        self.page.keyboard.type(text)

    def press(self, role: str, name: str, *, within: str = "main") -> None:
        """A link or a button that opens a page."""
        self.go_to(self.page.locator(within).get_by_role(role, name=name, exact=True).first)
        self.page.keyboard.press("Enter")
        self.person.look()
