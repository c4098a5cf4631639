/**
 * Browsers of other makers behind one small face: `open()` gives a page with `goto`, `ask` (a function run inside, awaited)
 * and `press` (a key). Everything else the tests do from inside the page, so that it is the same everywhere.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import puppeteer from 'puppeteer-core';
import { openBrowser } from '../browser/harness.mjs';

const call = (work, argument) => `(${work})(${JSON.stringify(argument) ?? ''})`;

export async function chromium() {
  const browser = await openBrowser();
  return {
    async open() {
      const page = await browser.newPage();
      return {
        goto: (url) => page.goto(url),
        ask: (work, argument) => page.evaluate(call(work, argument)),
        press: (key) => page.keyboard.press(key),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

export async function firefox() {
  // WebDriver BiDi, without a driver between.
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX, headless: true });
  return {
    async open() {
      const page = await browser.newPage();
      return {
        goto: (url) => page.goto(url),
        ask: (work, argument) => page.evaluate(call(work, argument)),
        press: (key) => page.keyboard.press(key),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** The keys that the tests press, as WebDriver names them. */
const KEYS = { Tab: '\ue004', Enter: '\ue007' };

/** WebKitGTK's small browser by plain WebDriver, on a screen that is not there. */
export async function webkit() {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', process.env.WEBKIT_DRIVER, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, WEBKIT_DISABLE_COMPOSITING_MODE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const command = async (method, address, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${address}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
    return value;
  };
  await until(() => command('GET', '/status'));
  const binary = process.env.MINI_BROWSER;
  const { sessionId } = await command('POST', '/session', {
    capabilities: {
      alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary, args: ['--automation'] } },
    },
  });
  const session = (method, address, body) => command(method, `/session/${sessionId}${address}`, body);
  await session('POST', '/timeouts', { script: 60_000, pageLoad: 60_000 });
  return {
    async open() {
      return {
        goto: (url) => session('POST', '/url', { url }),
        async ask(work, argument) {
          // An exception inside comes back as a value, with its words.
          const script = `const done = arguments[arguments.length - 1];
            Promise.resolve().then(() => ${call(work, argument)}).then((good) => done({ good }), (error) => done({ bad: String(error) }));`;
          const { good, bad } = await session('POST', '/execute/async', { script, args: [] });
          if (bad) throw new Error(bad);
          return good;
        },
        press: (key) =>
          session('POST', '/actions', {
            actions: [{ type: 'key', id: 'keys', actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] })) }],
          }),
        close: async () => {},
      };
    },
    async close() {
      await session('DELETE', '').catch(() => {});
      // xvfb-run and its children: a group of their own.
      process.kill(-driver.pid);
    },
  };
}

async function until(work, patience = 15_000) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Which engines are to be tried: those that the environment names, and Chromium as the measure. */
export const ENGINES = {
  ...(process.env.FIREFOX && fs.existsSync(process.env.FIREFOX) && { firefox }),
  ...(process.env.WEBKIT_DRIVER && { webkit }),
};
