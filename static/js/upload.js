// <form data-upload-to="…">: the chosen files leave at once, one request a chunk (tus 1.0), and take
// up by themselves where the network stopped. Without this module the form sends them as usual.
const CHUNK = 512 * 1024;
const AT_ONCE = 2;
const LONG_SIDE = 4096;
const REDUCED = "nous allons la réduire pour l’envoi, l’original reste sur votre téléphone.";
const LOST = "Connexion perdue. L’envoi reprendra seul.";

class Refused extends Error {}
class SignedOut extends Error {}
class Trouble extends Error {}

const form = document.querySelector("[data-upload-to]");
if (form) receiveFiles();

function receiveFiles() {
  const list = document.querySelector("[data-upload-list]");
  const words = document.querySelector("[data-upload-words]");
  const sendings = [];
  let [looking, stale] = [false, false];
  let token = form.querySelector("[name=csrfmiddlewaretoken]").value;

  form.querySelector("[data-upload-plain]").hidden = true;
  form.addEventListener("change", ({ target }) => {
    if (target.type !== "file") return;
    const kind = new FormData(form).get("kind") ?? "";
    for (const file of target.files) sendings.push(new Sending(file, kind));
    target.value = "";
    next();
  });
  addEventListener("beforeunload", (event) => sendings.some(isRunning) && event.preventDefault());
  document.addEventListener("htmx:beforeSwap", stayOnThisPage);

  function next() {
    const free = AT_ONCE - sendings.filter(({ state }) => state === "sending").length;
    sendings.filter(({ state }) => state === "waiting").slice(0, free).forEach((one) => one.run());
    tell();
  }

  function tell() {
    const kept = sendings.filter(({ state }) => state !== "cancelled");
    const done = kept.filter(({ state }) => state === "done").length;
    if (kept.some(isRunning)) words.textContent = `Envoi de ${done + 1} fichier${done ? "s" : ""} sur ${kept.length}…`;
    else if (kept.length) words.textContent = done === kept.length ? `${done} fichier${done > 1 ? "s reçus" : " reçu"}.` : "";
  }

  // One look at a time: what arrives during a look calls for another one after it.
  async function refresh() {
    stale = true;
    if (looking) return;
    looking = true;
    while (stale) {
      stale = false;
      await htmx.ajax("GET", location.pathname, { target: "#received", select: "#received", swap: "outerHTML" }).catch(() => {});
    }
    looking = false;
  }

  function isRunning({ state }) {
    return state === "waiting" || state === "sending";
  }

  class Sending {
    constructor(file, kind) {
      Object.assign(this, { file, kind, name: file.name, state: "waiting" });
      this.print = ["upload", form.dataset.uploadTo, file.name, file.size, file.lastModified].join("|");
      this.row = document.querySelector("[data-upload-row]").content.firstElementChild.cloneNode(true);
      this.part = (name) => this.row.querySelector(`[data-part=${name}]`);
      this.part("name").textContent = file.name;
      for (const name of this.row.querySelectorAll("[data-file-name]")) name.textContent = file.name;
      this.part("cancel").addEventListener("click", () => this.cancel());
      this.part("retry").addEventListener("click", () => this.again());
      list.append(this.row);
    }

    async run() {
      this.state = "sending";
      this.show("Envoi…");
      try {
        await this.prepare();
        await this.send();
        this.leave("done");
        refresh();
      } catch (problem) {
        if (this.state !== "cancelled") this.fail(problem);
      }
      next();
    }

    // Only what is above the limit is redrawn, upright; any other file leaves byte for byte.
    async prepare() {
      const limit = Number(form.dataset.uploadMax);
      this.bytes ??= this.file;
      if (this.bytes.size <= limit || !/^image\/(jpeg|png|webp)$/.test(this.file.type)) return;
      this.show(`Photo de ${Math.round(this.file.size / 1024 ** 2)} Mo : ${REDUCED}`);
      this.bytes = await smaller(this.file, limit);
      this.name = this.name.replace(/\.\w+$/, "") + ".jpg";
    }

    async send() {
      for (let failures = 0; ; ) {
        try {
          this.offset ??= await this.resumeOrStart();
          await this.chunk();
          failures = 0;
          if (this.offset === this.bytes.size) return;
        } catch (problem) {
          if (!(problem instanceof Trouble)) throw problem;
          this.offset = undefined;
          this.show(problem.message || LOST);
          await pause(Math.min(1000 * 2 ** failures++, 30_000));
        }
        if (this.state === "cancelled") throw new Refused("");
      }
    }

    async resumeOrStart() {
      this.url = remembered(this.print);
      if (this.url) {
        const found = await ask("HEAD", this.url);
        const announced = Number(found.headers.get("Upload-Length"));
        if (found.ok && announced === this.bytes.size) return Number(found.headers.get("Upload-Offset"));
      }
      const said = `filename ${base64(this.name)},kind ${base64(this.kind)}`;
      const started = await ask("POST", form.dataset.uploadTo, { "Upload-Length": this.bytes.size, "Upload-Metadata": said });
      this.url = started.headers.get("Location");
      remember(this.print, this.url);
      return 0;
    }

    async chunk() {
      this.progress();
      const headers = { "Upload-Offset": this.offset, "Content-Type": "application/offset+octet-stream" };
      const body = this.bytes.slice(this.offset, this.offset + CHUNK);
      const kept = await ask("PATCH", this.url, headers, body);
      if (kept.status === 404) remember(this.print, null);
      if (!kept.ok) throw new Trouble();
      this.offset = Number(kept.headers.get("Upload-Offset"));
      this.progress();
    }

    progress() {
      const share = Math.floor((100 * this.offset) / this.bytes.size);
      this.part("bar").value = share;
      this.show(share === 100 ? "Vérification…" : `Envoi… ${share} %`);
    }

    show(sentence, { failed = false } = {}) {
      this.part("words").textContent = sentence;
      this.part("error").textContent = "";
      this.part("retry").hidden = !failed;
      this.part("sign-in").hidden = true;
      this.part("bar").hidden = failed;
    }

    fail(problem) {
      this.state = "failed";
      this.show("", { failed: true });
      const signedOut = problem instanceof SignedOut;
      const sentence = signedOut
        ? "Votre session a expiré. Reconnectez-vous, puis revenez ici : l’envoi reprendra."
        : problem instanceof Refused ? problem.message : "Ce fichier n’a pas pu être lu. Choisissez-le à nouveau.";
      this.part("error").textContent = sentence;
      this.part("sign-in").hidden = !signedOut;
      if (problem instanceof Refused) remember(this.print, null);
      if (signedOut) addEventListener("focus", () => this.state === "failed" && this.again(), { once: true });
    }

    again() {
      this.state = "waiting";
      this.offset = undefined;
      next();
    }

    cancel() {
      if (this.url) ask("DELETE", this.url).catch(() => {});
      this.leave("cancelled");
      next();
    }

    leave(state) {
      this.state = state;
      remember(this.print, null);
      this.row.remove();
      if (state === "cancelled") form.querySelector("input[type=file]").focus();
    }
  }

  // A refusal carries its sentence, and so does a trouble of the site's own (the proxy's is a page);
  // a token that a new session has changed is asked for again.
  async function ask(method, url, headers = {}, body = undefined, { fresh = false } = {}) {
    const options = { method, body, redirect: "manual", headers: { ...headers, "Tus-Resumable": "1.0.0", "X-CSRFToken": token } };
    const answer = await reach(url, options);
    if (answer.type === "opaqueredirect") throw new SignedOut();
    if (answer.status === 422) throw new Refused(await answer.text());
    if (answer.status === 403 && !fresh) {
      await renewToken();
      return ask(method, url, headers, body, { fresh: true });
    }
    if (answer.ok || answer.status === 404 && method !== "POST") return answer;
    throw new Trouble(answer.headers.has("Tus-Resumable") ? await answer.text() : "");
  }

  async function renewToken() {
    const page = await reach(location.pathname, { redirect: "manual" });
    if (page.type === "opaqueredirect") throw new SignedOut();
    const seen = new DOMParser().parseFromString(await page.text(), "text/html");
    token = seen.querySelector("[name=csrfmiddlewaretoken]").value;
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
  }
}

async function reach(url, options) {
  try {
    return await fetch(url, options);
  } catch {
    throw new Trouble();
  }
}

// A network that comes back ends the wait; so does the delay, for networks that lie.
function pause(delay) {
  return new Promise((go) => {
    const wait = setTimeout(go, delay);
    addEventListener("online", () => { clearTimeout(wait); go(); }, { once: true });
  });
}

async function smaller(file, limit) {
  const image = await createImageBitmap(file, { imageOrientation: "from-image" });
  const canvas = document.createElement("canvas");
  let side = Math.min(LONG_SIDE, Math.max(image.width, image.height));
  for (let reduced; ; side *= 0.8) {
    const ratio = side / Math.max(image.width, image.height);
    canvas.width = Math.round(image.width * ratio);
    canvas.height = Math.round(image.height * ratio);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    reduced = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
    if (reduced.size <= limit || side < 1000) return reduced;
  }
}

// What is remembered is an address that only this person may use: no name leaves this phone.
function remembered(print) {
  try { return localStorage.getItem(print); } catch { return null; }
}

function remember(print, url) {
  try {
    if (url) localStorage.setItem(print, url);
    else localStorage.removeItem(print);
  } catch { /* a private window: the upload only forgets itself when the page is closed */ }
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

// The list of a page that one is no longer signed in to see is not a list.
function stayOnThisPage({ detail }) {
  if (new URL(detail.xhr.responseURL).pathname !== location.pathname) detail.shouldSwap = false;
}
