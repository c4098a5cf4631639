/**
 * The demo: a form that sets the attributes of one `<pledge-board>`. The state is the page's address, so that a link to
 * what one sees can be sent; the board itself is in js/element.js.
 */
import { define } from './js/element.js';
import { WORDS } from './words.js';

define(new URL('./pkg/board_bg.wasm', import.meta.url));

const form = document.querySelector('form');
const board = document.querySelector('#board');
const date = form.elements['as-of'];
const snippet = document.querySelector('#snippet');
const copied = document.querySelector('#copied');

/** The controls and what they are before anybody touched them; these stay out of the address. */
const DEFAULTS = { programme: 'zhonglou-2024', view: 'overview', 'as-of': '', lang: 'zh-CN', theme: 'auto' };

readAddress();
show();

form.addEventListener('change', (event) => {
  // A day of one year says nothing about the list of another.
  if (event.target.name === 'programme') date.value = '';
  changed();
});
form.addEventListener('submit', (event) => event.preventDefault());
document.querySelector('#latest').addEventListener('click', () => {
  date.value = '';
  changed();
});
document.querySelector('#copy').addEventListener('click', copy);
addEventListener('popstate', () => {
  readAddress();
  show();
});

function state() {
  return Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, form.elements[name].value]));
}

/** What the address does not say, or says wrongly, is the default. */
function readAddress() {
  const query = new URLSearchParams(location.search);
  for (const [name, fallback] of Object.entries(DEFAULTS)) {
    const control = form.elements[name];
    const wanted = query.get(name) ?? fallback;
    control.value = wanted;
    if (control.value !== wanted) control.value = fallback;
  }
}

function changed() {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state())) {
    if (value !== DEFAULTS[name]) query.set(name, value);
  }
  history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  show();
}

function show() {
  const { programme, view, 'as-of': asOf, lang, theme } = state();
  translate(lang);
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  board.src = `programmes/${programme}.json`;
  board.view = view;
  board.locale = lang;
  board.theme = theme;
  board.asOf = asOf || null;
  const asOfAttribute = asOf ? ` as-of="${asOf}"` : '';
  snippet.textContent = `<script src="pledgeboard.js" defer></script>
<pledge-board src="${programme}.json" view="${view}" locale="${lang}"${asOfAttribute}></pledge-board>`;
  copied.textContent = '';
}

function translate(lang) {
  const words = WORDS[lang];
  document.documentElement.lang = lang;
  document.title = words.pageTitle;
  for (const element of document.querySelectorAll('[data-words]')) {
    element.textContent = words[element.dataset.words];
  }
  for (const element of document.querySelectorAll('[data-words-label]')) {
    element.setAttribute('aria-label', words[element.dataset.wordsLabel]);
  }
}

async function copy() {
  const words = WORDS[state().lang];
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    copied.textContent = words.copied;
  } catch {
    getSelection().selectAllChildren(snippet);
    copied.textContent = words.notCopied;
  }
}
