// Escape closes the menu of the head that is open, the inner one first, and leads back to what
// opened it. What opens over the page closes by itself.

const OPEN = ".mq-menu[open], .mq-account-menu[open]";
const LAYERS = '[role="dialog"], dialog[open], [data-testid="stPopoverBody"]';

export default function () {
  const onKey = (event) => {
    if (event.key !== "Escape" || document.querySelector(LAYERS)) return;
    const menu = [...document.querySelectorAll(OPEN)].at(-1);
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  };
  document.addEventListener("keydown", onKey);
  return () => document.removeEventListener("keydown", onKey);
}
