/**
 * What the tests of the hosts share: a program of its own in a folder, with the packed package installed.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, ROOT, text } from '../node/harness.mjs';

export const HERE = path.dirname(fileURLToPath(import.meta.url));
export const MODULES = path.join(HERE, 'node_modules');

/** The package of the tests installed, with the app and its document beside it. */
export function installApp() {
  const installed = install();
  const app = path.join(installed.home, 'app');
  fs.cpSync(path.join(HERE, 'app'), app, { recursive: true });
  fs.mkdirSync(path.join(app, 'public'));
  fs.copyFileSync(path.join(ROOT, 'www/programmes/zhonglou-2024.json'), path.join(app, 'public/zhonglou-2024.json'));
  return { ...installed, app };
}

/** The share met of the app's document, as Rust has it. */
export const SHARE_MET = JSON.parse(text('tests/documents/evaluations/zhonglou-2024.json')).programme.share_met;
