/**
 * What the notebook tests share: servers of notebooks in folders of their own, and the page's board to compare with.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export const PYTHON = process.env.PYTHON ?? 'python3';

/** Starting a server, and a kernel in it, takes its time on a busy machine. */
export const PATIENCE = 60_000;

/**
 * Starts a server with Python and waits until it answers.
 * @param {string} home a folder for all it writes
 * @param {string[]} args of Python
 * @param {() => string | undefined} address where it is found, once that is known
 */
async function start(home, args, address) {
  const own = (name) => {
    const folder = path.join(home, '.own', name);
    fs.mkdirSync(folder, { recursive: true });
    return folder;
  };
  const env = {
    ...process.env,
    HOME: own('home'),
    XDG_CONFIG_HOME: own('config'),
    XDG_CACHE_HOME: own('cache'),
    XDG_DATA_HOME: own('data'),
    XDG_STATE_HOME: own('state'),
    JUPYTER_CONFIG_DIR: own('jupyter-config'),
    JUPYTER_DATA_DIR: own('jupyter-data'),
    JUPYTER_RUNTIME_DIR: own('runtime'),
    JUPYTERLAB_SETTINGS_DIR: own('settings'),
    JUPYTERLAB_WORKSPACES_DIR: own('workspaces'),
    IPYTHONDIR: own('ipython'),
  };
  const child = spawn(PYTHON, args, { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk; });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const close = async () => {
    child.kill();
    await ended;
    fs.rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const until = Date.now() + PATIENCE;
  while (Date.now() < until && child.exitCode === null) {
    const url = address();
    if (url && (await fetch(url).then((answer) => answer.ok, () => false))) return { url, close };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await close();
  throw new Error(`${args.join(' ')} did not start\n${said}`);
}

/** A folder with these files. @param {Record<string, string>} files */
function folder(files) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pledgeboard-'));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(home, name), text);
  return home;
}

/** JupyterLab over these files. @param {Record<string, string>} files */
export async function jupyterLab(files) {
  const home = folder(files);
  const token = randomBytes(16).toString('hex');
  // Nobody is asked for news, neither the reader nor the network.
  const notices = path.join(home, '.own/settings/@jupyterlab/apputils-extension');
  fs.mkdirSync(notices, { recursive: true });
  fs.writeFileSync(path.join(notices, 'notification.jupyterlab-settings'), '{ "fetchNews": "false", "checkForUpdates": false }');
  const args = ['-m', 'jupyterlab', '--no-browser', '--allow-root', '--ServerApp.ip=127.0.0.1', '--ServerApp.port=0',
    `--IdentityProvider.token=${token}`, `--ServerApp.root_dir=${home}`];
  const lab = await start(home, args, () => {
    const runtime = path.join(home, '.own/runtime');
    const about = fs.readdirSync(runtime).find((name) => /^jpserver-\d+\.json$/.test(name));
    const { url } = about ? JSON.parse(fs.readFileSync(path.join(runtime, about), 'utf8')) : {};
    return url && `${url}api/status?token=${token}`;
  });
  const base = lab.url.split('api/status')[0];
  return { ...lab, home, notebook: (name) => `${base}lab/tree/${name}?reset&token=${token}` };
}

/** A marimo notebook as an application. @param {Record<string, string>} files @param {string} name of the notebook */
export async function marimo(files, name) {
  const url = `http://127.0.0.1:${await freePort()}`;
  const { hostname, port } = new URL(url);
  const args = ['-m', 'marimo', '--yes', 'run', '--headless', '--no-token', '--host', hostname, '--port', port, name];
  return start(folder(files), args, () => url);
}

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** The text of a notebook of code cells. @param {string[]} cells */
export const notebook = (...cells) =>
  JSON.stringify({
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'python3', display_name: 'Python 3', language: 'python' } },
    cells: cells.map((source, index) => ({ id: `c${index}`, cell_type: 'code', source, metadata: {}, outputs: [], execution_count: null })),
  });

/** The drawing inside a board, as text, and the width that it has to draw in. @param {import('playwright-core').Locator} board */
export async function drawing(board) {
  await board.locator('.board svg').first().waitFor();
  return board.evaluate((element) => ({
    svg: element.shadowRoot.querySelector('.board svg').outerHTML,
    width: Math.floor(parseFloat(getComputedStyle(element.shadowRoot.querySelector('.board')).width)),
  }));
}
