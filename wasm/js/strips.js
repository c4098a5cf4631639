/**
 * What is left of a large board after its first strip, in tasks of its own: the page stays at hand meanwhile.
 */
import { near } from './near.js';

/**
 * Draws strip after strip while the board is near the window; all at once before the page is printed.
 * @param {Element} container of the board
 * @param {AbortSignal} signal ends it: a new drawing takes its place
 * @param {() => boolean} strip draws the next one; whether more follow
 */
export async function goOn(container, signal, strip) {
  const view = container.ownerDocument.defaultView;
  let more = true;
  const all = () => {
    while (more && !signal.aborted) more = strip();
  };
  view.addEventListener('beforeprint', all, { signal });
  if (view.matchMedia('print').matches) all();
  while (more && !signal.aborted) {
    await near(container, signal);
    await idle(view);
    if (more && !signal.aborted) more = strip();
  }
}

/** Waits until the page has nothing better to do, but not for long. */
const idle = (view) =>
  new Promise((resolve) => {
    if (view.requestIdleCallback) view.requestIdleCallback(resolve, { timeout: 300 });
    else view.setTimeout(resolve, 16);
  });

/** Puts the nodes of a strip in their places: rows into the table, all else at the end, before a notice. */
export function append(container, fragment) {
  for (const node of [...fragment.childNodes]) {
    if (node.localName === 'tbody') container.querySelector('table').append(node);
    else container.insertBefore(node, container.querySelector('.notice'));
  }
}
