/**
 * "Get the data" for a document that has no address of its own: it was written into the page.
 */
import { words } from './words.js';

/**
 * Offers the text as a file. Where the page is a sandbox without an origin, browsers refuse downloads without a word,
 * so there the text itself is shown to be copied.
 * @param {HTMLElement} container the board, for the text shown in place
 * @param {string} text
 * @param {"zh-CN" | "en"} locale
 */
export function saveText(container, text, locale) {
  const document = container.ownerDocument;
  if (document.defaultView.origin === 'null') {
    showText(container, text, locale);
    return;
  }
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'pledgeboard.json';
  link.click();
  // The browser reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function showText(container, text, locale) {
  let area = container.querySelector('textarea');
  if (!area) {
    area = container.ownerDocument.createElement('textarea');
    area.readOnly = true;
    area.rows = 12;
    area.setAttribute('aria-label', words(locale).copy);
    container.append(area);
  }
  area.value = text;
  area.focus();
  area.select();
}
