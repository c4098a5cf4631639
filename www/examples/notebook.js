/**
 * A page of cells, as notebooks have them: words, code that is shown as it runs, and what it gives. A cell is a function named for
 * what it gives; its parameters name the cells whose values it needs.
 */
import { init, PledgeboardError } from './pledgeboard/index.js';
import './pledgeboard/element.js';

/** Runs the cells in their order. @param {(string | Function)[]} cells words (`# ` and `## ` head them) or code */
export async function run(cells) {
  await init();
  const values = new Map();
  for (const cell of cells) {
    if (typeof cell === 'string') {
      words(cell);
      continue;
    }
    const place = section(cell);
    try {
      values.set(cell.name, await cell(...needs(cell).map((name) => values.get(name))));
      place.append(shown(values.get(cell.name)));
    } catch (error) {
      place.append(failure(error));
    }
  }
  document.body.dataset.ran = 'true';
}

const needs = (cell) => /^(?:async )?function \w+\(([^)]*)\)/.exec(cell)[1].split(',').map((name) => name.trim()).filter(Boolean);

function words(text) {
  const [, head, rest] = /^(#*) ?([^]*)$/.exec(text);
  append(document.querySelector('main'), { '#': 'h1', '##': 'h2' }[head] ?? 'p', rest);
}

/** The code of a cell with a place for what it gives. */
function section(cell) {
  const section = append(document.querySelector('main'), 'section');
  section.className = 'cell';
  section.dataset.cell = cell.name;
  const pre = append(section, 'pre');
  pre.tabIndex = 0;
  pre.setAttribute('aria-label', `${cell.name}, JavaScript`);
  // Cells stand indented in their list.
  append(pre, 'code', String(cell).replaceAll('\n  ', '\n'));
  return append(section, 'div');
}

/** Rows become a table, elements stand for themselves; of what is long or deep there is only a word. */
function shown(value) {
  if (value instanceof Node) return value;
  if (Array.isArray(value) && value.every((row) => Object(row) === row && Object.values(row).every((cell) => Object(cell) !== cell))) {
    return table(value);
  }
  if (Object(value) === value) {
    return new Text(Array.isArray(value) ? `${value.length} of ${kind(value[0])}` : kind(value));
  }
  const text = String(value ?? '');
  const said = document.createElement('span');
  said.className = 'text';
  said.textContent = text.length > 400 ? `${text.slice(0, 120)} … (${text.length} characters)` : text;
  return said;
}

/** An object by its names: `{ format, id, … }`. */
const kind = (object) => {
  const names = Object.keys(object);
  return `{ ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''} }`;
};

/** As many rows as one reads. */
const MOST = 20;

function table(rows) {
  const frame = document.createElement('div');
  frame.className = 'rows';
  frame.tabIndex = 0;
  const table = append(frame, 'table');
  const names = Object.keys(rows[0]);
  const head = append(append(table, 'thead'), 'tr');
  for (const name of names) append(head, 'th', name).scope = 'col';
  const body = append(table, 'tbody');
  for (const row of rows.slice(0, MOST)) {
    const line = append(body, 'tr');
    for (const name of names) {
      const value = row[name] ?? '';
      append(line, 'td', String(value)).className = /^-?[\d.]+$/.test(value) ? 'number' : '';
    }
  }
  if (rows.length > MOST) append(frame, 'p', `… ${rows.length - MOST} more`);
  return frame;
}

function failure(error) {
  const place = document.createElement('p');
  place.role = 'alert';
  const told = error instanceof PledgeboardError ? error.diagnostics.map(({ message, hint }) => `${message} ${hint}`) : [String(error)];
  place.textContent = told.join('\n');
  return place;
}

function append(parent, name, text = '') {
  const child = document.createElement(name);
  child.textContent = text;
  parent.append(child);
  return child;
}

/** A board of a document, drawn where it stands. An address, because a strict policy refuses the text of a script. */
export function board(document_, view) {
  const element = document.createElement('pledge-board');
  const text = typeof document_ === 'string' ? document_ : JSON.stringify(document_);
  element.setAttribute('src', URL.createObjectURL(new Blob([text], { type: 'application/json' })));
  element.setAttribute('view', view);
  return element;
}
