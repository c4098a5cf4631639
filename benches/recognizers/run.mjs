/**
 * What our extraction and Microsoft's Recognizers-Text read out of the same labelled texts, and how long each takes.
 *   cargo xtask bench numbers
 *   node benches/recognizers/run.mjs --misses    # also lists what each misses, of the texts that are not held out
 * Method and results: README.md. Ends badly only when it cannot measure; a goal that is missed is printed.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import { extract, init } from '../../dist/npm/index.js';
import { median, shuffled } from '../peers/numbers.mjs';

const WARM_UP = 3;
const ROUNDS = 15;
/** How many times as long theirs is to take at least. */
const GOAL = 500;
const TEXTS = new URL('../../tests/documents/extraction/', import.meta.url);

/** The blocks of a file with the labels that have a value, as `tests/src/labelled.rs` reads them; places are UTF-16 code units. */
async function blocks(name) {
  const content = await readFile(new URL(name, TEXTS), 'utf8');
  return content.split('\n\n').flatMap((block) => {
    const lines = block.split('\n').filter((line) => line && !line.startsWith('# '));
    const text = lines.filter((line) => !line.startsWith('= ')).join('\n');
    const labels = [];
    let at = 0;
    for (const line of lines.filter((line) => line.startsWith('= '))) {
      const [span, value, bound] = line.slice(2).split(' | ').map((column) => column.trim());
      const start = text.indexOf(span, at);
      if (start < 0) throw new Error(`${name}: a label is not in its text`);
      at = start + span.length;
      if (bound !== undefined && bound !== 'all') labels.push({ span, value, start, end: at });
    }
    const english = name.startsWith('english') || !/\p{Script=Han}/u.test(text);
    return text ? [{ text, labels, english }] : [];
  });
}

const ours = ({ text }) => extract(text).quantities;

// The models themselves, made once: the functions of the suite look them up at every call.
const suite = createRequire(import.meta.resolve('@microsoft/recognizers-text-suite'));
const { Culture, NumberRecognizer } = suite('@microsoft/recognizers-text-number');
const models = (culture) => {
  const recognizer = new NumberRecognizer(culture);
  return [recognizer.getNumberModel(), recognizer.getPercentageModel()];
};
const MODELS = { chinese: models(Culture.Chinese), english: models(Culture.English) };
let threw = 0;
/** Theirs in the shape of ours: a figure is both ends. */
const theirs = ({ text, english }) =>
  MODELS[english ? 'english' : 'chinese'].flatMap((model) => {
    try {
      return model.parse(text).map(({ start, end, resolution }) => {
        const figure = String(Number.parseFloat(resolution?.value));
        return { start, end: end + 1, low: figure, high: figure };
      });
    } catch {
      threw += 1;
      return [];
    }
  });

const print = ({ low, high }) => (low === high ? (low ?? '') : `${low ?? ''}..${high ?? ''}`);
/** One result with just the ends of the label, the open one open. */
const ends = (found, value) => found.some((result) => print(result) === value);
/** The figures of the label, whatever their bound and unit, wherever they stand in its span. */
const figures = (found, value) => {
  const all = found.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
  const same = (one, other) => Math.abs(one - other) <= 1e-12 * Math.abs(other);
  return value.split('..').filter(Boolean).every((end) => all.some((figure) => same(Number(figure), Number(end))));
};
const COLUMNS = [
  ['ours, both ends', ours, ends],
  ['ours, figures', ours, figures],
  ['theirs, figures', theirs, figures],
];

const line = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const table = (...heads) => {
  console.log();
  line(...heads);
  line(...heads.map((_, index) => (index === 0 ? '---' : '---:')));
};
const row = (name, texts, labels, right) =>
  line(name, texts, labels, ...right.map((count) => `${count} (${((100 * count) / labels).toFixed(1)} %)`));

const names = (await readdir(TEXTS, { recursive: true })).filter((name) => /^(held-out\/)?[a-z0-9-]+\.txt$/.test(name)).sort();
const files = await Promise.all(names.map(blocks));
await init();
console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model}, load ${os.loadavg()[0].toFixed(1)}`);

table('file', 'texts', 'labels', ...COLUMNS.map(([head]) => head));
const misses = [];
const labels = (file) => file.reduce((sum, block) => sum + block.labels.length, 0);
const scores = files.map((file, index) =>
  COLUMNS.map(([head, read, rule]) => {
    let right = 0;
    for (const block of file) {
      const found = read(block);
      for (const { span, value, start, end } of block.labels) {
        const touching = found.filter((result) => result.start < end && start < result.end);
        if (rule(touching, value)) right += 1;
        else if (!names[index].startsWith('held-out')) misses.push(`${head}: ${span} = ${value} <- ${touching.map(print)}`);
      }
    }
    return right;
  }),
);
files.forEach((file, index) => row(names[index], file.length, labels(file), scores[index]));
const texts = files.flat();
row('all', texts.length, labels(texts), COLUMNS.map((_, column) => scores.reduce((sum, score) => sum + score[column], 0)));
console.log(`\nTheirs threw ${threw} times.`);
if (process.argv.includes('--misses')) console.log(`\n${misses.join('\n')}`);

table('one pass', 'ours ms', 'theirs ms', 'theirs ÷ ours', 'at least', '');
const whole = files.map((file) => ({ text: file.map(({ text }) => text).join('\n\n'), english: file.every(({ english }) => english) }));
for (const [name, pass] of [['text by text', texts], ['file by file', whole]]) {
  const times = new Map([[ours, []], [theirs, []]]);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const read of shuffled([ours, theirs])) {
      const start = performance.now();
      pass.forEach(read);
      if (round >= 0) times.get(read).push(performance.now() - start);
    }
  }
  const [our, their] = [ours, theirs].map((read) => median(times.get(read)));
  const ratio = their / our;
  line(name, our.toFixed(1), their.toFixed(1), ratio.toFixed(1), GOAL, ratio >= GOAL ? 'holds' : 'MISSED');
}
