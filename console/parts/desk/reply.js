// The reply box. A draft lives in the tab, one for each conversation: no rerun, failure or reload
// takes it away. It is emptied when the server says that the message is kept, never before; the
// same press twice, or again after a lost line, is one message by its request id.

const PATIENCE_MS = 8000;
const PUT = "maroquin-put"; // the last words that a press put into the field

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const area = parentElement.querySelector("textarea");
  const button = parentElement.querySelector("button");
  const draft = "maroquin-reply-" + data.conversation;

  const translate = parentElement.querySelector("button.translate");
  translate.hidden = !data.translate;
  translate.textContent = data.translate;

  area.placeholder = data.label;
  area.setAttribute("aria-label", data.label);
  button.querySelector("span").textContent = data.send;
  button.querySelector("kbd").textContent = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ ↵" : "Ctrl ↵";

  if (area.dataset.conversation !== data.conversation) {
    area.dataset.conversation = data.conversation;
    area.value = sessionStorage.getItem(draft) ?? "";
    delete area.dataset.request;
    settle();
  }
  if (data.answered && data.answered === area.dataset.request) {
    if (data.kept) {
      area.value = "";
      sessionStorage.removeItem(draft);
      delete area.dataset.request;
    }
    settle();
    if (document.activeElement === document.body) area.focus();
  }
  const pieces = data.pieces.join();
  if (pieces !== (area.dataset.pieces ?? "") && !area.readOnly) {
    area.dataset.pieces = pieces;
    delete area.dataset.request; // with other pieces it is another message
    settle();
  }

  if (data.put && !area.readOnly && sessionStorage.getItem(PUT) !== data.put.id) {
    sessionStorage.setItem(PUT, data.put.id); // once, however often the page is drawn
    const untouched = area.value === data.put.own; // what was typed meanwhile is never lost
    const before = untouched ? "" : area.value.trimEnd();
    area.value = before ? before + "\n" + data.put.text : data.put.text;
    area.focus();
    changed();
  }

  function changed() {
    delete area.dataset.request; // other words are another message: no answer to these empties them
    sessionStorage.setItem(draft, area.value);
    settle();
  }

  function nothing() {
    return !area.value.trim() && !data.pieces.length;
  }

  function settle() {
    clearTimeout(area.waiting);
    area.readOnly = false;
    button.disabled = nothing();
    translate.disabled = !area.value.trim();
  }

  function send() {
    if (area.readOnly || nothing()) return;
    area.readOnly = button.disabled = true;
    area.dataset.request ??= Date.now().toString(36) + Math.random().toString(36).slice(2);
    area.waiting = setTimeout(settle, PATIENCE_MS);
    setTriggerValue("reply", { id: area.dataset.request, text: area.value });
  }

  area.oninput = changed;
  area.onkeydown = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
  };
  button.onclick = send;
  translate.onclick = () => setTriggerValue("translate", { text: area.value });
}
