/**
 * Pages that are not made for a board: sheets that reset, enlarge and invert everything, narrow places, text that would
 * like to be markup.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { init, renderHtml, renderSvg } from '../../dist/npm/index.js';
import { EMBED, openBrowser, openPage, ROOT, serve, settled } from './harness.mjs';

let browser;
let site;

const programme = fs.readFileSync(path.join(ROOT, 'www/programmes/sample-2025.json'), 'utf8');
const PLACE = '#place{position:absolute;left:8px;top:8px;width:640px}html{overflow-y:scroll}';

before(async () => {
  await init();
  browser = await openBrowser();
  site = await serve({ answers: { '/good.json': { body: programme } }, folders: { '/embed/': EMBED } });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function open(body, css = '', options = {}) {
  site.answers['/page.css'] = { type: 'text/css', body: PLACE };
  site.answers['/host.css'] = { type: 'text/css', body: css };
  site.answers['/page.html'] = {
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>x</title><link rel="stylesheet" href="/page.css"><link rel="stylesheet" href="/host.css"><script src="/embed/pledgeboard.js" defer></script>${body}`,
  };
  const page = await openPage(browser, options);
  await page.goto(`${site.url}/page.html`);
  return page;
}

const HOSTILE = {
  colours: '*{color:red!important;background:yellow!important;border-color:lime!important;accent-color:red!important}',
  fonts: '*{font:700 40px/3 serif!important;letter-spacing:9px!important;word-spacing:2em!important;text-transform:uppercase!important;font-variant:small-caps!important;text-indent:3em!important;text-shadow:1px 1px red!important}',
  direction: '*{direction:rtl!important;unicode-bidi:bidi-override!important;text-align:right!important}pledge-board{writing-mode:vertical-rl!important}',
  boxes: '*,*::before,*::after{padding:0!important;margin:0!important;border:0!important;box-sizing:border-box!important}pledge-board{padding:30px!important;border:9px solid red!important;outline:3px solid red!important}',
  'nothing shown': 'svg,text,table,p,div,span,button,a,h2{display:none!important;visibility:hidden!important}',
  'the host itself': 'pledge-board{display:inline!important;visibility:hidden!important;opacity:.2!important;filter:invert(1)!important;transform:rotate(3deg)!important;overflow:hidden!important;height:40px!important;max-height:40px!important;clip-path:circle(10px)!important;columns:3!important;zoom:2!important;mix-blend-mode:difference!important}',
  'the host moved about': '@keyframes k{to{opacity:0;rotate:40deg;filter:invert(1)}}pledge-board{animation:k .1s infinite!important;rotate:3deg!important;scale:.9!important;translate:5px!important;offset-path:circle(50px)!important;perspective:10px!important;content-visibility:hidden!important;backdrop-filter:invert(1)!important;clip:rect(0,9px,9px,0)!important;-webkit-mask-box-image:linear-gradient(red,transparent)!important}',
  drawings: 'svg,svg *{fill:red!important;stroke:lime!important;font-size:3px!important;max-width:20px!important;height:20px!important}',
  properties: '*{--ink:red!important;--soft:red!important;--line:red!important;--paper:lime!important;--shade:red!important;--accent:red!important;--alarm:red!important}',
  lines: ':root{font-size:40px}*{line-height:5!important;white-space:nowrap!important;word-break:break-all!important;hyphens:auto!important;list-style:square!important;text-decoration:underline wavy red!important;cursor:none!important}',
  specificity: 'html:not(#a):not(#b):not(#c) *{color:lime!important;font-style:italic!important;font-weight:900!important;border-radius:50%!important;box-shadow:0 0 9px red!important;animation:none!important;transition:all 1s!important}@layer x{*{opacity:1!important;color:red!important}}',
};

/** The pixels of the board, wherever it stands. */
async function pixels(view, css) {
  const page = await open(`<main id="place"><pledge-board src="/good.json" view="${view}"></pledge-board></main>`, css, { viewport: { width: 800, height: 2400 } });
  await settled(page);
  await page.waitForTimeout(100);
  const box = await page.evaluate(() => {
    const { x, y, width, height } = document.querySelector('pledge-board').shadowRoot.querySelector('.board').getBoundingClientRect();
    return { x, y, width, height };
  });
  const clip = { x: box.x, y: box.y, width: box.width, height: Math.min(box.height, 2300) };
  const shot = await page.screenshot({ clip });
  await page.context().close();
  return { shot, box };
}

for (const view of ['projects', 'table']) {
  let plain;
  for (const [name, css] of Object.entries(HOSTILE)) {
    test(`no pixel of the view ${view} changes under hostile ${name}`, async () => {
      plain ??= await pixels(view, '');
      const { shot, box } = await pixels(view, css);
      assert.deepEqual([box.width, box.height], [plain.box.width, plain.box.height]);
      assert.ok(shot.equals(plain.shot), 'the pixels differ');
    });
  }
}

test('a board changes no computed style outside', async () => {
  // Sizes and places may follow from the board's box.
  const styles = () => {
    const size = /(height|width|size|origin|inset|top|bottom|left|right|perspective)/;
    return [...document.querySelectorAll('*')].filter((one) => one.localName !== 'pledge-board').map((one) => {
      const style = getComputedStyle(one);
      return one.localName + [...style].filter((name) => !size.test(name)).map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
    });
  };
  const body = '<main id="place"><h1>标题</h1><p>文 <a href="#x">链接</a></p><pledge-board src="/good.json"></pledge-board><table><tr><td>x</table><button>按</button></main>';
  const page = await openPage(browser);
  site.answers['/none.js'] = { type: 'text/javascript', body: '' };
  site.answers['/page.html'] = { type: 'text/html; charset=utf-8', body: `<!doctype html><title>x</title><script src="/none.js" defer></script>${body}` };
  await page.goto(`${site.url}/page.html`);
  const before = await page.evaluate(styles);
  site.answers['/page.html'].body = site.answers['/page.html'].body.replace('/none.js', '/embed/pledgeboard.js');
  await page.goto(`${site.url}/page.html`);
  await settled(page);
  assert.deepEqual(await page.evaluate(styles), before);
  await page.context().close();
});

for (const [place, css] of Object.entries({
  'a float': '#place{all:unset;float:left}',
  'a flex item': 'body{display:flex}#place{all:unset}',
  'a grid': 'body{display:grid;grid-template-columns:auto auto}#place{all:unset;display:block}',
  'an absolute box': '#place{all:unset;position:absolute}',
  'a table cell': '#place{all:unset;display:table-cell}',
  'an inline block': '#place{all:unset;display:inline-block}',
})) {
  test(`in ${place} it is never too narrow and never grows by itself`, async () => {
    const page = await open('<main id="place"><pledge-board src="/good.json" view="projects"></pledge-board></main>', css);
    await settled(page);
    const width = () => page.evaluate(() => document.querySelector('pledge-board').getBoundingClientRect().width);
    const first = await width();
    assert.ok(first >= 320, `${first} px`);
    for (const [resized, height] of [[700, 800], [1000, 800], [1000, 300], [1000, 800]]) {
      await page.setViewportSize({ width: resized, height });
      await page.waitForTimeout(150);
      assert.ok((await width()) >= 320);
    }
    assert.equal(await width(), first);
    await page.context().close();
  });
}

// ---- Text that would like to be more.

const NASTY = '</text></title></p><script>hacked=1</script><img src=/leak onerror=hacked=1>&lt;"\' \u202eabc\u2066 \u0007\u0000\ufffe <!--]]>';
const URL_FIELD = 'https://example.org/?\'onmouseover=\'hacked=1\'&x=%3Cscript%3E&lt;';
/** Fields whose words stand on a board; the others are codes, numbers, dates and names of the document's own. */
const TEXTS = new Set(['title', 'text', 'name', 'publisher', 'unit', 'per', 'note', 'reason', 'inferred_from', 'match_inferred', 'by', 'how', 'sector']);

function filled(value, text, url, key = '') {
  if (Array.isArray(value)) return key === 'bodies' ? value.map(() => text) : value.map((one) => filled(one, text, url, key));
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filled(inner, text, url, name)]));
  if (key === 'url') return url;
  return TEXTS.has(key) && typeof value === 'string' ? text : value;
}

const tree = JSON.parse(programme);
tree.sources[0].url = 'https://example.org/';
tree.place = { name: 'x' };
tree.adopted = { date: tree.period.start, by: 'x', how: 'x' };
const harmless = JSON.stringify(filled(tree, '普通文字', 'https://example.org/plain'));
const hostile = JSON.stringify(filled(tree, NASTY, URL_FIELD));

/** Whether the hostile text stands there, whole but for what XML forbids, lines and their breaks aside. */
const shows = (text) => {
  const flat = (words) => words.replace(/[\u0000\u0007\ufffe\s]/g, '');
  return flat(text).includes(flat(NASTY));
};

/** Every (element, attribute) under a node, and its links. */
const anatomy = (page, selector) =>
  page.evaluate((selector) => {
    const root = selector === 'shadow' ? document.querySelector('pledge-board').shadowRoot : document.querySelector(selector);
    const all = [...root.querySelectorAll('*')];
    return {
      pairs: [...new Set(all.flatMap((one) => [one.localName, ...[...one.attributes].map(({ name }) => `${one.localName} ${name}`)]))].sort(),
      links: all.filter((one) => one.hasAttribute('href') && one.localName !== 'link').map((one) => one.getAttribute('href')),
      text: root.textContent,
    };
  }, selector);

for (const view of ['overview', 'projects', 'commitments', 'table']) {
  test(`text stays text in the view ${view}`, async () => {
    const boards = {};
    for (const [name, text] of Object.entries({ harmless, hostile })) {
      site.answers['/text.json'] = { body: text };
      site.asked.length = 0;
      const page = await open(`<pledge-board src="/text.json" view="${view}"></pledge-board>`);
      await settled(page);
      assert.equal(await page.evaluate(() => document.querySelector('pledge-board').shadowRoot.querySelector('[role=alert]')?.textContent.slice(0, 200)), undefined);
      boards[name] = await anatomy(page, 'shadow');
      assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
      assert.ok(!site.asked.includes('/leak'));
      assert.deepEqual(page.complaints, []);
      await page.context().close();
    }
    const { pairs, links, text } = boards.hostile;
    assert.deepEqual(pairs.filter((pair) => !boards.harmless.pairs.includes(pair)), []);
    for (const link of links) assert.match(link, /^https?:\/\//);
    assert.ok(shows(text), text.slice(0, 400));
  });

  test(`text stays text in what renderHtml and renderSvg write (${view})`, async () => {
    const boards = {};
    for (const [name, text] of Object.entries({ harmless, hostile })) {
      const html = renderHtml(text, { view, src: '/text.json', href: '/embed/pledgeboard.css' });
      const page = await open(html.replaceAll('pledge-board', 'div data-board').replaceAll('</div data-board', '</div'));
      boards[name] = await anatomy(page, '[data-board]');
      assert.equal(await page.evaluate(() => globalThis.hacked), undefined);
      assert.deepEqual(page.complaints, []);
      const svg = renderSvg(text, { view, width: 700 });
      // Trusted types forbid parsing in that page; XML is parsed in one without a policy.
      site.answers['/empty.html'] = { type: 'text/html', body: '<!doctype html><title>x</title>', lax: true };
      await page.goto(`${site.url}/empty.html`);
      const parsed = await page.evaluate((svg) => {
        const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
        const names = [documentElement, ...documentElement.querySelectorAll('*')].flatMap((one) => [one.localName, ...one.getAttributeNames()]);
        return { root: documentElement.localName, first: documentElement.firstElementChild.localName, names: [...new Set(names)] };
      }, svg);
      assert.deepEqual([parsed.root, parsed.first], ['svg', 'title']);
      assert.deepEqual(parsed.names.filter((found) => /^(script|style|image|use|a|foreignObject|href|xlink:href|on.*|id)$/.test(found)), []);
      assert.doesNotMatch(svg, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|url\(/);
      await page.context().close();
    }
    assert.deepEqual(boards.hostile.pairs.filter((pair) => !boards.harmless.pairs.includes(pair)), []);
    for (const link of boards.hostile.links) assert.match(link, /^(https?:\/\/|\/text\.json$)/);
    assert.ok(shows(boards.hostile.text), boards.hostile.text.slice(0, 400));
  });
}

// ---- Static boards under the sheets that sites begin with.

/** What the well-known resets do to the elements of a static board, in our words; values as in their current releases. */
const RESETS = {
  normalize: 'html{line-height:1.15;-webkit-text-size-adjust:100%}body{margin:0}button{font-family:inherit;font-size:100%;line-height:1.15;margin:0}summary{display:list-item}',
  bootstrap: '*,::after,::before{box-sizing:border-box}body{margin:0;font-size:1rem;line-height:1.5;color:#212529}img,svg{vertical-align:middle}table{caption-side:bottom;border-collapse:collapse}caption{padding:.5rem 0;color:#6c757d;text-align:left}th{text-align:inherit}tbody,td,th,thead,tr{border:0 solid inherit}p{margin:0 0 1rem}.table{width:100%;margin-bottom:1rem}',
  tailwind: '*,::after,::before{box-sizing:border-box;margin:0;padding:0;border:0 solid}html{line-height:1.5}img,svg,video,canvas{display:block;vertical-align:middle}img,video{max-width:100%;height:auto}a{color:inherit;text-decoration:inherit}table{text-indent:0;border-color:inherit;border-collapse:collapse}summary{display:list-item}h1,h2{font-size:inherit;font-weight:inherit}',
  wordpress: 'body{font-size:18px;line-height:1.7;color:#111}.entry-content>*{max-width:650px;margin:1.5em auto}svg{max-width:100%}table{width:100%;border:1px solid;margin:0 0 1.5em}td,th{padding:.5em;border:1px solid;word-break:break-all}p{margin:0 0 1.5em}a{color:#36c;text-decoration:underline}',
  'no margins': '*{margin:0}',
};

for (const [name, css] of Object.entries(RESETS)) {
  for (const width of [360, 1000]) {
    test(`a static board is whole and legible under ${name} at ${width} px`, async () => {
      const html = renderHtml(programme, { view: 'projects', src: '/good.json', href: '/embed/pledgeboard.css' });
      // The host's sheet comes last, as sites do it with what they did not write.
      site.answers['/last.css'] = { type: 'text/css', body: css };
      const page = await openPage(browser, { viewport: { width, height: 800 }, javaScriptEnabled: true });
      site.answers['/page.html'] = { type: 'text/html; charset=utf-8', body: `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title><div class="entry-content">${html}</div><link rel="stylesheet" href="/last.css">` };
      await page.goto(`${site.url}/page.html`);
      await page.locator('.pledge-still > details > summary').click();
      const found = await page.evaluate(() => {
        const seen = [...document.querySelectorAll('.pledge-still svg')].map((svg) => ({ box: svg.getBoundingClientRect(), view: svg.viewBox.baseVal })).filter(({ box }) => box.height > 0);
        const [{ box, view }] = seen;
        return {
          count: seen.length,
          skew: Math.abs(box.width / box.height - view.width / view.height),
          overflow: document.documentElement.scrollWidth - innerWidth,
          cells: [...document.querySelectorAll('.pledge-still td')].every((cell) => cell.getBoundingClientRect().height > 0),
          text: Number.parseFloat(getComputedStyle(document.querySelector('.pledge-still td')).fontSize),
          paper: getComputedStyle(document.querySelector('.pledge-still')).backgroundColor,
          ink: getComputedStyle(document.querySelector('.pledge-still td')).color,
        };
      });
      assert.equal(found.count, 1);
      assert.ok(found.skew < 0.02, `drawn askew by ${found.skew}`);
      assert.ok(found.overflow <= 0, `${found.overflow} px too wide`);
      assert.ok(found.cells && found.text >= 12);
      assert.deepEqual([found.paper, found.ink], ['rgb(255, 255, 255)', 'rgb(27, 36, 48)']);
      await page.context().close();
    });
  }
}

test('an address that is no web address is said, and never a link', async () => {
  for (const url of ['javascript:hacked=1', 'java\nscript:hacked=1', 'data:text/html,<script>hacked=1</script>', ' https://x', 'https://x/"><b>']) {
    site.answers['/text.json'] = { body: JSON.stringify(filled(tree, '普通文字', url)) };
    const page = await open('<pledge-board src="/text.json"></pledge-board>');
    await settled(page);
    const { links, text } = await anatomy(page, 'shadow');
    assert.deepEqual(links, []);
    assert.match(text, /网址/);
    await page.context().close();
  }
});
