/** Many programmes as columns: what a data frame takes without a loop, and the same figures as everywhere. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { files, install, load, text } from './harness.mjs';

let installed;
let api;
const DOCUMENTS = files('www/programmes', /\.json$/).map(text);

before(async () => {
  installed = install();
  api = await load(installed.home);
  await api.init();
});
after(() => installed?.remove());

/** The rows as objects, decoded: what a test may do. */
function rows({ rows, columns }) {
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(columns.map(({ name, values, valid, dictionary }) => {
      const value = valid && !valid[row] ? null : values[row];
      return [name, value !== null && dictionary ? dictionary[value] : value];
    })));
}

const end = (interval, side) => interval?.[side] ?? null;

test('every figure is the one that evaluate gives', () => {
  const found = rows(api.columns(DOCUMENTS));
  let row = 0;
  for (const document of DOCUMENTS) {
    const { id, projects } = JSON.parse(document);
    const evaluation = api.evaluate(document);
    for (const project of evaluation.projects) {
      for (const outcome of project.commitments) {
        const { reached, rate, schedule, margin, report } = outcome;
        const promise = projects.find((one) => one.id === project.id).commitments.find((one) => one.id === outcome.id);
        const expected = {
          programme: id, project: project.id, commitment: outcome.id, title: promise.title, status: outcome.status,
          reason: outcome.reason, reached_low_text: end(reached, 'low'), reached_high_text: end(reached, 'high'),
          reached_low_open: reached?.low == null ? null : Number(reached.low_open),
          rate_low_text: end(rate, 'low'), rate_high_text: end(rate, 'high'), schedule_text: schedule?.share ?? null,
          margin_low_text: end(margin, 'low'), margin_high_text: end(margin, 'high'), expected_text: outcome.expected,
          met_low: Number(outcome.met.low), met_high: Number(outcome.met.high),
          report_age_days: report?.age_days ?? null, report_source: report?.source ?? null,
          report_date: report ? Date.parse(report.date) / 864e5 : null, as_of: Date.parse(evaluation.as_of) / 864e5,
        };
        const got = Object.fromEntries(Object.keys(expected).map((name) => [name, found[row][name]]));
        assert.deepEqual(got, expected);
        row += 1;
      }
    }
  }
  assert.equal(row, found.length);
  assert.ok(row > 100);
});

test('the columns are typed arrays with the whole list of statuses', () => {
  const { columns } = api.columns(DOCUMENTS);
  const kinds = { category: Int32Array, decimal: Int32Array, number: Float64Array, integer: Int32Array, date: Int32Array, boolean: Uint8Array };
  for (const { name, kind, values, valid, dictionary } of columns) {
    assert.ok(values instanceof kinds[kind], name);
    assert.ok(valid === undefined || (valid instanceof Uint8Array && valid.includes(0)), name);
    assert.equal(dictionary !== undefined, ['category', 'decimal'].includes(kind), name);
  }
  const status = columns.find(({ name }) => name === 'status');
  assert.equal(status.dictionary.length, 13);
  assert.equal(status.dictionary[0], 'exceeded');
});

test('they are a copy: later calls do not change them', () => {
  const before = api.columns(DOCUMENTS);
  const kept = structuredClone(before.columns.map(({ values }) => values));
  for (let i = 0; i < 3; i += 1) api.columns([...DOCUMENTS, ...DOCUMENTS]);
  assert.deepEqual(before.columns.map(({ values }) => values), kept);
});

test('as of one day, with the decimals asked for', () => {
  const found = rows(api.columns(DOCUMENTS, { asOf: '2025-08-01', decimals: 0 }));
  assert.ok(found.every(({ as_of }) => as_of === Date.parse('2025-08-01') / 864e5));
  assert.ok(found.every(({ rate_low_text: rate }) => rate === null || !rate.includes('.')));
});

test('no source is no row; a faulty one is named', () => {
  assert.equal(api.columns([]).rows, 0);
  assert.throws(() => api.columns([DOCUMENTS[0], '{}']), (error) => {
    assert.ok(error instanceof api.PledgeboardError);
    assert.ok(error.diagnostics.every(({ pointer }) => pointer.startsWith('/1')), JSON.stringify(error.diagnostics));
    return true;
  });
  // One run tells of all of them.
  assert.throws(() => api.columns(['{"x":1}', DOCUMENTS[0], '{']), (error) => {
    const places = new Set(error.diagnostics.map(({ pointer }) => pointer.slice(0, 2)));
    assert.deepEqual([...places], ['/0', '/2']);
    return true;
  });
  assert.throws(() => api.columns('{}'), (error) => error.code === 'invalid_sources');
  assert.throws(() => api.columns(DOCUMENTS, { asOf: 'yesterday' }), (error) => error.diagnostics.length === 1);

  // A figure that JavaScript has already lost is named with its document, as Rust names what it finds.
  assert.throws(() => api.columns([DOCUMENTS[0], { id: Number.NaN }]), (error) => error.diagnostics[0].pointer === '/1/id');
  assert.throws(() => api.columns([DOCUMENTS[0], undefined]), (error) => error.diagnostics[0].pointer === '/1');
});
