/**
 * This widget against the chart libraries that a newsroom would take instead, on the same data in one interleaved run.
 *   cargo xtask bench peers [--rounds N]
 * Method and results: README.md. Ends badly only when a page draws nothing; a goal that is missed is printed.
 */
import os from 'node:os';
import path from 'node:path';
import { openBrowser, ROOT } from '../../tests/browser/harness.mjs';
import { cold } from './cold.mjs';
import { largeBoards, VIEWS } from './large.mjs';
import { redraw } from './redraw.mjs';
import { files, PEERS, serve } from './site.mjs';

const at = process.argv.indexOf('--rounds');
const rounds = at < 0 ? 15 : Number(process.argv[at + 1]);
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds: 1, 2, 3 …');

const NAMES = {
  plain: 'a plain page, no sheet',
  'plain-again': 'the same once more',
  inline: 'static board, inline',
  'inline-script': 'static board, inline, with the script',
  'plain-sheet': 'a plain page with a sheet',
  link: 'static board, link',
  preloaded: 'the tag, preloaded',
  tag: 'the tag alone',
  ...PEERS,
};
/** What is held against what, and how much of it is allowed. */
const COLD_GOALS = [
  ['inline', 'plain', 1.1],
  ['link', 'plain-sheet', 1.1],
  ['preloaded', 'chartjs', 0.75],
  ['preloaded', 'echarts', 0.5],
  ['preloaded', 'vegalite', 0.4],
  ['tag', 'chartjs', 0.95],
];

const line = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const table = (...heads) => {
  console.log();
  line(...heads);
  line(...heads.map((_, index) => (index === 0 ? '---' : '---:')));
};
let missed = 0;
const goal = (value, limit, digits = 2) => {
  const holds = value <= limit;
  if (!holds) missed += 1;
  return [value.toFixed(digits), `${limit}`, holds ? 'holds' : 'MISSED'];
};

const browser = await openBrowser();
const site = await serve(await files(path.join(ROOT, 'target')));
console.log(`${rounds} rounds, Chromium ${browser.version()}, ${os.cpus().length} × ${os.cpus()[0]?.model}, load ${os.loadavg()[0].toFixed(1)}`);

const names = Object.keys(NAMES);
const found = await cold(browser, site, names, rounds);
console.log('\n## Cold page to painted, slow 4G phone (150 ms, 1.6 Mbit/s, CPU 4 × slower)');
table('page', 'KB sent', 'median ms', 'quartiles', '÷ Chart.js');
for (const name of names) {
  const { median, quartiles, bytes } = found[name];
  line(NAMES[name], (bytes / 1000).toFixed(1), median.toFixed(0), quartiles.map((one) => one.toFixed(0)).join('–'), (median / found.chartjs.median).toFixed(2));
}
table('held against each other', 'ratio', 'at most', '');
for (const [ours, theirs, limit] of COLD_GOALS) {
  line(`${NAMES[ours]} ÷ ${NAMES[theirs]}`, ...goal(found[ours].median / found[theirs].median, limit));
}
line('noise: the plain page ÷ itself', (found['plain-again'].median / found.plain.median).toFixed(2), '', '');

const drawn = await redraw(browser, site, ['ours', ...Object.keys(PEERS)], Math.ceil(rounds / 3));
console.log('\n## New data for 50 boards in sight');
table('', 'to two frames later ms', '÷ uPlot', 'main thread ms', '÷ uPlot');
for (const [name, { task, wall }] of Object.entries(drawn)) {
  line(PEERS[name] ?? 'this widget', wall.toFixed(0), (wall / drawn.uplot.wall).toFixed(2), task.toFixed(0), (task / drawn.uplot.task).toFixed(2));
}
table('held against each other', 'ratio', 'at most', '');
line('this widget ÷ uPlot, to two frames later', ...goal(drawn.ours.wall / drawn.uplot.wall, 5));

const big = await largeBoards(browser, rounds);
console.log('\n## 5 000 commitments in one board against 100');
table('', '100: ms', '5 000: ms', 'ratio', 'at most', '');
const pair = (name, [small, large], limit) => line(name, small.toFixed(1), large.toFixed(1), ...goal(large / small, limit));
pair('reading and evaluating', big.read, 55);
for (const view of VIEWS) pair(`${view}: first screenful`, big[view].first, 1.5);
for (const view of VIEWS) line(`${view}: longest later task`, '', '', ...goal(big[view].later, 50, 0));

console.log(missed === 0 ? '\nAll goals hold.' : `\n${missed} goals missed.`);
await browser.close();
site.close();
