// A file of the list that one has just taken, or a colleague has: its row says so, greyed if it is
// theirs, and the focus goes to the next one. Without this module its page says who has it.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  const row = target.querySelector?.(".taken, .late-take")?.closest("tr");
  if (!row) return;
  row.classList.toggle("is-taken", Boolean(row.querySelector(".late-take")));
  const next = row.nextElementSibling ?? row.previousElementSibling;
  (next ?? row).querySelector("th a")?.focus();
});

// A file opened beside the list: its row is marked and the focus stays there, so that one goes on
// from it. On a phone the file takes the place of the list, and the focus goes with it.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id !== "apercu") return;
  const title = target.querySelector("h2");
  const reference = target.querySelector(".preview")?.dataset.reference;
  for (const link of document.querySelectorAll("#liste th a")) {
    if (link.textContent === reference) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  if (!document.querySelector("#liste").checkVisibility()) title?.focus();
  else if (title) document.querySelector("#annonce").textContent = `Ouvert : ${title.textContent}`;
});
