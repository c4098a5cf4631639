/**
 * Where an element's document comes from: the address in `src`, or a `<script type="application/json">` inside it.
 * Nothing is understood here; that is Rust's. Only what is no document at all is told apart, because nobody is helped
 * by "line 1, column 1: unexpected `<`".
 */
import { Trouble } from './words.js';

/** The reader's limit; beyond it the text is not handed over at all. */
const LARGEST = 10_000_000;

/**
 * Fetches a document.
 * @param {string} src absolute address
 * @param {AbortSignal} signal
 * @returns {Promise<string>}
 */
export async function fetchText(src, signal) {
  let response;
  let text;
  try {
    // The defaults of `fetch` are those of `<link rel="preload" as="fetch" crossorigin>`, which a page may have used.
    response = await fetch(src, { signal });
    if (response.ok) {
      const announced = Number(response.headers.get('content-length'));
      if (announced > LARGEST) throw new Trouble('large', { size: megabytes(announced) });
      text = await response.text();
    }
  } catch (error) {
    if (error instanceof Trouble || signal.aborted) throw error;
    throw new Trouble(src.startsWith('file:') ? 'local' : 'network', { src }, { cause: error });
  }
  if (!response.ok) throw new Trouble('status', { src, status: response.status });
  if (text.trim() === '') throw new Trouble('blank', { src });
  if (text.trimStart().startsWith('<')) throw new Trouble('html', { src });
  return notTooLarge(text);
}

/**
 * The document inside an element, or null.
 * @param {Element} element
 * @returns {string | null}
 */
export function inlineText(element) {
  const script = inlineScript(element);
  return script ? notTooLarge(script.textContent) : null;
}

/** Whether the document inside an element is still that text. @param {Element} element @param {string} text */
export const isInline = (element, text) => inlineScript(element)?.textContent === text;

const inlineScript = (element) =>
  [...element.children].find(({ localName, type }) => localName === 'script' && type === 'application/json');

function notTooLarge(text) {
  // In UTF-16 units, which are never more than bytes: Rust draws the exact line.
  if (text.length > LARGEST) throw new Trouble('large', { size: megabytes(text.length) });
  return text;
}

const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
