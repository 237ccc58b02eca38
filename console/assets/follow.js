// Keeps a reader at the newest words while she is at the end, and leaves her alone when she has
// scrolled up. What she says herself always brings her back to the end.

const NEAR_PX = 120;

function scroller() {
  return document.querySelector('[data-testid="stMain"]');
}

function said() {
  return document.querySelectorAll(".mq-shopper").length;
}

export default function () {
  const main = scroller();
  const column = document.querySelector(".st-key-chat");
  if (!main || !column || column.maroquinFollowed) return;
  column.maroquinFollowed = true;

  let words = said();
  let atEnd = words > 0; // a first visit begins at the top
  const toEnd = () => main.scrollTo({ top: main.scrollHeight });
  let top = main.scrollTop;
  let height = main.scrollHeight;
  const onScroll = () => {
    const near = main.scrollHeight - main.scrollTop - main.clientHeight < NEAR_PX;
    // Only she scrolls up in a page that has not shrunk; growth alone leaves nobody behind.
    const wentUp = main.scrollTop < top - 1 && main.scrollHeight >= height;
    atEnd = near || (atEnd && !wentUp);
    top = main.scrollTop;
    height = main.scrollHeight;
  };
  const onGrowth = () => {
    if (said() > words) atEnd = true;
    words = said();
    if (atEnd) toEnd();
  };
  main.addEventListener("scroll", onScroll, { passive: true });
  const growth = new ResizeObserver(onGrowth);
  growth.observe(column);
  return () => {
    column.maroquinFollowed = false;
    growth.disconnect();
    main.removeEventListener("scroll", onScroll);
  };
}
