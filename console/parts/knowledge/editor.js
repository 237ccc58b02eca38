// A text area whose lines are numbered, also where long lines wrap: a transparent copy of the text
// lies under it, one block a line, and carries the numbers and the mark of the wrong line.

const PAUSE_MS = 400;

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const area = parentElement.querySelector("textarea");
  const lines = parentElement.querySelector(".lines");

  area.setAttribute("aria-label", data.label);
  area.setAttribute("aria-invalid", data.wrong ? "true" : "false");
  if (area.dataset.sheet !== data.sheet) {
    clearTimeout(area.pause);
    area.dataset.sheet = data.sheet;
    area.value = data.text;
  }
  number(area, lines, data.wrong);

  // The pause belongs to the area: a rerun that comes during it must not swallow what was typed.
  area.say = () => {
    clearTimeout(area.pause);
    if (!area.isConnected || area.dataset.said === area.value) return;
    area.dataset.said = area.value;
    setStateValue("text", area.value);
  };
  area.oninput = () => {
    number(area, lines, 0);
    clearTimeout(area.pause);
    area.pause = setTimeout(() => area.say(), PAUSE_MS);
  };
  area.onblur = () => area.say();

  const stay = (event) => {
    if (area.isConnected && area.value !== data.saved) event.preventDefault();
  };
  window.addEventListener("beforeunload", stay);
  return () => window.removeEventListener("beforeunload", stay);
}

function number(area, lines, wrong) {
  const texts = area.value.split("\n");
  while (lines.childElementCount > texts.length) lines.lastElementChild.remove();
  while (lines.childElementCount < texts.length) lines.append(document.createElement("div"));
  texts.forEach((text, at) => {
    const line = lines.children[at];
    line.textContent = text;
    line.dataset.number = at + 1;
    line.classList.toggle("wrong", at + 1 === wrong);
  });
}
