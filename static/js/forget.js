// Signing out, sending or deleting a declaration leaves none of its words on this device.
// Without this module nothing was kept here.
document.addEventListener("submit", ({ target }) => {
  const draft = target.dataset.forgets;
  const leaves = target.querySelector(".account__leave");
  if (draft === undefined && !leaves) return;
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(draft ? `vigie:draft:${draft}:` : "vigie:draft:")) localStorage.removeItem(key);
  }
});
