// The page's live line: one WebSocket, however many fragments listen. A ring reruns the fragment
// that listens to its topic, and counts as answered only when that fragment was drawn with a mark
// as new as the ring: a rerun that got lost on the way is asked for again.
// It is called again at every rerun of its fragment, and cleaned up in between: a listener only
// leaves when nobody has taken it up again for a moment.

const LINGER_MS = 2000;
const PATIENCE_MS = 1200; // for a rerun, the first time; doubled up to: a lost one is made up in 2 s
const LONGEST_MS = 30000;
const OWN_MS = 400; // after an act of hers, a ring is most likely of what she did: it is being drawn
const FIRST_RETRY_MS = 500; // doubled up to LONGEST_MS, each with some chance in it
const POLL_MS = 10000; // while there is no line
const SILENCE_MS = 50000; // the line beats every 20 s: after this it is dead
const NOT_YOURS = 4403;

const covers = (seen, wanted) => {
  const [one, other] = [seen, wanted].map((mark) => [mark.replace(/-\d+$/, ""), +mark.match(/\d+$/)]);
  return one[0] === other[0] && one[1] >= other[1];
};

let acted = 0;
for (const act of ["keydown", "click"]) {
  document.addEventListener(act, () => (acted = Date.now()), { capture: true, passive: true });
}

class Listener {
  constructor() {
    this.wanted = "";
    this.patience = PATIENCE_MS;
  }

  drawn(topics, mark, rerun) {
    this.topics = topics;
    this.mark = mark;
    this.rerun = rerun;
    clearTimeout(this.leaving);
    clearTimeout(this.asking);
    this.asking = 0;
    if (this.wanted && !covers(mark, this.wanted)) return this.ask();
    this.wanted = "";
    this.patience = PATIENCE_MS;
  }

  rang(mark) {
    if (covers(this.mark, mark)) return; // drawn already
    this.wanted = mark;
    if (this.asking) return;
    if (Date.now() - acted < OWN_MS) this.askIn(OWN_MS);
    else this.ask();
  }

  ask() {
    this.rerun();
    this.askIn(this.patience);
    this.patience = Math.min(this.patience * 2, LONGEST_MS);
  }

  // Unless it is drawn before.
  askIn(time) {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => {
      this.asking = 0;
      if (this.wanted) this.ask();
    }, time);
  }

  leave() {
    clearTimeout(this.asking);
    this.rerun = () => {};
    this.wanted = "";
  }
}

class Line {
  constructor() {
    this.listeners = new Map();
    this.retry = FIRST_RETRY_MS;
    window.addEventListener("online", () => this.open());
    document.addEventListener("visibilitychange", () => document.hidden || this.open());
  }

  open() {
    if (!this.listeners.size || (this.socket && this.socket.readyState <= WebSocket.OPEN)) return;
    clearTimeout(this.opening);
    const socket = new WebSocket(location.origin.replace(/^http/, "ws") + "/live");
    this.socket = socket;
    socket.onopen = () => {
      this.stopPolling();
      this.hear();
    };
    socket.onmessage = ({ data }) => this.take(JSON.parse(data));
    socket.onclose = ({ code }) => socket === this.socket && this.lost(code);
    this.listen();
  }

  isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  // What was drawn last is what is known: with its mark, the line tells whether more rang since.
  hear(only) {
    if (!this.isOpen()) return this.open();
    const all = [...this.listeners.values()];
    const marks = only ? [only.mark] : all.map((one) => one.mark);
    const after = marks.reduce((a, b) => (covers(a, b) ? b : covers(b, a) ? a : ""));
    this.send({ hear: [...new Set(all.flatMap((one) => one.topics))], after });
  }

  send(frame) {
    if (this.isOpen()) this.socket.send(JSON.stringify(frame));
  }

  take(frame) {
    this.retry = FIRST_RETRY_MS;
    this.listen();
    if (frame.mark) {
      const rang = frame.rang;
      this.each((one) => {
        if (!rang || one.topics.some((topic) => rang.includes(topic))) one.rang(frame.mark);
      });
    }
    if (frame.whisper) {
      document.dispatchEvent(new CustomEvent("maroquin-whisper", { detail: frame.whisper }));
    }
  }

  listen() {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.socket.close(), SILENCE_MS);
  }

  lost(code) {
    clearTimeout(this.silence);
    if (code === NOT_YOURS) {
      this.retry = LONGEST_MS;
      this.each((one) => one.rerun()); // the page itself says why
    }
    this.opening = setTimeout(() => this.open(), this.retry * (0.5 + Math.random() / 2));
    this.retry = Math.min(this.retry * 2, LONGEST_MS);
    this.poll ??= setInterval(() => this.each((one) => one.rerun()), POLL_MS);
  }

  stopPolling() {
    clearInterval(this.poll);
    this.poll = undefined;
  }

  each(act) {
    for (const one of this.listeners.values()) act(one);
  }

  forget(key) {
    this.listeners.get(key)?.leave();
    this.listeners.delete(key);
    if (this.listeners.size) return;
    this.stopPolling();
    clearTimeout(this.opening);
    clearTimeout(this.silence);
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }
}

const line = (window.maroquinLine ??= new Line());

export default function (component) {
  const { data, setTriggerValue } = component;
  document.documentElement.lang = data.lang;
  document.cookie = data.cookie + ";path=/;max-age=31536000;samesite=lax";
  if (!data.topics.length) return;

  let listener = line.listeners.get(data.key);
  const before = listener?.topics.join();
  if (!listener) line.listeners.set(data.key, (listener = new Listener()));
  listener.drawn(data.topics, data.mark, () => setTriggerValue("rang", Date.now()));
  if (before !== data.topics.join()) line.hear(listener);
  return () => {
    listener.leaving = setTimeout(() => line.forget(data.key), LINGER_MS);
  };
}
