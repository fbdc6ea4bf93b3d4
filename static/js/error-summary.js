// A page sent back with errors starts at its summary, for the eye and for the screen reader.
document.querySelector("[data-error-summary]")?.focus();
