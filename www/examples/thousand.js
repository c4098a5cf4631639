import { columns, rate } from './pledgeboard/index.js';
import { board, run } from './notebook.js';

run([
  '# A thousand programmes: bounds, ranking, reporting lag',
  'With hundreds of districts the questions change: how many promises were kept, at least and at most? Which district stands where, when not everything was published? How late do offices report? The programmes here are made up (示例数据), by whole-number arithmetic, so that every run and every language has the same ones.',

  '## Made-up districts',
  'Each figure is the next number of a small generator (Park and Miller’s). One promise in ten falls silent before its last report, one in eight is reported in round figures (“about”), and the higher the number of a body, the longer it takes.',
  function documents() {
    const sectors = ['housing', 'health', 'education', 'transport', 'environment'];
    const units = ['个', '户', '人次', '公里'];
    const quarters = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'];
    let state = 1;
    const below = (limit) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % limit;
    };
    const later = (day, days) => new Date(Date.parse(day) + days * 864e5).toISOString().slice(0, 10);
    const commitment = (index) => {
      const [target, body, speed] = [20 + below(2000), below(8), 75 + below(60)];
      const told = below(10) === 0 ? 3 : 4;
      const bound = below(8) === 0 ? 'about' : 'exact';
      const reports = quarters.slice(0, told).map((date, quarter) => ({
        date,
        value: Math.floor((target * speed * (quarter + 1)) / 400),
        bound,
        published_on: later(date, 5 + 4 * body + below(10)),
      }));
      return {
        id: `c${index}`, title: `Commitment ${index}`, bodies: [`Body ${body}`], sector: sectors[index % 5],
        target: { value: target, unit: units[index % 4] }, reports,
      };
    };
    return Array.from({ length: 1000 }, (_, number) => ({
      format: 'pledgeboard/1', sample: true, id: `district-${number}`, title: `District ${number}`,
      place: { name: `District ${number}` }, period: { start: '2025-01-01', end: '2025-12-31' }, adopted: { date: '2025-01-10' },
      projects: [{ id: 'all', title: 'All', commitments: Array.from({ length: 10 }, (_, index) => commitment(index)) }],
    }));
  },
  function oneOfThem(documents) {
    return board(documents[143], 'commitments');
  },

  '## One table, column by column',
  'All programmes cross into the core and back in one call: typed arrays, with codes into a dictionary for words.',
  function promises(documents) {
    const { rows, columns: list } = columns(documents);
    const named = Object.fromEntries(list.map((column) => [column.name, column]));
    /** The rows of each word of a column, the words in their alphabetical order. */
    const by = (name) => {
      const { values, dictionary } = named[name];
      const groups = new Map([...dictionary].sort().map((word) => [word, []]));
      values.forEach((code, row) => named.counts.values[row] && groups.get(dictionary[code]).push(row));
      return groups;
    };
    const sum = (name, group) => group.reduce((total, row) => total + named[name].values[row], 0);
    return { rows, by, sum, ...named };
  },

  '## How much was kept, sector by sector?',
  'Over the promises that count, the shares of met_low and met_high bound what was kept: the truth lies between, whatever the silent offices did.',
  function sectors(promises) {
    const share = (end, group) => rate(String(promises.sum(end, group)), String(group.length), 2);
    return [...promises.by('sector')].map(([sector, group]) => ({
      sector, commitments: group.length, share_met_low: share('met_low', group), share_met_high: share('met_high', group),
    }));
  },

  '## Who stands where?',
  'Of two districts one stands surely above the other if its low end is above the other’s high end. So each has a range of places: 1 + those surely above, to n − those surely below. Ranges that overlap are no order.',
  function ranking(promises) {
    // Fractions of small whole numbers: equal ones are equal floats, and no others are.
    const districts = [...promises.by('programme')].map(([programme, group]) => ({
      programme,
      low: promises.sum('met_low', group) / group.length,
      high: promises.sum('met_high', group) / group.length,
    }));
    const count = (holds) => districts.reduce((total, district) => total + Number(holds(district)), 0);
    return districts
      .map(({ programme, low, high }) => ({
        programme,
        best: 1 + count((other) => other.low > high),
        worst: districts.length - count((other) => other.high < low),
        share_met_low: (100 * low).toFixed(2),
        share_met_high: (100 * high).toFixed(2),
      }))
      .sort((a, b) => a.best - b.best || (a.programme < b.programme ? -1 : 1))
      .slice(0, 10);
  },

  '## How late are reports?',
  'From the day that a figure is about to the day it was published, for the report that a status rests on.',
  function lags(promises) {
    const { values, valid } = promises.report_lag_days;
    return [...promises.by('body')].map(([body, group]) => {
      const days = group.filter((row) => !valid || valid[row]).map((row) => values[row]);
      const total = days.reduce((sum, one) => sum + one, 0);
      return {
        body,
        commitments: days.length,
        // A rate is in per cent: the mean is its hundredth.
        mean_lag_days: rate(String(total), String(100 * days.length), 2),
        longest_lag_days: Math.max(...days),
      };
    });
  },
]);
