"use strict";
const fields = ["text", "outcome", "slug"].map((id) => document.getElementById(id));
const rows = Array.from(document.querySelectorAll("details"));
function filter() {
  const [text, outcome, slug] = fields.map((field) => field.value.trim());
  let shown = 0;
  for (const row of rows) {
    const fits =
      row.dataset.text.includes(text.toLowerCase()) &&
      (!outcome || row.dataset.outcome === outcome) &&
      (!slug || row.dataset.slugs.includes(` ${slug} `));
    row.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  document.getElementById("shown").textContent = `${shown} / ${rows.length}`;
}
for (const field of fields) field.addEventListener("input", filter);
document.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
filter();
