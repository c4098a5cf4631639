/**
 * The page inside a frame: one board, as the address says (`?src=…&view=…&locale=…&theme=…&as-of=…`), as wide as the frame.
 * It tells the page around it how tall the board is: `{ pledgeboard: pixels }`.
 */
const asked = new URLSearchParams(location.search);
const board = document.createElement('pledge-board');
document.documentElement.lang = asked.get('locale') ?? navigator.language;
for (const name of ['view', 'locale', 'theme', 'as-of']) {
  if (asked.has(name)) board.setAttribute(name, asked.get(name));
}

const src = asked.get('src');
if (src && isWeb(src)) {
  board.setAttribute('src', src);
  const early = document.createElement('link');
  Object.assign(early, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: src });
  document.head.append(early);
}
document.body.append(board);

// No secret: whoever frames this page may know.
const tell = () => parent.postMessage({ pledgeboard: Math.ceil(board.getBoundingClientRect().height) }, '*');
if (parent !== window) new ResizeObserver(tell).observe(board);

/** Documents come from the web or from beside this page, never from an address that holds them itself. */
function isWeb(src) {
  try {
    return ['http:', 'https:', location.protocol].includes(new URL(src, location).protocol);
  } catch {
    return false;
  }
}
