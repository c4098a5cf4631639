/**
 * The width that a board follows: every true change, but never the scroll bar that its own height brings and takes away.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Width } from '../../wasm/js/width.js';

/** Which of the observed widths are followed. */
const followed = (...observed) => {
  const width = new Width();
  return observed.filter((one) => width.becomes(one));
};

test('a new width is followed, the same one is not', () => {
  assert.deepEqual(followed(600, 600, 600.4, 320, 1200), [600, 320, 1200]);
});

test('between the widths with and without a scroll bar the narrower one stays', () => {
  assert.deepEqual(followed(1000, 985, 1000, 985, 1000), [1000, 985]);
  const width = new Width();
  for (const one of [1000, 985, 1000]) width.becomes(one);
  assert.equal(width.now, 985);
});

test('a window that is made a little wider, or wide again, is followed', () => {
  assert.deepEqual(followed(1000, 1010), [1000, 1010]);
  assert.deepEqual(followed(1000, 900, 1000), [1000, 900, 1000]);
});
