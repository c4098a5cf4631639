/**
 * The pages of the contest, and a server that sends them as a good host would: brotli, right types, cacheable.
 */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { EMBED, ROOT } from '../../tests/browser/harness.mjs';

const HERE = path.dirname(new URL(import.meta.url).pathname);
const PROGRAMME = 'zhonglou-2024.json';
const { init, evaluate, renderHtml } = await import(path.join(ROOT, 'dist/npm/index.js'));
await init();

/** The peers, by the name of their file. */
export const PEERS = { chartjs: 'Chart.js', echarts: 'ECharts', vegalite: 'Vega-Lite', plot: 'Observable Plot', uplot: 'uPlot' };

/** How many different data there are to redraw with. */
export const VARIANTS = 5;

/** The programme with some of its reports not published yet. @param {number} variant 0: as it is */
export function programme(variant) {
  const document = JSON.parse(fs.readFileSync(path.join(ROOT, 'www/programmes', PROGRAMME), 'utf8'));
  let index = 0;
  for (const project of document.projects) {
    for (const commitment of project.commitments) {
      index += 1;
      if (variant > 0 && index % VARIANTS === variant) delete commitment.reports;
    }
  }
  return JSON.stringify(document);
}

/** The same data as the peers draw them: promises by status, and the mean completion of each project in per cent. */
function rows(variant) {
  const { programme: whole, projects } = evaluate(programme(variant));
  const titles = JSON.parse(programme(variant)).projects.map(({ title }) => title);
  return JSON.stringify({
    statuses: Object.entries(whole.counts).filter(([, count]) => count > 0).map(([name, count]) => ({ name, count })),
    projects: projects.map(({ rollup }, index) => ({ name: titles[index], rate: Number(rollup.mean_capped_rate?.low ?? 0) })),
  });
}

const STYLE = 'main{max-width:640px;margin:0 auto}.statuses{width:100%;height:90px}.projects{width:100%;height:280px}';
const page = (head, body) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>x</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** A text in the language of the board (its font is loaded either way) that does not compress, of what another page weighs. */
function plain(head, like) {
  const wanted = compressed(Buffer.from(like)).length;
  let seed = 1;
  const word = () => {
    seed = (seed * 48271) % 2147483647;
    return String.fromCharCode(0x4e00 + (seed % 3000));
  };
  let text = '';
  let whole = page(head, `<main><p>${text}</p></main>`);
  while (compressed(Buffer.from(whole)).length < wanted) {
    text += word() + word() + word() + word();
    whole = page(head, `<main><p>${text}</p></main>`);
  }
  return whole;
}

const compressed = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** All files of the site by address, as they are sent. */
export async function files(folder) {
  const found = new Map();
  const add = (address, type, body) => found.set(address, { type, body: compressed(Buffer.from(body)) });
  for (const name of fs.readdirSync(EMBED)) {
    const type = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css' }[path.extname(name)];
    if (type) add(`/embed/${name}`, type, fs.readFileSync(path.join(EMBED, name)));
  }
  for (let variant = 0; variant < VARIANTS; variant += 1) {
    add(`/programme-${variant}.json`, 'application/json', programme(variant));
    add(`/rows-${variant}.json`, 'application/json', rows(variant));
  }
  const html = (name, text) => add(`/${name}.html`, 'text/html; charset=utf-8', text);

  const board = '<pledge-board src="/programme-0.json" view="projects"></pledge-board>';
  const script = '<script src="/embed/pledgeboard.js" defer></script>';
  const preload = (address) => `<link rel="preload" href="${address}" as="fetch" crossorigin>`;
  html('tag', page(`<style>${STYLE}</style>${script}`, `<main>${board}</main>`));
  html('preloaded', page(`<style>${STYLE}</style>${preload('/embed/pledgeboard.wasm')}${preload('/programme-0.json')}${script}`, `<main>${board}</main>`));
  const inside = `<pledge-board view="projects"><script type="application/json">${programme(0).replaceAll('<', '\\u003c')}</script></pledge-board>`;
  html('boards', page(`<style>body{margin:0}main{display:grid;grid-template-columns:repeat(10,340px)}</style>${script}`, `<main>${inside.repeat(50)}</main>`));

  const still = (options) => renderHtml(programme(0), { view: 'projects', src: '/programme-0.json', ...options });
  const inline = page('', `<main>${still({ css: 'inline' })}</main>`);
  const link = page('', `<main>${still({ css: 'link', href: '/embed/pledgeboard.css' })}</main>`);
  html('inline', inline);
  html('inline-script', page(script, `<main>${still({ css: 'inline' })}</main>`));
  html('link', link);
  html('plain', plain('', inline));
  html('plain-again', plain('', inline));
  // Its rules fit nothing on that page, as the board's fit nothing but the board.
  const sheet = fs.readFileSync(path.join(EMBED, 'pledgeboard.css'), 'utf8').replaceAll('pledge', 'nobody');
  add('/plain.css', 'text/css', sheet);
  html('plain-sheet', plain('<link rel="stylesheet" href="/plain.css">', link));

  for (const name of Object.keys(PEERS)) {
    const { outputFiles } = await build({
      entryPoints: [path.join(HERE, 'page.js')],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      write: false,
      outdir: folder,
      legalComments: 'none',
      define: { 'process.env.NODE_ENV': '"production"' },
      alias: { contestant: path.join(HERE, 'contestants', `${name}.js`) },
    });
    add(`/${name}.js`, 'text/javascript', outputFiles[0].contents);
    const own = name === 'uplot' ? fs.readFileSync(path.join(HERE, 'node_modules/uplot/dist/uPlot.min.css'), 'utf8') : '';
    const head = `<style>${STYLE}main.many{display:grid;grid-template-columns:repeat(10,340px);max-width:none}${own}</style>`;
    html(name, page(`${head}${preload('/rows-0.json')}<link rel="modulepreload" href="/${name}.js"><script type="module" src="/${name}.js"></script>`, '<main></main>'));
    html(`${name}-many`, page(`${head}<script type="module" src="/${name}.js"></script>`, '<main class="many"></main>'));
  }
  return found;
}

/** Serves them. */
export async function serve(found) {
  const server = http.createServer((request, response) => {
    const file = found.get(new URL(request.url, 'http://x').pathname);
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type, 'content-encoding': 'br', 'content-length': file.body.length, 'cache-control': 'max-age=600' });
    return response.end(file.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
