/**
 * The board in a notebook: the front half of Python's `Board`, an anywidget (https://anywidget.dev), with its program inside.
 */
import { define } from './element.js';
import { inside } from './inside.js';

/** The traits that are attributes of the element. */
const ATTRIBUTES = { view: 'view', as_of: 'as-of', locale: 'locale', selected: 'selected' };

function render({ model, el }) {
  const page = el.ownerDocument;
  // Another board of the notebook may have brought it: each of them has a script of its own.
  if (!page.defaultView.customElements.get('pledge-board')) define(inside);
  const board = page.createElement('pledge-board');
  const gone = new AbortController();
  const follow = (trait, show) => {
    model.on(`change:${trait}`, show);
    gone.signal.addEventListener('abort', () => model.off(`change:${trait}`, show));
    show();
  };

  board.toggleAttribute('selectable', true);
  follow('document', () => {
    const data = page.createElement('script');
    data.type = 'application/json';
    data.textContent = model.get('document');
    board.replaceChildren(data);
  });
  for (const [trait, attribute] of Object.entries(ATTRIBUTES)) {
    follow(trait, () => {
      const value = model.get(trait);
      if (value === null) board.removeAttribute(attribute);
      else board.setAttribute(attribute, value);
    });
  }
  board.addEventListener('commitment-select', () => {
    model.set('selected', board.selected);
    model.save_changes();
  });
  el.append(board);

  // A notebook has a setting of its own for light and dark, each another one; what all of them change is the text.
  follow('theme', () => board.setAttribute('theme', themeOf(model.get('theme'), el)));
  const settings = new MutationObserver(() => board.setAttribute('theme', themeOf(model.get('theme'), el)));
  for (const of of [page.documentElement, page.body]) settings.observe(of, { attributes: true });
  return () => {
    settings.disconnect();
    gone.abort();
  };
}

/** `auto` is what the notebook around it has: light text stands on dark. */
function themeOf(wanted, el) {
  if (wanted !== 'auto') return wanted;
  const pixel = el.ownerDocument.createElement('canvas').getContext('2d');
  // In whatever way the colour is written; what is drawn is red, green and blue.
  pixel.fillStyle = getComputedStyle(el).color;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue] = pixel.getImageData(0, 0, 1, 1).data;
  return red + green + blue > 3 * 127 ? 'dark' : 'light';
}

export default { render };
