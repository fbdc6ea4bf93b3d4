// Words selected in [data-quote-from] are copied into the [data-quote-into] field.
// Without this module the words are copied or typed by hand.
const words = document.querySelector("[data-quote-from]");
const field = document.querySelector("[data-quote-into]");

if (words && field) {
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) return;
    field.value = chosen.toString();
  });
}
