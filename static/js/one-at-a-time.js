// On a phone, one question of a step at a time, or those of one [data-together]: « Continuer » and « Retour » inside the step, the
// browser's own back included. Without this module, or on a wide screen, the whole form is there.
const form = document.querySelector("form[data-draft]");
const phone = matchMedia("(max-width: 640px)");
const questions = form ? [...form.querySelectorAll("[data-together], [data-reveal-when], .field")].filter(isWhole) : [];

if (phone.matches && questions.length > 1) start();

// A question that hangs on another one is its wrapper, those that go together are theirs.
function isWhole(part) {
  return !part.parentElement.closest("[data-reveal-when], .field, [data-together]");
}

function start() {
  const actions = form.querySelector(".actions");
  const turn = document.createElement("div");
  turn.className = "actions";
  const forward = button("Continuer", "button button--primary button--wide");
  const back = button("Retour", "button button--wide");
  turn.append(forward, back);
  actions.before(turn);
  const sender = actions.querySelector("button[type=submit]:not([data-leaves])");

  let now = Math.max(0, questions.findIndex((part) => part.querySelector(".field__error")));
  history.replaceState({ question: now }, "");
  show(now, { focus: false });

  forward.addEventListener("click", () => go(next(now)));
  back.addEventListener("click", () => history.back());
  addEventListener("popstate", ({ state }) => show(state?.question ?? 0));
  form.addEventListener("change", () => show(now, { focus: false }));
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName === "TEXTAREA" || next(now) === undefined) return;
    event.preventDefault();
    go(next(now));
  });
  document.querySelector("[data-error-summary]")?.addEventListener("click", ({ target }) => {
    const field = form.querySelector(target.closest("a")?.hash || null);
    const index = questions.findIndex((part) => part.contains(field));
    if (index >= 0) go(index);
  });
  phone.addEventListener("change", ({ matches }) => show(now, { focus: false, whole: !matches }));

  function go(index) {
    history.pushState({ question: index }, "");
    show(index);
  }

  function next(index) {
    const following = questions.findIndex((part, place) => place > index && !part.hidden);
    return following < 0 ? undefined : following;
  }

  function show(index, { focus = true, whole = false } = {}) {
    now = index;
    const isLast = whole || next(now) === undefined;
    questions.forEach((part, place) => part.classList.toggle("is-later", !whole && place !== now));
    turn.hidden = whole;
    forward.hidden = isLast;
    back.hidden = !questions.some((part, place) => place < now && !part.hidden);
    sender.hidden = !isLast;
    if (!focus) return;
    const heading = questions[now].querySelector("legend, label");
    heading.tabIndex = -1;
    heading.focus();
    scrollTo(0, 0);
  }
}

function button(words, className) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = words;
  return made;
}
