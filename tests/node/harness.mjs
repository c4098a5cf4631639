/**
 * What the Node tests share: the package as npm would install it, packed and unpacked, in a folder of its own.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Packs `dist/npm`, unpacks it where a program would have it, and gives that program's folder. */
export function install() {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'pledgeboard-'));
  const folder = path.join(home, 'node_modules/pledgeboard');
  fs.mkdirSync(folder, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = { cwd: path.join(ROOT, 'dist/npm'), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const [{ filename }] = JSON.parse(execFileSync(npm, ['pack', '--json', '--loglevel=silent', '--pack-destination', home], options));
  execFileSync('tar', ['-xzf', path.join(home, filename), '-C', folder, '--strip-components=1']);
  fs.writeFileSync(path.join(home, 'package.json'), '{ "type": "module", "private": true }');
  return { home, folder, tarball: path.join(home, filename), remove: () => fs.rmSync(home, { recursive: true, force: true }) };
}

/** Imports an entry by its name, as that program would. */
export async function load(home, name = 'pledgeboard') {
  const file = path.join(home, `use-${name.replaceAll('/', '-')}.mjs`);
  fs.writeFileSync(file, `export * from ${JSON.stringify(name)};\n`);
  return import(pathToFileURL(file).href);
}

/** All files under a folder of the project whose name fits, by their path from the root. */
export function files(folder, pattern) {
  const from = path.join(ROOT, folder);
  if (!fs.existsSync(from)) return [];
  return fs
    .readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/** Whether the project has that file. */
export const exists = (file) => fs.existsSync(path.join(ROOT, file));

/** The text of a file of the project. */
export const text = (file) => fs.readFileSync(path.join(ROOT, file), 'utf8');

/**
 * What Rust made of the documents: `<document>.json` is the evaluation of that document, in English; `<document>@<day>.json` is as
 * of that day.
 */
export const evaluations = () => files('tests/documents/evaluations', /\.json$/).map((expected) => {
  const [document, asOf] = path.basename(expected, '.json').split('@');
  const [folder] = ['tests/documents/valid', 'tests/documents/drawn', 'www/programmes'].filter((folder) => exists(`${folder}/${document}.json`));
  return { name: expected, source: text(`${folder}/${document}.json`), options: { asOf, locale: 'en' }, expected: text(expected).replace(/\n$/, '') };
});
