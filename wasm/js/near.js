/**
 * Whether a board is worth any work yet.
 */

/** How far outside the window a board begins to load: about a flick of the thumb. */
const MARGIN = 600;

/**
 * Waits until an element is near the window, or the page is printed. What is not laid out is nowhere.
 * @param {Element} element
 * @param {AbortSignal} signal ends the waiting; the promise stays open then
 * @returns {Promise<void>}
 */
export function near(element, signal) {
  const view = element.ownerDocument.defaultView;
  // At once where that is known: an observer answers a frame later.
  if (!view.IntersectionObserver || isNear(element, view)) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      resolve();
    };
    const observer = new view.IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && done(),
      { rootMargin: `${MARGIN}px` },
    );
    observer.observe(element);
    view.addEventListener('beforeprint', done, { once: true, signal });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  });
}

function isNear(element, view) {
  const [box] = element.getClientRects();
  return box !== undefined && box.top < view.innerHeight + MARGIN && box.bottom > -MARGIN;
}
