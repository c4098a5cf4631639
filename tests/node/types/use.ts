// Compiled, not run: every function and type of the package, used as its documentation says.
import { evaluate, evaluateText, extract, init, PledgeboardError, rate, read, renderSvg, schema } from 'pledgeboard';
import type { Diagnostic, Evaluation, Locale, Programme, Quantity, Role, Source, View } from 'pledgeboard';
import { define, PledgeBoardElement } from 'pledgeboard/element';
import { init as initInline, PledgeBoardElement as Inline, rate as rateInline } from 'pledgeboard/inline';

const locale: Locale = 'en';
const view: View = 'commitments';
const programme: Programme = {
  format: 'pledgeboard/1',
  id: 'x-2025',
  title: 'x',
  period: { start: '2025-01-01', end: '2025-12-31' },
  projects: [
    {
      id: 'p',
      title: 'p',
      commitments: [
        {
          id: 'c',
          title: 'c',
          target: { value: 39, unit: '部' },
          reports: [{ date: '2025-06-30', value: '21', as_printed: '21部' }],
        },
      ],
    },
  ],
};
const source: Source = programme;

await init();
await init(new URL('https://example.org/full.wasm'));

const evaluation: Evaluation = evaluate(source, { asOf: '2025-06-30', locale, decimals: 2 });
const day: string = evaluation.as_of;
const text: string = evaluateText('{}', { locale });
const svg: string = renderSvg(programme, { view, width: 720, theme: 'dark', locale, asOf: day });
const printed: string = rate('9935', '8000', 2);
const described: object = schema();
const { programme: understood, diagnostics } = read(text, { locale });
if (understood) understood.projects.map(({ commitments }) => commitments.length);

try {
  evaluate(source);
} catch (error) {
  if (error instanceof PledgeboardError) {
    const all: Diagnostic[] = error.diagnostics;
    const code: string = error.code;
    console.log(all, code, svg, printed, described, diagnostics[0]?.hint);
  }
}

const board: PledgeBoardElement = document.createElement('pledge-board');
board.asOf = null;
board.addEventListener('pledge-board-draw', ({ detail }) => console.log(detail.ok));
board.selectable = true;
board.selected = null;
board.addEventListener('commitment-select', ({ detail: { programme, project, commitment } }) => console.log(programme.length, project?.length, commitment?.length));
define('/board.wasm');

await initInline();
const same: typeof PledgeBoardElement = Inline;
console.log(same, rateInline('1', '8', 1));

// @ts-expect-error: no such view
renderSvg(programme, { view: 'pie', width: 1 });
// @ts-expect-error: figures cross as text
rate(9935, 8000, 2);

const { quantities, drafts } = extract('2025年民生实事\n1.加装电梯39部。', { year: 2025, locale });
const promised: Role = 'target';
const lifts: Quantity | undefined = quantities.find(({ role }) => role === promised);
const draft: Programme | undefined = drafts[0];
export { draft, lifts };
