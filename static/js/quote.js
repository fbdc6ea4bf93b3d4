// Words selected in [data-quote-from] are copied into the [data-quote-into] field, and where they
// begin into [data-quote-start], for words that occur several times. At the keyboard they are
// selected in [data-quote-keys], which holds the same words and is not sent. What is typed by hand has no known
// place. Without this module the words are copied or typed, and the page asks which.
const words = document.querySelector("[data-quote-from]");
const keyed = document.querySelector("[data-quote-keys]");
const field = document.querySelector("[data-quote-into]");
const start = document.querySelector("input[type=hidden][data-quote-start]");

// Characters, as the server counts them.
const count = (text) => [...text].length;

function quote(chosen, leading) {
  field.value = chosen;
  if (start) start.value = count(leading + chosen.match(/^\s*/)[0]);
}

// The numbers of labelled passages are not part of the words.
function wordsBefore(range) {
  const before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const read = before.cloneContents();
  read.querySelectorAll("sup").forEach((number) => number.remove());
  return read.textContent;
}

if (words && field) {
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !words.contains(chosen.anchorNode) || !words.contains(chosen.focusNode)) return;
    quote(chosen.toString(), wordsBefore(chosen.getRangeAt(0)));
  });
  field.addEventListener("input", () => {
    if (start) start.value = "";
  });
}

// A read-only text has no caret: this one keeps its own, and refuses what would change it.
if (keyed && field) {
  keyed.addEventListener("beforeinput", (typed) => typed.preventDefault());
  keyed.addEventListener("select", () => {
    const { selectionStart: from, selectionEnd: to, value } = keyed;
    if (from < to) quote(value.slice(from, to), value.slice(0, from));
  });
}
