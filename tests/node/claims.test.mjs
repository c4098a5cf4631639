/** Claims through the npm package, as a newsroom would ask. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { install, load } from './harness.mjs';

let installed;
let api;

before(async () => {
  installed = install();
  api = await load(installed.home);
  await api.init();
});
after(() => installed?.remove());

function thrown(work) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof api.PledgeboardError, String(error));
    return error;
  }
  return assert.fail('nothing was thrown');
}

test('the two published rates of Zhonglou give their targets away', () => {
  const training = api.checkClaim({ reached: '9935人次', publishedRate: '124.19' });
  assert.equal(training.verdict, 'uncheckable');
  assert.deepEqual(training.targets, ['8000']);
  assert.deepEqual(api.checkClaim({ reached: '1098', publishedRate: '109.8' }).targets, ['1000']);
  const checked = api.checkClaim({ reached: '9935人次', target: '8000', publishedRate: '124.19', locale: 'en' });
  assert.equal(checked.verdict, 'exact');
  assert.deepEqual(checked.rate, { low: '124.1875', high: '124.1875', low_open: false, high_open: false });
  assert.equal(checked.explanation, '9935人次 ÷ 8000 = 124.1875%, which rounds to the 124.19% published.');
});

test('figures may be numbers, as long as those are exact', () => {
  assert.equal(api.checkClaim({ reached: 21, target: 39n, publishedRate: 53.8 }).verdict, 'exact');
  const error = thrown(() => api.checkClaim({ reached: 2 ** 53 }));
  assert.deepEqual([error.code, error.diagnostics[0].pointer], ['inexact_number', '/reached']);
});

test('whole units, lower is better', () => {
  assert.equal(api.checkClaim({ target: '10', publishedRate: '33.4' }).verdict, 'uncheckable');
  assert.equal(api.checkClaim({ target: '10', publishedRate: '33.4', counted: true }).verdict, 'inconsistent');
  assert.equal(api.checkClaim({ target: '10', publishedRate: '33.4', unit: '所' }).verdict, 'inconsistent');
  assert.deepEqual(api.checkClaim({ target: '39', publishedRate: '53.8', unit: '部' }).reached_whole, ['21']);
  assert.equal(api.checkClaim({ reached: '3.57', target: '4.3', publishedRate: '120.45', direction: 'lower' }).verdict, 'exact');
});

test('siblings are held together and against their total', () => {
  const share = (reached, publishedRate) => ({ reached, target: '17', publishedRate });
  const bent = api.checkClaims([share('7', '42'), share('5', '29'), share('5', '29')]);
  assert.deepEqual(bent.checks.map(({ verdict }) => verdict), ['forced_total', 'exact', 'exact']);
  assert.equal(bent.total, null);
  const { total } = api.checkClaims([{ reached: '24' }, { reached: '9' }, { reached: '11' }], { total: '45', locale: 'en' });
  assert.deepEqual(total, {
    verdict: 'inconsistent',
    remainder: '1',
    explanation: 'The parts add up to 44, the total is 45: 1 is missing.',
  });
  assert.deepEqual(api.checkClaims([]), { checks: [], total: null });
});

test('what is no figure is told, with its place and in the language asked for', () => {
  const place = (work) => {
    const { code, diagnostics } = thrown(work);
    return [code, diagnostics[0].pointer];
  };
  assert.deepEqual(place(() => api.checkClaim({ reached: '若干' })), ['invalid_number', '/reached']);
  assert.deepEqual(place(() => api.checkClaim({ publishedRate: '54部' })), ['invalid_number', '/publishedRate']);
  assert.deepEqual(place(() => api.checkClaims([{ target: '1' }, { target: 'x' }])), ['invalid_number', '/1/target']);
  assert.deepEqual(place(() => api.checkClaims([], { total: '3至5' })), ['invalid_number', '/total']);
  assert.deepEqual(place(() => api.checkClaim({ rate: '54' })), ['unknown_field', '/rate']);
  assert.deepEqual(place(() => api.checkClaim({ direction: 'down' })), ['unknown_direction', '/direction']);
  assert.deepEqual(place(() => api.checkClaim(null)), ['invalid_claims', '']);
  assert.deepEqual(place(() => api.checkClaims({})), ['invalid_claims', '']);
  assert.match(thrown(() => api.checkClaim({ reached: 'x', locale: 'en' })).message, /number/);
  assert.match(thrown(() => api.checkClaim({ reached: 'x' })).message, /数字/);
});

test('an evaluation checks every published rate', () => {
  const programme = {
    format: 'pledgeboard/1', id: 'a', title: 'A', period: { start: '2025-01-01', end: '2025-12-31' },
    projects: [{ id: 'p', title: 'P', commitments: [{
      id: 'c', title: 'C', target: { value: '12000', unit: '人', published_on: '2025-01-06' },
      reports: [
        { date: '2025-06-30', value: '8360', published_rate: '69.70', published_on: '2025-07-10' },
        { date: '2025-09-30', value: '9000', published_rate: '57.0', published_on: '2025-10-10' },
      ],
    }] }],
  };
  const verdicts = (asOf) => api.evaluate(programme, { asOf }).projects[0].commitments[0].published_rates
    .map(({ report, published_rate, check }) => [report, published_rate, check.verdict]);
  assert.deepEqual(verdicts('2025-12-31'), [[0, '69.70', 'consistent'], [1, '57.0', 'inconsistent']]);
  assert.deepEqual(verdicts('2025-10-09'), [[0, '69.70', 'consistent']]);
});
