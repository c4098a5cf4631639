/**
 * The sheet of the shadow root: everything but the drawings, which carry their own presentation attributes.
 *
 * The host stays a block that the page may place and make as wide as it likes (margins, width, float, position, grid and
 * flex); how it looks is not the page's. The board inside begins with `all: initial`, so that no sheet of the page can reach
 * into it. The host contains its inline size: what is drawn never widens the
 * container that it is drawn for (in a float or a flex item it would then never shrink again).
 *
 * The board brings its own paper and its own margin: a reader whose system is dark sees a dark board, and the page that
 * it stands on may know white only. Drawings have that margin inside them (scene/layout.rs); all else gets it here.
 */

const CSS = `
:host {
  display: flow-root !important;
  contain: inline-size !important;
  contain-intrinsic-inline-size: 320px !important;
  box-sizing: border-box !important;
  height: auto !important;
  max-height: none !important;
  padding: 0 !important;
  border: 0 !important;
  outline: 0 !important;
  background: none !important;
  box-shadow: none !important;
  visibility: visible !important;
  overflow: visible !important;
  opacity: 1 !important;
  filter: none !important;
  transform: none !important;
  rotate: none !important;
  scale: none !important;
  translate: none !important;
  offset: none !important;
  perspective: none !important;
  transform-style: flat !important;
  will-change: auto !important;
  animation: none !important;
  content-visibility: visible !important;
  backdrop-filter: none !important;
  clip: auto !important;
  clip-path: none !important;
  mask: none !important;
  -webkit-mask-box-image: none !important;
  mix-blend-mode: normal !important;
  zoom: 1 !important;
  columns: auto !important;
  writing-mode: horizontal-tb !important;
}
:host([hidden]) { display: none !important; }
slot[hidden] { display: none; }

.board {
  all: initial;
  /* A float: lines under or through the text of an ancestor are drawn through every box in the flow. */
  float: left;
  clear: both;
  width: 100%;
  direction: ltr;
  unicode-bidi: isolate;
  --ink:#1b2430;
  --soft:#56616e;
  --line:#d5dae0;
  --paper:#ffffff;
  --shade:#f3f5f7;
  --accent:#1f5f94;
  --alarm:#8a3b12;
  color: var(--ink);
  background: var(--paper);
  color-scheme: light;
  /* The lists of backend/paint.rs, so that the headline of the table is that of the drawings. */
  font: 400 14px/1.5 "Helvetica Neue", Arial, "Liberation Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif;
  font-variant-numeric: tabular-nums;
  position: relative;
  container-type: inline-size;
  overflow-wrap: anywhere;
  text-size-adjust: 100%;
  -webkit-text-size-adjust: 100%;
}
.board:lang(zh) {
  font-family: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Micro Hei", system-ui, sans-serif;
}
.board[data-theme="dark"] {
  --ink:#e8edf2;
  --soft:#a7b2be;
  --line:#3a444f;
  --paper:#14191f;
  --shade:#1e252d;
  --accent:#8cc0ec;
  --alarm:#f0a878;
  color-scheme: dark;
}

.board > :not(svg) { margin-inline: 24px; }
.board > :first-child:not(svg) { margin-block-start: 20px; }
svg { display: block; max-width: 100%; height: auto; overflow: visible; }
/* Marks of a selectable board. */
[tabindex] { cursor: pointer; }
g { outline: 0; }
[aria-pressed="true"] > .frame { fill: var(--shade); stroke: var(--ink); }
:focus-visible > .frame { stroke: var(--accent); stroke-width: 3px; }
[aria-selected="true"] { background: var(--shade); box-shadow: 0 0 0 3px var(--shade), 0 0 0 5px var(--ink); }
svg text { font-variant-numeric: tabular-nums; }

p { margin-block: 0 .5em; }
.notice { margin-block: .8em; }
.kicker { margin-block: 0 .2em; color: var(--soft); font-size: 13px; }
.headline { margin-block: 0 .3em; font-size: 20px; font-weight: 700; line-height: 1.35; text-wrap: balance; }
.standfirst { margin-block: 0 1em; color: var(--soft); max-width: 46em; }
.sample { display: inline-block; padding: .1em .6em; border: 1px solid currentcolor; font-size: 13px; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, textarea:focus-visible, tr:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
button {
  font: inherit;
  color: var(--accent);
  background: none;
  border: 0;
  padding: 0;
  text-decoration: underline;
  text-underline-offset: .15em;
  cursor: pointer;
}
textarea {
  box-sizing: border-box;
  width: calc(100% - 48px);
  margin-top: .5em;
  font: 12px/1.4 ui-monospace, monospace;
  color: var(--ink);
  background: var(--shade);
  border: 1px solid var(--line);
}

table { border-collapse: collapse; width: calc(100% - 48px); font-size: 13px; line-height: 1.4; }
caption { text-align: start; padding: 0 0 .4em; color: var(--soft); }
th, td {
  padding: .45em .6em;
  border-bottom: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
  font-weight: 400;
  /* Not "anywhere": a column would then shrink until it breaks its words and figures. */
  overflow-wrap: break-word;
}
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { color: var(--soft); border-bottom-color: var(--soft); vertical-align: bottom; }
.number { text-align: end; }
td.word { min-width: 4em; }
.project th { padding-top: 1.3em; font-weight: 700; font-size: 14px; }
.summary { color: var(--soft); font-weight: 400; font-size: 13px; }
.note { display: block; color: var(--soft); font-size: 12px; }
/* A status opens to say how it came about, over the rows beneath it: its own column is too narrow to read in. */
details { position: relative; }
summary { cursor: pointer; list-style: none; text-decoration: underline dotted; text-underline-offset: .25em; }
summary::-webkit-details-marker { display: none; }
details p {
  position: absolute;
  inset-inline-end: 0;
  z-index: 1;
  width: 30em;
  max-width: 75cqw;
  margin: .3em 0;
  padding: .6em .8em;
  background: var(--paper);
  border: 1px solid var(--soft);
}

.quiet { margin-block: .8em 0; padding-bottom: .6em; color: var(--soft); font-size: 12px; line-height: 1.7; }
.loading { color: var(--soft); }
.trouble, .diagnostics { margin-block: 0 .5em; border-inline-start: 3px solid var(--alarm); padding: .1em 0 .1em .9em; }
.diagnostics ol { margin: 0; padding-inline-start: 1.8em; }
.diagnostics li { margin-bottom: .4em; }
.source { unicode-bidi: isolate; }
.place { color: var(--soft); }
.hint { color: var(--soft); }

@container (max-width: 479.98px) {
  .board > :not(svg) { margin-inline: 16px; }
}
/* Each row of a large table is laid out by itself, or every strip would lay out all rows above it anew. */
@container (min-width: 620.02px) {
  .long, .long :is(caption, thead, tbody, .project) { display: block; }
  .long tr:not(.project) { display: grid; grid: auto / auto-flow 1fr; grid-template-columns: 26%; }
}
/* On a phone a row is a block: its title, then each figure under the name of its column. */
@container (max-width: 620px) {
  table { width: auto; }
  table, caption, tbody, th, td { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tr {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(6.5em, 1fr));
    gap: .1em 1em;
    padding: .5em 0;
    border-bottom: 1px solid var(--line);
  }
  th { grid-column: 1 / -1; }
  tr.project { padding-top: 1.3em; }
  th, td, .project th { padding: 0; border: 0; }
  tbody th { font-weight: 600; }
  .note { font-weight: 400; }
  .number { text-align: start; }
  /* Out of sight and out of the grid, but still a cell: without it the next ones are read under a wrong heading. */
  td:has([open]) { grid-column: 1 / -1; }
  details p { position: static; width: auto; max-width: none; }
  td.nothing { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  td::before { display: block; content: attr(data-label); content: attr(data-label) / ""; color: var(--soft); font-size: 12px; }
}
@media print {
  button { display: none; }
  svg, tr { break-inside: avoid; }
}
@media (forced-colors: active) {
  svg { forced-color-adjust: none; background: var(--paper); }
  a, button { color: LinkText; }
}
`;

const sheets = new WeakMap();

/**
 * The sheet, made once per window: a sheet belongs to the document whose constructor made it.
 * @param {Window} view
 * @returns {CSSStyleSheet}
 */
export function sheetFor(view) {
  let sheet = sheets.get(view);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(CSS);
    sheets.set(view, sheet);
  }
  return sheet;
}
