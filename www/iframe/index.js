/**
 * Writes the snippets that put a board into a frame. The heights are measured, in two frames of this page: only a browser
 * knows how its fonts break the lines.
 */
import { WORDS } from './words.js';

const form = document.forms[0];
const frames = { column: document.querySelector('[name=column]'), phone: document.querySelector('[name=phone]') };
let heights = {};

form.elements.locale.value = /^en/i.test(navigator.language) ? 'en' : 'zh-CN';
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', measure);
addEventListener('message', ({ data, origin, source }) => {
  const name = Object.keys(frames).find((name) => frames[name].contentWindow === source);
  if (origin !== location.origin || !name || !Number.isInteger(data?.pledgeboard)) return;
  frames[name].height = Math.max(data.pledgeboard, 1);
  heights[name] = data.pledgeboard;
  write();
});
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', () => copy(document.getElementById(button.dataset.copy), button.nextElementSibling));
}
measure();

function words() {
  return WORDS[form.elements.locale.value];
}

/** The page of the board for what is chosen; what is left out of the address is left to the board. */
function address() {
  const url = new URL('board.html', location);
  for (const name of ['src', 'view', 'locale', 'theme', 'as-of']) {
    const { value } = form.elements[name];
    if (value) url.searchParams.set(name, value);
  }
  return url.href;
}

function measure() {
  say();
  if (!form.reportValidity()) return;
  heights = {};
  frames.column.width = form.elements.width.value;
  const src = address();
  for (const frame of Object.values(frames)) frame.src = src;
  write();
}

function say() {
  document.documentElement.lang = form.elements.locale.value;
  document.title = words().title;
  for (const element of document.querySelectorAll('[data-words]')) element.textContent = words()[element.dataset.words];
  for (const element of document.querySelectorAll('[data-words-title]')) element.title = words()[element.dataset.wordsTitle];
}

function write() {
  const { column, phone } = heights;
  const measured = column && phone;
  const width = form.elements.width.value;
  document.querySelector('#heights').textContent = measured ? words().heights({ width, column, phone }) : words().measuring;
  const frame = (height) =>
    `<iframe src="${escape(address())}" title="${escape(title())}"\n  width="100%" height="${height}" frameborder="0" loading="lazy"></iframe>`;
  document.querySelector('#fixed').value = measured ? frame(Math.max(column, phone)) : '';
  document.querySelector('#automatic').value = measured ? `${frame(column)}\n${receiver()}` : '';
}

/** What follows a board that grows: a number from that window and that origin, within reason, and nothing else. */
function receiver() {
  return `<script>
addEventListener('message', ({ data, origin, source }) => {
  const height = data?.pledgeboard;
  if (origin !== '${location.origin}' || !Number.isInteger(height) || height < 100 || height > 20000) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.height = height;
  }
});
</script>`;
}

/** A frame is named by the programme; what its figures say today would grow old in the article. */
function title() {
  const drawing = frames.column.contentDocument.querySelector('pledge-board')?.shadowRoot?.querySelector('svg');
  return drawing?.ariaLabel?.split(' · ')[0] ?? words().board;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

async function copy(area, status) {
  try {
    await navigator.clipboard.writeText(area.value);
    status.textContent = words().copied;
  } catch {
    // Not on a page without encryption, nor where the reader forbids it.
    area.select();
    status.textContent = words().select;
  }
}
