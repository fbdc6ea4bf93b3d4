// <form data-draft="key">: what is typed is kept by the server after a pause ([data-autosave],
// through htmx), and on this device until the server has it. Said in words each time.
// Without this module the form keeps what it is sent, when it is sent.
//
// Privacy: what waits in localStorage leaves it as soon as the server has it, when one signs out,
// and when the declaration is received or deleted (forget.js). It never holds a file.
const form = document.querySelector("form[data-draft]");
const saver = form?.querySelector("[data-autosave]");
const ABOUT = ["csrfmiddlewaretoken", "page", "place", "mark", "turn"];
const SENT = "vigie:sent";

if (saver) start();
else if (document.querySelector("main [data-whole], main .steps")) forgetSent();

function start() {
  const slot = `vigie:draft:${form.dataset.draft}:${form.elements.place.value}`;
  const kept = form.querySelector("#kept");
  const alert = form.querySelector("[data-not-kept]");
  const offer = form.querySelector("[data-kept-here]");
  const waits = { pause: 2000, timer: 0 };
  let sending = "";

  const shown = typed();
  if (sessionStorage.getItem(SENT) !== slot) forgetSent();
  sessionStorage.removeItem(SENT);
  offerBack();

  form.addEventListener("input", () => localStorage.setItem(slot, typed()));
  form.addEventListener("change", () => localStorage.setItem(slot, typed()));

  form.addEventListener("submit", (event) => {
    nextTurn();
    if (typed() !== shown) localStorage.setItem(slot, typed());
    sessionStorage.setItem(SENT, slot);
    if (navigator.onLine) return;
    event.preventDefault();
    failed("Hors connexion, gardé sur ce téléphone");
  });

  saver.addEventListener("htmx:configRequest", ({ detail }) => {
    sending = typed();
    detail.parameters.turn = nextTurn();
  });
  kept.addEventListener("htmx:beforeSwap", ({ detail }) => {
    detail.shouldSwap = [200, 409].includes(detail.xhr.status);
  });
  saver.addEventListener("htmx:afterRequest", ({ detail }) => {
    const { status } = detail.xhr;
    if (status === 200) saved();
    else if (status === 401 || status === 403) lost();
    else if (status === 404) failed("Cette déclaration n’est plus ouverte sur ce compte.", false);
    else if (status === 409) alert.textContent = "";
    else failed("Hors connexion, gardé sur ce téléphone");
  });
  addEventListener("online", again);
  document.addEventListener("vigie:signed-in-again", again);

  function typed() {
    const said = [...new FormData(form)].filter(([name, value]) => !ABOUT.includes(name) && !(value instanceof File));
    return JSON.stringify(said);
  }

  function nextTurn() {
    form.elements.turn.value = Number(form.elements.turn.value) + 1;
    return form.elements.turn.value;
  }

  function saved() {
    waits.pause = 2000;
    clearTimeout(waits.timer);
    alert.textContent = "";
    if (localStorage.getItem(slot) === sending) localStorage.removeItem(slot);
  }

  function lost() {
    localStorage.setItem(slot, typed());
    failed("Votre session est terminée. Vos réponses sont gardées sur ce téléphone.", false);
    document.dispatchEvent(new Event("vigie:session-lost"));
  }

  function failed(words, mayRetry = true) {
    kept.textContent = "";
    alert.textContent = words;
    clearTimeout(waits.timer);
    if (!mayRetry) return;
    waits.timer = setTimeout(again, waits.pause);
    waits.pause = Math.min(waits.pause * 2, 60_000);
  }

  function again() {
    clearTimeout(waits.timer);
    if (localStorage.getItem(slot) && offer.hidden) htmx.trigger(saver, "again");
  }

  function offerBack() {
    const waiting = localStorage.getItem(slot);
    if (!waiting) return;
    if (waiting === shown) {
      localStorage.removeItem(slot);
      return;
    }
    offer.hidden = false;
    form.prepend(offer);
    offer.querySelector("[data-take-back]").addEventListener("click", () => {
      fill(JSON.parse(waiting));
      offer.hidden = true;
      again();
    });
    offer.querySelector("[data-forget]").addEventListener("click", () => {
      localStorage.removeItem(slot);
      offer.hidden = true;
    });
  }

  function fill(said) {
    for (const field of form.elements) {
      if (!field.name || ABOUT.includes(field.name) || ["file", "submit", "button"].includes(field.type)) continue;
      const answers = said.filter(([name]) => name === field.name).map(([, value]) => value);
      if (["radio", "checkbox"].includes(field.type)) field.checked = answers.includes(field.value);
      else field.value = answers[0] ?? "";
    }
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

// The page that was sent has led to another one of the declaration: the server has its answers.
function forgetSent() {
  const sent = sessionStorage.getItem(SENT);
  if (sent) localStorage.removeItem(sent);
  sessionStorage.removeItem(SENT);
}
