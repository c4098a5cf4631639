/**
 * What the element says itself, as nodes.
 */
import { words } from './words.js';

/**
 * A failure in words, with what can be done about it (`data-action`).
 * @param {Document} document
 * @param {import('./words.js').Trouble} trouble
 * @param {"zh-CN" | "en"} locale
 * @param {boolean} hasText whether there are data to give
 */
export function troubleNode(document, trouble, locale, hasText) {
  const message = document.createElement('div');
  message.className = 'trouble';
  message.setAttribute('role', 'alert');
  message.append(trouble.say(locale));
  const actions = [];
  if (trouble.passes) actions.push('retry');
  if (trouble.kind === 'internal' && hasText) actions.push('data');
  for (const action of actions) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.action = action;
    button.append(words(locale)[action]);
    message.append(' ', button);
  }
  return message;
}

/** @param {Document} document @param {"zh-CN" | "en"} locale */
export function loadingNode(document, locale) {
  const note = document.createElement('p');
  note.className = 'loading';
  note.setAttribute('role', 'status');
  note.append(words(locale).loading);
  return note;
}
