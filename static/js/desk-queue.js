// A file of the list that a colleague has just taken greys, and the focus goes to the next one.
// Without this module the page of the file says who has it.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  const row = target.querySelector?.(".late-take")?.closest("tr");
  if (!row) return;
  row.classList.add("is-taken");
  const next = row.nextElementSibling ?? row.previousElementSibling;
  (next ?? row).querySelector("th a")?.focus();
});
