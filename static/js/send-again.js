// What was sent without a session is sent again as soon as one has signed in.
// Without this module one presses the button.
document.querySelector("[data-send-again]")?.requestSubmit();
