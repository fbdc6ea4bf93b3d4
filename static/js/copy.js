// <button data-copy="…" hidden>: shown only where copying works; answers in its own words.
if (navigator.clipboard) {
  const show = () => {
    for (const button of document.querySelectorAll("[data-copy]")) button.hidden = false;
  };
  show();
  document.addEventListener("htmx:afterSettle", show);
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    const words = button.querySelector("[aria-live]");
    words.dataset.before ??= words.textContent;
    words.textContent = "Copié";
    setTimeout(() => (words.textContent = words.dataset.before), 2000);
  });
}
