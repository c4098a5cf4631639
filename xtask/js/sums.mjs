// Writes SHA256SUMS of the files of a folder, as `sha256sum --check` reads it.
//   node sums.mjs <folder>
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const [folder] = process.argv.slice(2);
const sum = (name) => createHash('sha256').update(fs.readFileSync(path.join(folder, name))).digest('hex');
const lines = fs.readdirSync(folder).sort().map((name) => `${sum(name)}  ${name}\n`);
fs.writeFileSync(path.join(folder, 'SHA256SUMS'), lines.join(''));
