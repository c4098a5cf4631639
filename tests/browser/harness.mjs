/**
 * What the browser tests share: a browser, a small server, and questions asked inside the page.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const EMBED = path.join(ROOT, 'dist/embed');

/** The policy that the element promises to work under. */
export const POLICY = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";

/** Far stricter, reported only: whatever else the element touched would show up here. */
const WATCH =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "trusted-types 'none'; require-trusted-types-for 'script'";

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a profile of its own. */
export function openBrowser() {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}

function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  for (const folder of process.env.PATH.split(path.delimiter)) {
    for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
      if (fs.existsSync(path.join(folder, name))) return path.join(folder, name);
    }
  }
  throw new Error('no Chromium; `cargo xtask test` installs one on Debian');
}

const MIME = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/**
 * Serves under the strict policy (but for `lax` answers), from a list of answers first and from folders after.
 * @param {{ answers?: Record<string, {status?: number, type?: string, body?: string | Buffer, delay?: number,
 *           hangUp?: boolean, lax?: boolean}>,
 *           folders?: Record<string, string> }} site
 * @returns {Promise<{ url: string, close(): Promise<void>, answers: object, asked: string[] }>}
 */
export async function serve({ answers = {}, folders = {} }) {
  const asked = [];
  const server = http.createServer((request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    asked.push(address);
    const answer = answers[address];
    const policies = answer?.lax ? {} : { 'content-security-policy': POLICY, 'content-security-policy-report-only': WATCH };
    const send = (status, type, body) => {
      response.writeHead(status, {
        'content-type': type,
        ...policies,
        'cache-control': 'no-store',
        // A sandboxed frame has no origin of its own: what it fetches is cross-origin.
        'access-control-allow-origin': '*',
      });
      response.end(body);
    };
    if (address === '/favicon.ico') return send(204, 'image/x-icon', '');
    if (answer) {
      const { status = 200, type = 'application/json', body = '', delay = 0 } = answer;
      if (answer.hangUp) return request.socket.destroy();
      return setTimeout(() => send(status, type, body), delay);
    }
    for (const [prefix, folder] of Object.entries(folders)) {
      if (!address.startsWith(prefix)) continue;
      const file = path.join(folder, path.normalize(`/${address.slice(prefix.length)}`));
      if (fs.existsSync(file) && fs.statSync(file).isFile()) {
        return send(200, MIME[path.extname(file)] ?? 'application/octet-stream', fs.readFileSync(file));
      }
    }
    return send(404, 'text/html; charset=utf-8', '<!doctype html><title>404</title><p>not here');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    answers,
    asked,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/** The demo as `cargo xtask serve` serves it. */
export async function serveDemo() {
  const child = spawn('cargo', ['xtask', 'serve', '--port', '0'], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => { said += chunk; });
  const url = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`xtask serve ended with ${code}\n${said}`)));
    child.stdout.on('data', (chunk) => {
      const found = /http:\/\/[\d.:]+/.exec(String(chunk));
      if (found) resolve(found[0]);
    });
  });
  return { url, close: () => child.kill() };
}

/**
 * A page that notes all it complains about: violations of either policy, errors, exceptions.
 * @param {import('playwright-core').Browser} browser
 * @param {object} [options] of the context: viewport, colorScheme …
 */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1000, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints = [];
  await page.exposeFunction('complain', (text) => complaints.push(text));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      globalThis.complain(`policy (${event.disposition}): ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
    addEventListener('error', (event) => globalThis.complain(`error: ${event.message}`));
  });
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.complaints = complaints;
  return page;
}

/** Waits until every board of the page has drawn, or says what is wrong. */
export async function settled(page, selector = 'pledge-board') {
  await page.waitForFunction(
    (selector) => {
      const boards = [...document.querySelectorAll(selector)];
      return boards.length > 0 && boards.every((board) => board.shadowRoot?.querySelector('svg, table, [role=alert]'));
    },
    selector,
    { timeout: 20_000 },
  );
}

/** Sets attributes (null removes) and waits for the drawing that follows. Gives its `detail`. */
export function redraw(page, attributes, selector = 'pledge-board') {
  return page.evaluate(
    ({ attributes, selector }) =>
      new Promise((resolve, reject) => {
        const board = document.querySelector(selector);
        board.addEventListener('pledge-board-draw', (event) => resolve(event.detail), { once: true });
        setTimeout(() => reject(new Error(`not redrawn: ${JSON.stringify(attributes)}`)), 15_000);
        for (const [name, value] of Object.entries(attributes)) {
          if (value === null) board.removeAttribute(name);
          else board.setAttribute(name, value);
        }
      }),
    { attributes, selector },
  );
}

/** The text that a reader of the board sees. */
export function boardText(page, selector = 'pledge-board') {
  return page.evaluate((selector) => document.querySelector(selector).shadowRoot.querySelector('.board').innerText, selector);
}

/** All `*.json` documents under a folder that hold a programme, by their path from the root. */
export function documents(...folders) {
  return folders
    .map((folder) => path.join(ROOT, folder))
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) =>
      fs.readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)),
    )
    .filter((file) => /^[^.]+\.json$/.test(path.basename(file)))
    .map((file) => path.relative(ROOT, file))
    .sort();
}

/** The text of a document of ten projects with so many commitments among them. @param {number} commitments */
export function large(commitments) {
  const one = (index) => ({
    id: `c${index}`,
    title: index % 9 ? '既有住宅加装电梯' : '老旧小区公共照明、排水与消防设施改造提升工程',
    target: { value: String(39 + (index % 100)), unit: '部' },
    reports: index % 4 === 0 ? [] : [
      { date: '2025-03-31', value: String(5 + (index % 7)), published_on: '2025-04-10' },
      { date: '2025-06-30', value: String(20 + (index % 50)), published_on: '2025-07-10' },
    ],
  });
  const all = Array.from({ length: commitments }, (_, index) => one(index));
  const each = commitments / 10;
  return JSON.stringify({
    format: 'pledgeboard/1',
    id: 'large',
    title: '大清单',
    adopted: { date: '2025-01-06' },
    period: { start: '2025-01-01', end: '2025-12-31' },
    projects: Array.from({ length: 10 }, (_, index) => ({
      id: `p${index}`, title: `第${index + 1}项工程`, commitments: all.slice(index * each, (index + 1) * each),
    })),
  });
}
