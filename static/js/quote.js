// Words selected in [data-quote-from] are copied into the [data-quote-into] field, and where they
// begin into [data-quote-start], for words that occur several times. What is typed by hand has no
// known place. Without this module the words are copied or typed, and the page asks which.
const words = document.querySelector("[data-quote-from]");
const field = document.querySelector("[data-quote-into]");
const start = document.querySelector("input[type=hidden][data-quote-start]");

// Characters, as the server counts them; the numbers of labelled passages are not part of the words.
function placeOf(chosen) {
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(chosen.startContainer, chosen.startOffset);
  const read = before.cloneContents();
  read.querySelectorAll("sup").forEach((number) => number.remove());
  const leading = chosen.toString().match(/^\s*/)[0];
  return [...(read.textContent + leading)].length;
}

if (words && field) {
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) return;
    field.value = chosen.toString();
    if (start) start.value = placeOf(chosen.getRangeAt(0));
  });
  field.addEventListener("input", () => {
    if (start) start.value = "";
  });
}
