// Opens exactly one EventSource for the topics it is given and passes each ring on to Python.
// It is called again at every rerun of its fragment, and cleaned up in between: a line is only
// closed when nobody has taken it up again for a moment.

const RETRY_MS = 5000;
const LINGER_MS = 2000;

const lines = (window.maroquinLines ??= new Map());

function open(line) {
  line.source = new EventSource("/live?topics=" + encodeURIComponent(line.topics));
  line.source.onmessage = () => line.ring();
  line.source.onerror = () => {
    // The browser reconnects by itself unless the server refused or went away for good.
    if (line.source.readyState === EventSource.CLOSED && lines.get(line.topics) === line) {
      line.retry = setTimeout(() => open(line), RETRY_MS);
    }
  };
}

function close(line) {
  clearTimeout(line.retry);
  line.source.close();
  lines.delete(line.topics);
}

function takeUp(topics, ring) {
  let line = lines.get(topics);
  if (!line) {
    line = { topics };
    lines.set(topics, line);
    open(line);
  }
  clearTimeout(line.leaving);
  line.ring = ring;
  return line;
}

export default function (component) {
  const { data, setTriggerValue } = component;
  document.documentElement.lang = data.lang;
  document.cookie = data.cookie + ";path=/;max-age=31536000;samesite=lax";
  if (!data.topics) return;

  const line = takeUp(data.topics, () => setTriggerValue("rang", Date.now()));
  return () => {
    line.leaving = setTimeout(() => close(line), LINGER_MS);
  };
}
