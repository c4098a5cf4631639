import { checkClaim, compare, evaluate, read } from './pledgeboard/index.js';
import { board, run } from './notebook.js';

run([
  '# Two years of one district: 钟楼区民生实事项目 2024, 2025',
  'Every January the people’s congress of Zhonglou District, Changzhou, votes on ten livelihood projects. This page reads the lists of 2024 and 2025 from their documents, asks how many promises of 2024 were kept, and what 2025 promises after that. Each block of code is shown as it runs.',

  async function last() {
    return (await fetch('programmes/zhonglou-2024.json')).text();
  },
  async function current() {
    return (await fetch('programmes/zhonglou-2025.json')).text();
  },

  '## The board',
  function lastBoard(last) {
    return board(last, 'overview');
  },

  '## How many were kept?',
  'What was not published is neither success nor failure, so the share of promises kept has two ends: the low one counts the unknown as nothing, the high one as all (worst-case bounds, after Manski). 2025 had published nothing yet when the list was adopted: 0 to 100 %.',
  function programmes(last, current) {
    return [last, current].map((document) => {
      const { as_of, programme } = evaluate(document);
      return {
        programme: read(document).programme.id,
        as_of,
        commitments: programme.commitments,
        with_target: programme.with_target,
        share_met_low: programme.share_met.low,
        share_met_high: programme.share_met.high,
        mean_capped_low: programme.mean_capped_rate.low,
        mean_capped_high: programme.mean_capped_rate.high,
      };
    });
  },

  '## What was printed, checked',
  'Two completion rates were printed beside their figures. Of reached, target and rate any two give the third: 9 935 at 124.19 % allows exactly one whole target.',
  function target() {
    const { targets, explanation } = checkClaim({ reached: '9935人次', publishedRate: '124.19', locale: 'en' });
    return [{ targets: targets.join(' '), explanation }];
  },

  '## The next year’s promises against the last outcomes',
  'Ambition is the new promise over the last outcome: 39 lifts promised after 51 built is 0.76. A match of titles that nobody declared is a suggestion, and no figure.',
  function pairs(last, current) {
    return compare(last, current)
      .pairs.filter(({ score, last_outcome }) => score === null && last_outcome !== null)
      .map(({ previous, next, last_outcome, last_unit, new_promise, ambition }) => ({
        previous: previous.join(' '),
        next,
        outcome_low: last_outcome.low,
        outcome_high: last_outcome.high,
        unit: last_unit,
        new_promise,
        ambition_low: ambition?.low,
        ambition_high: ambition?.high,
      }));
  },
]);
