/**
 * The sheet of the shadow root: everything but the drawings, which carry their own presentation attributes.
 *
 * The host stays an ordinary block that the page may size and place; the board inside begins with `all: initial`, so
 * that no sheet of the page can reach into it. The host contains its inline size: what is drawn never widens the
 * container that it is drawn for (in a float or a flex item it would then never shrink again).
 *
 * The board brings its own paper, with a margin painted around it: a reader whose system is dark sees a dark board, and
 * the page that it stands on may know white only.
 */

const CSS = `
:host {
  display: block;
  contain: inline-size;
  contain-intrinsic-inline-size: 320px;
}
:host([hidden]) { display: none; }
slot[hidden] { display: none; }

.board {
  all: initial;
  display: block;
  direction: ltr;
  unicode-bidi: isolate;
  --ink: #1b2430;
  --soft: #56616e;
  --line: #d5dae0;
  --paper: #ffffff;
  --shade: #f3f5f7;
  --accent: #1f5f94;
  --alarm: #8a3b12;
  color: var(--ink);
  background: var(--paper);
  box-shadow: 0 0 0 8px var(--paper);
  color-scheme: light;
  font: 400 14px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Noto Sans CJK SC", sans-serif;
  font-variant-numeric: tabular-nums;
  overflow-wrap: anywhere;
  text-size-adjust: 100%;
  -webkit-text-size-adjust: 100%;
}
.board:lang(zh) {
  font-family: "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", system-ui, sans-serif;
}
.board[data-theme="dark"] {
  --ink: #e8edf2;
  --soft: #a7b2be;
  --line: #3a444f;
  --paper: #14191f;
  --shade: #1e252d;
  --accent: #8cc0ec;
  --alarm: #f0a878;
  color-scheme: dark;
}

svg { display: block; max-width: 100%; height: auto; overflow: visible; }
svg text { font-variant-numeric: tabular-nums; }

p { margin: 0 0 .5em; }
h2, h3, h4 { margin: 1em 0 .4em; font-size: 1em; line-height: 1.35; }
h2 { margin-top: 0; font-size: 1.25em; }
ul, ol { margin: 0; padding-inline-start: 1.3em; }
a { color: var(--accent); text-underline-offset: .15em; }
a:focus-visible, button:focus-visible, textarea:focus-visible, [tabindex]:focus-visible {
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
  width: 100%;
  margin-top: .5em;
  font: 12px/1.4 ui-monospace, monospace;
  color: var(--ink);
  background: var(--shade);
  border: 1px solid var(--line);
}

.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; line-height: 1.4; }
caption { text-align: start; padding: 0 0 .6em; font-size: 1.15em; font-weight: 600; }
th, td {
  padding: .4em .6em;
  border-bottom: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
  font-weight: 400;
}
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { color: var(--soft); font-weight: 600; border-bottom-color: var(--soft); }
tbody th[scope="rowgroup"], tbody th[colspan] { font-weight: 600; padding-top: 1.1em; }
.number { text-align: end; white-space: nowrap; font-variant-numeric: tabular-nums; }

footer, .quiet { margin-top: .8em; color: var(--soft); font-size: 12px; line-height: 1.6; }
.loading { color: var(--soft); }
.trouble, .diagnostics { border-inline-start: 3px solid var(--alarm); padding: .2em 0 .2em .8em; }

@media (max-width: 480px) {
  th, td { padding-inline: .35em; }
}
@media print {
  .scroll { overflow: visible; }
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
