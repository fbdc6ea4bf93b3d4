// Single keys in the list of files (templates/desk/queue/shortcut_keys.html). They act only while the
// focus is in the list, never with Ctrl, Alt or Meta, never in a box where one types. The page
// loads this module only for those who have not turned the keys off.
const list = document.querySelector("#liste");
const file = (row) => row?.querySelector("th a");

const ACTS = {
  j: (row) => file(row ? row.nextElementSibling : list.rows[0])?.focus(),
  k: (row) => file(row?.previousElementSibling)?.focus(),
  e: (row) => file(row)?.click(),
  x: (row) => row?.querySelector("input[type=checkbox]").click(),
  a: (row) => row?.querySelector("button[formaction]")?.click(),
  "?": () => document.querySelector("#aide-clavier").showModal(),
};

// A file is sorted once it is seen: on another row, the key opens that one first.
function triage(row, number) {
  if (!file(row)?.hasAttribute("aria-current")) file(row)?.click();
  else document.querySelector(`#apercu [data-triage="${number}"]`)?.click();
}

// On a French keyboard the figures of the upper row are written with Shift: the place of the key
// counts as well as what it writes.
function figure({ key, code, shiftKey }) {
  if (/^[1-4]$/.test(key)) return key;
  return shiftKey ? undefined : /^Digit([1-4])$/.exec(code)?.[1];
}

list?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.getModifierState("AltGraph")) return;
  if (event.isComposing || event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const row = event.target.closest("tr");
  const number = figure(event);
  const act = event.shiftKey && event.key !== "?" ? undefined : ACTS[event.key];
  if (number) triage(row, number);
  else if (act) act(row);
  else return;
  event.preventDefault();
});
