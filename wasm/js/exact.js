/**
 * A document given as an object becomes text here, and only if no figure is lost on the way: a JavaScript number from
 * 2^53 on, or one that is not finite, no longer is what somebody wrote.
 */
import { PledgeboardError } from './error.js';

const WORDS = {
  'zh-CN': {
    number: (value) => `数值 ${value} 在 JavaScript 里已不精确`,
    numberHint: '请用字符串写这个数，例如 "9007199254740993"。',
    document: '清单既不是 JSON 文本，也不是对象',
    documentHint: '请给出 JSON 文本，或格式为 pledgeboard/1 的对象。',
  },
  en: {
    number: (value) => `the number ${value} is no longer exact in JavaScript`,
    numberHint: 'Write it as a string, for example "9007199254740993".',
    document: 'a document is either JSON text or an object',
    documentHint: 'Give JSON text, or an object in the format pledgeboard/1.',
  },
};

/**
 * The JSON text of a source.
 * @param {string | object} source JSON text, or an object in the document's format
 * @param {"zh-CN" | "en"} locale
 * @param {string} place the pointer of the source among several, such as `/1`
 * @returns {string}
 */
export function textOf(source, locale, place = '') {
  if (typeof source === 'string') return source;
  const words = WORDS[locale];
  if (source === null || typeof source !== 'object') {
    throw PledgeboardError.of('not_a_document', words.document, words.documentHint, place);
  }
  try {
    check(source, place, words);
    return JSON.stringify(source, plain);
  } catch (error) {
    if (error instanceof PledgeboardError) throw error;
    // A circle, or a `toJSON` that throws.
    throw PledgeboardError.of('not_a_document', String(error?.message ?? error), words.documentHint, place, { cause: error });
  }
}

/** A figure as text: as it was printed, or the digits of a number that is still exact. */
export function digits(figure, pointer, locale) {
  if (typeof figure === 'number') check(figure, pointer, WORDS[locale]);
  return String(figure);
}

/** `JSON.stringify` leaves numbers of its own making alone; a big integer is exact as its digits. */
function plain(_key, value) {
  return typeof value === 'bigint' ? String(value) : value;
}

function check(value, pointer, words, above = new Set()) {
  if (typeof value === 'number' && !(Math.abs(value) < 2 ** 53)) {
    throw PledgeboardError.of('inexact_number', words.number(value), words.numberHint, pointer);
  }
  if (value === null || typeof value !== 'object') return;
  // A circle is `JSON.stringify`'s to refuse.
  if (above.has(value)) return;
  above.add(value);
  for (const [key, part] of Object.entries(value)) {
    check(part, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, words, above);
  }
  above.delete(value);
}
