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
  const onScroll = () => {
    atEnd = main.scrollHeight - main.scrollTop - main.clientHeight < NEAR_PX;
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
