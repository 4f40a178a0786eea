// What was chosen goes back to the platform by itself; without scripts, by a button.
document.getElementById("lti-linked").submit();
