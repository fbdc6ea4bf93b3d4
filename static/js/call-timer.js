// <form data-call-timer>: a stopwatch that fills in when the call began and how long it lasted.
// Without this module both are typed.
const form = document.querySelector("form[data-call-timer]");
if (form) {
  const find = (name) => form.querySelector(`[data-call-${name}]`);
  const [controls, toggle, elapsed] = ["controls", "toggle", "elapsed"].map(find);
  const [started, minutes] = ["started", "minutes"].map(find);
  let since = 0;
  let ticking = 0;

  const show = () => {
    const seconds = Math.floor((Date.now() - since) / 1000);
    elapsed.textContent = `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
  };

  const start = () => {
    since = Date.now();
    const now = new Intl.DateTimeFormat("fr-FR", { timeStyle: "short", timeZone: "Europe/Paris" });
    started.value = now.format(since);
    minutes.value = "";
    ticking = setInterval(show, 1000);
    toggle.textContent = "Arrêter le chronomètre";
    show();
  };

  const stop = () => {
    clearInterval(ticking);
    ticking = 0;
    minutes.value = Math.max(1, Math.round((Date.now() - since) / 60000));
    toggle.textContent = "Démarrer le chronomètre";
  };

  controls.hidden = false;
  toggle.addEventListener("click", () => (ticking ? stop() : start()));
  form.addEventListener("submit", () => ticking && stop());
}
