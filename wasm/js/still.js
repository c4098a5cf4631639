/**
 * Boards that are drawn already: what `renderHtml` wrote into the page.
 */

/** The static board inside an element, or null. @param {Element} element */
export const stillOf = (element) => element.querySelector(':scope > .pledge-still[data-digest]');

/**
 * Whether a static board shows what the element would draw: the same text, view, language and day. It is light, and nothing in
 * it is a control; where the element must be dark or selectable it does not fit.
 */
export const fits = (still, text, element) =>
  still.dataset.digest === digest(text) &&
  still.dataset.view === element.view &&
  still.lang === element.locale &&
  (still.dataset.asOf ?? null) === element.asOf &&
  element.theme !== 'dark' &&
  !element.selectable;

/** Names a text as `page::digest` in Rust does: FNV-1a, 64 bits, here in two halves. @param {string} text */
export function digest(text) {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    // Times 2^40 + 0x1b3.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + (low << 8) + Math.floor(product / 2 ** 32)) | 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
