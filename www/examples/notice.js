import { checkClaim, extract, read } from './pledgeboard/index.js';
import { board, run } from './notebook.js';

run([
  '# From a notice to a board: 公告里的数字',
  'extract reads the text of an announcement or a progress report: every figure with its place, its bound, its unit, its role (promised, reached, a stock, a published rate, context) and the rule that says so, and drafts of documents. It is a grammar, not a model: the same text always gives the same figures.',

  function notice() {
    return `2026年青禾区民生实事项目完成情况

一、“安居”工程
新建公共停车位1200个，已建成1350个，完成率112.5%。
既有住宅加装电梯不少于40部，已完成38部。

二、“康养”工程
为65周岁以上老人免费体检约1.9万人次，实际完成1.94万人次。
新建社区食堂3—5个，已建成4个。
适龄儿童窝沟封闭实现应做尽做。
`;
  },

  '## Every figure',
  'Places count characters here, as a reader does; JavaScript itself counts UTF-16 units. 不少于 is open upward, 约 is about, — is a range; a number alone is exact in the text.',
  function found(notice) {
    return extract(notice);
  },
  function figures(notice, found) {
    return found.quantities.map(({ text, start, low, high, bound, unit, role, cue, rule }) => ({
      text, start: [...notice.slice(0, start)].length, low, high, bound, unit, role, cue, rule,
    }));
  },

  '## Promised, reached, and the published rate',
  'The rate can be checked at once: 1350 of 1200 is 112.5 %.',
  function check() {
    const { verdict, explanation } = checkClaim({ reached: '1350个', target: '1200个', publishedRate: '112.5%', locale: 'en' });
    return [{ verdict, explanation }];
  },

  '## A draft, read',
  'A draft is a document for an editor to look through. Reading it says what the notice did not: here the day on which it was published.',
  function missing(found) {
    return read(JSON.stringify(found.drafts[0]), { locale: 'en' }).diagnostics.map(({ severity, code, pointer, message }) => ({
      severity, code, pointer, message,
    }));
  },
  function mended(found) {
    const [draft] = structuredClone(found.drafts);
    draft.sources[0].date = '2027-01-15';
    return draft;
  },
  function drawn(mended) {
    return board(mended, 'commitments');
  },
]);
