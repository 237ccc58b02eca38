// Shows that the other side is typing, or has read the last message, and tells the other side the
// same of us. Nothing here runs a script of the page: signs go along the live line (live.js).

const TELL_MS = 3000; // while somebody types
const TYPING_MS = 6000; // after the last sign of it
const TYPES = "TEXTAREA";

const line = () => window.maroquinLine;

export default function (component) {
  const { data, parentElement } = component;
  const typing = parentElement.querySelector(".typing");
  const read = parentElement.querySelector(".read");
  let told = 0;
  let hiding = 0;

  const showRead = (seq) => {
    read.textContent = data.own && seq >= data.own && data.own === data.last ? data.readWords : "";
  };
  const showTyping = (name) => {
    typing.textContent = data.typingWords.replace("{name}", name ?? "");
    clearTimeout(hiding);
    hiding = setTimeout(() => (typing.textContent = ""), TYPING_MS);
  };
  const tellRead = () => {
    if (document.hidden || !document.hasFocus() || data.last <= data.readByUs) return;
    data.readByUs = data.last;
    line()?.send({ read: data.conversation, seq: data.last, side: data.side });
  };

  const onWhisper = ({ detail }) => {
    if (detail.side === data.side || detail.topic !== data.topic) return;
    if (detail.kind === "typing") showTyping(detail.name);
    if (detail.kind === "read") showRead(Number(detail.seq));
  };
  const onInput = (event) => {
    const path = event.composedPath();
    const ours = path[0].tagName === TYPES && path.some((one) => one.classList?.contains(data.box));
    if (!ours || !path[0].value || Date.now() - told < TELL_MS) return;
    told = Date.now();
    line()?.send({ typing: data.conversation, side: data.side });
  };

  typing.textContent = ""; // drawn anew: what was being typed is here, or she gave up
  showRead(data.readByOther);
  tellRead();
  document.addEventListener("maroquin-whisper", onWhisper);
  document.addEventListener("input", onInput, true);
  document.addEventListener("visibilitychange", tellRead);
  window.addEventListener("focus", tellRead);
  return () => {
    clearTimeout(hiding);
    document.removeEventListener("maroquin-whisper", onWhisper);
    document.removeEventListener("input", onInput, true);
    document.removeEventListener("visibilitychange", tellRead);
    window.removeEventListener("focus", tellRead);
  };
}
