// A save that meets a lost session opens the sign-in page here, over what is being typed; once
// signed in, the forms of the page get their new CSRF token and the save is done again.
// Without this module the server keeps what was sent, and gives it back after the sign-in.
const SIGN_IN = "/compte/connexion/";
const dialog = document.createElement("dialog");
dialog.className = "card";
dialog.setAttribute("aria-labelledby", "sign-in-again");

document.addEventListener("vigie:session-lost", async () => {
  if (dialog.open) return;
  const answer = await fetch(SIGN_IN);
  if (!isSignIn(answer)) return goOn(); // signed in meanwhile, in another window
  show(await read(answer));
  document.body.append(dialog);
  dialog.showModal();
});

async function read(response) {
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function show(page) {
  const form = page.querySelector("main form");
  const heading = document.createElement("h2");
  heading.id = "sign-in-again";
  heading.textContent = "Votre session est terminée";
  const words = document.createElement("p");
  words.textContent = "Vos réponses sont gardées. Connectez-vous pour continuer.";
  dialog.replaceChildren(heading, words, ...page.querySelectorAll("[data-error-summary]"), form);
  form.addEventListener("submit", signIn);
  (dialog.querySelector("[data-error-summary]") ?? form.querySelector("input:not([type=hidden])")).focus();
}

async function signIn(event) {
  event.preventDefault();
  const answer = await fetch(SIGN_IN, { method: "POST", body: new FormData(event.target) });
  if (isSignIn(answer)) show(await read(answer));
  else await goOn();
}

function isSignIn(answer) {
  return new URL(answer.url).pathname === SIGN_IN;
}

async function goOn() {
  const here = await fetch(location.href);
  if (!here.ok) {
    dialog.replaceChildren("Cette déclaration est à un autre compte. Ses réponses ne sont pas envoyées.");
    return;
  }
  renew((await read(here)).querySelector("[name=csrfmiddlewaretoken]").value);
  dialog.close();
  document.dispatchEvent(new Event("vigie:signed-in-again"));
}

function renew(token) {
  for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = token;
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
}
