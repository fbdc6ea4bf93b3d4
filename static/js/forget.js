// Signing out or deleting a declaration leaves none of its words on this device; sending it neither,
// once the page that confirms it has come. Without this module nothing was kept here.
const confirmed = document.querySelector("section[data-forgets]");
if (confirmed) forget(`vigie:draft:${confirmed.dataset.forgets}:`);

document.addEventListener("submit", ({ target }) => {
  if (target.dataset.forgets) forget(`vigie:draft:${target.dataset.forgets}:`);
  else if (target.querySelector(".account__leave")) forget("vigie:draft:");
});

function forget(beginning) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(beginning)) localStorage.removeItem(key);
  }
}
