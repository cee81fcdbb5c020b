"use strict";
// The keys belong to the screens once these stand, and after each return to them.
function takeKeys() {
  const field = document.querySelector(".xterm-helper-textarea");
  if (field !== null) field.focus();
}

// What the page shows: nothing yet, the screens, or that they were closed.
function follow() {
  const shown = document.body.classList;
  if (shown.contains("-closed")) document.getElementById("again").focus();
  else if (shown.contains("-first-byte")) takeKeys();
}

document.addEventListener("DOMContentLoaded", () => {
  document.getElementById("again").addEventListener("click", () => {
    window.location.reload();
  });
  window.addEventListener("focus", follow);
  new MutationObserver(follow).observe(document.body, {
    attributes: true,
    attributeFilter: ["class"],
  });
});
