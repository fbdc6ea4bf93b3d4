// <div data-reveal-when="kind=exact">: shown while the control named `kind` says `exact`.
// Without this module every question stays in sight, and the server asks the right ones.
const parts = document.querySelectorAll("[data-reveal-when]");

function update(part) {
  const [name, ...values] = part.dataset.revealWhen.split(/[=|]/);
  const given = new FormData(part.closest("form")).getAll(name);
  part.hidden = !values.some((value) => given.includes(value));
}

for (const part of parts) {
  update(part);
  part.closest("form").addEventListener("change", () => update(part));
}
