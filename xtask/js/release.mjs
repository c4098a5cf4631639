// Writes what a release says of its files: integrity.json, and a page's lines with the hashes in them.
//   node release.mjs <folder> <template of the lines> <file>...
import fs from 'node:fs';
import path from 'node:path';
import { integrityOf } from './integrity.mjs';

const [folder, template, ...files] = process.argv.slice(2);
const hashes = Object.fromEntries(files.map((file) => [file, integrityOf(path.join(folder, file))]));
fs.writeFileSync(path.join(folder, 'integrity.json'), `${JSON.stringify(hashes, null, 2)}\n`);
const lines = fs.readFileSync(template, 'utf8').replace(/\{\{(.+?)\}\}/g, (_, file) => hashes[file]);
fs.writeFileSync(path.join(folder, path.basename(template)), lines);
