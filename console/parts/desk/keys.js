// Keyboard, sound and badge of the desk. A key presses what stands on the page; no key works while
// somebody types or a dialog is open. The badge counts what she has not seen: the server says it at
// every rerun, and the live line (live.js) says when she has looked.

const SOUND = "maroquin-sound"; // kept for this browser
const SIDE = "house";
const WRITES = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="spinbutton"]';
const OPEN_LAYER = '[role="dialog"], [data-testid="stPopoverBody"], [data-baseweb="popover"]';

const inQueue = () => [...document.querySelectorAll('[class*="st-key-mq-queue-"]')];
const press = (selector) => {
  const button = document.querySelector(selector);
  if (!button || button.disabled) return false;
  button.click();
  return true;
};
const popover = (name) => () => press(`[class*="st-key-${name}-"] button`);
const step = (by) => () => {
  const rows = inQueue().filter((row) => row.querySelector("button"));
  const at = rows.findIndex((row) => row.querySelector("[data-chosen]"));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
  next?.scrollIntoView({ block: "nearest" });
  next?.querySelector("button").click();
  return Boolean(next);
};
const toReply = () => {
  for (const host of document.querySelectorAll('[class*="st-key-reply-"] *, [class*="st-key-reply-"]')) {
    const area = host.tagName === "TEXTAREA" ? host : host.shadowRoot?.querySelector("textarea");
    if (area) return area.focus(), true;
  }
  return false;
};

const KEYS = {
  j: step(1),
  k: step(-1),
  c: () => press(".st-key-mq-claim button"),
  r: toReply,
  d: popover("draft"),
  s: popover("tool-snippets"),
  p: popover("tool-pieces"),
  n: popover("tool-notes"),
  f: popover("tool-follow-up"),
  t: popover("passing"),
  b: popover("giving"),
  x: popover("closing"),
};

const desk = (window.maroquinDesk ??= { read: {}, heard: null, waiting: null, data: null });

function unseen() {
  const counts = Object.entries(desk.data?.unseen ?? {}).map(
    ([id, seqs]) => seqs.filter((seq) => seq > (desk.read[id] ?? 0)).length,
  );
  return counts.reduce((a, b) => a + b, 0);
}

function title() {
  const { product, waiting, waitingWords } = desk.data;
  const badge = unseen() ? `(${unseen()}) ${product}` : product;
  return waiting.length ? `${badge} · ${waitingWords.replace("{number}", waiting.length)}` : badge;
}

// The page sets its title at every run, from what it had read before.
function keepTitle() {
  if (desk.data && document.title !== title()) document.title = title();
}

function soundIsOn() {
  return localStorage.getItem(SOUND) === "on";
}

let audio;
function chime() {
  audio ??= new AudioContext();
  audio.resume();
  for (const [after, pitch] of [[0, 660], [0.16, 880]]) {
    const [tone, gain] = [audio.createOscillator(), audio.createGain()];
    const at = audio.currentTime + after;
    tone.frequency.value = pitch;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(0.08, at + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.5);
    tone.connect(gain).connect(audio.destination);
    tone.start(at);
    tone.stop(at + 0.55);
  }
  document.dispatchEvent(new CustomEvent("maroquin-chimed"));
}

// What is new since the last look here: a message, or a client who waits. The first look is silent.
function ringIfNew() {
  const heard = Object.entries(desk.data.unseen).flatMap(([id, seqs]) => seqs.map((seq) => `${id}-${seq}`));
  const known = new Set(desk.heard ?? heard);
  const waited = new Set(desk.waiting ?? desk.data.waiting);
  const news = heard.some((each) => !known.has(each)) || desk.data.waiting.some((each) => !waited.has(each));
  desk.heard = [...known, ...heard];
  desk.waiting = [...waited, ...desk.data.waiting];
  if (news && soundIsOn()) chime();
}

// Which row, heading or rest a child of the queue is; the page uses one node for another's row.
const isWhat = (child) =>
  child.innerHTML.match(/st-key-mq-queue-[\w-]+/)?.[0] ?? child.querySelector("h2")?.firstChild.textContent ?? "";

// Rows keep their places under a pointer: what comes goes to the end until it has left.
function holdStill(queue) {
  if (!queue || queue.maroquinStill) return;
  queue.maroquinStill = true;
  let places = null;
  const arrange = () => {
    if (!places) return;
    for (const child of queue.children) {
      const what = isWhat(child);
      if (!places.has(what)) places.set(what, places.size);
      child.style.order = places.get(what);
    }
  };
  queue.addEventListener("pointerenter", () => {
    places = new Map();
    arrange();
  });
  queue.addEventListener("pointerleave", () => {
    places = null;
    for (const child of queue.children) child.style.order = "";
  });
  const drawn = { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] };
  new MutationObserver(arrange).observe(queue, drawn);
}

export default function (component) {
  const { data, parentElement } = component;
  const [sound, help] = parentElement.querySelectorAll(".row button");
  const dialog = parentElement.querySelector("dialog");
  desk.data = data;

  const drawSound = () => {
    sound.textContent = soundIsOn() ? data.soundOn : data.soundOff;
    sound.setAttribute("aria-checked", soundIsOn());
  };
  const turnSound = () => {
    localStorage.setItem(SOUND, soundIsOn() ? "off" : "on");
    drawSound();
    if (soundIsOn()) chime();
    return true;
  };
  const showHelp = () => {
    dialog.open ? dialog.close() : dialog.showModal();
    return true;
  };
  const drawHelp = () => {
    help.textContent = data.help;
    dialog.setAttribute("aria-label", data.title);
    dialog.querySelector("h2").textContent = data.title;
    dialog.querySelector("form > button").textContent = data.close;
    dialog.querySelector("dl").replaceChildren(
      ...data.keys.map(([key, words]) => {
        const [row, dt, kbd, dd] = ["div", "dt", "kbd", "dd"].map((tag) => document.createElement(tag));
        kbd.textContent = /Mac|iPhone|iPad/.test(navigator.platform) ? key.replace("Ctrl", "⌘") : key;
        dd.textContent = words;
        dt.append(kbd);
        row.append(dt, dd);
        return row;
      }),
    );
  };

  const onKey = (event) => {
    const first = event.composedPath()[0];
    const typing = first instanceof Element && first.matches(WRITES);
    if (event.key === "Escape" && typing && first.closest("textarea")) return first.blur();
    if (typing || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (dialog.open || document.querySelector(OPEN_LAYER)) return;
    const act = { ...KEYS, "?": showHelp, m: turnSound }[event.key];
    if (act?.()) event.preventDefault();
  };
  const onWhisper = ({ detail }) => {
    if (detail.kind !== "read" || detail.side !== SIDE) return;
    desk.read[detail.topic.replace("conversation:", "")] = Number(detail.seq);
    keepTitle();
  };

  drawSound();
  drawHelp();
  ringIfNew();
  keepTitle();
  holdStill(document.querySelector(".st-key-mq-desk-queue"));
  sound.onclick = turnSound;
  help.onclick = showHelp;
  const titles = new MutationObserver(keepTitle);
  titles.observe(document.querySelector("title"), { childList: true });
  document.addEventListener("keydown", onKey);
  document.addEventListener("maroquin-whisper", onWhisper);
  return () => {
    titles.disconnect();
    document.removeEventListener("keydown", onKey);
    document.removeEventListener("maroquin-whisper", onWhisper);
  };
}
