/**
 * The examples of a README as programs: all ```js blocks under one heading (##) are one. `value; // → expected` is checked.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The programs of a README: heading, code with its checks, packages that it imports, and how many checks it makes. */
export function programs(markdown) {
  const programs = [];
  let block = null;
  markdown.split('\n').forEach((line, index) => {
    if (block !== null) {
      if (line === '```') block = null;
      else block.code.push(line.includes('// →') ? check(line, index + 1, block) : line);
    } else if (line.startsWith('## ')) {
      programs.push({ heading: line.slice(3), code: [], checks: 0 });
    } else if (line === '```js') {
      block = programs.at(-1);
    }
  });
  return programs.filter(({ code }) => code.length > 0).map((program) => {
    const code = program.code.join('\n');
    const imports = [...code.matchAll(/^import [^']*'([^']+)'/gm)].map(([, name]) => name);
    return { ...program, code, packages: [...new Set(imports)].filter((name) => !name.startsWith('node:')) };
  });
}

function check(line, number, program) {
  const found = /^(\s*)(const (\w+) = )?(.+); \/\/ → (.+)$/.exec(line);
  if (!found) throw new Error(`line ${number}: \`value; // → expected\`: ${line}`);
  const [, indent, declaration, name, value, expected] = found;
  program.checks += 1;
  const compare = (given) => `$check(${given}, (${expected}), ${number});`;
  return declaration ? `${indent}${declaration}${value}; ${compare(name)}` : `${indent}${compare(value)}`;
}

/** Runs such a program in a folder and gives the lines whose values were checked. */
export function run(home, { heading, code }) {
  const file = path.join(home, `${heading.replace(/\W+/g, '-')}.mjs`);
  const prelude = `import $assert from 'node:assert/strict';
    const $check = (given, expected, line) => { $assert.deepEqual(given, expected, 'line ' + line + ': ' + $inspect(given)); console.log(line); };
    import { inspect as $inspect } from 'node:util';\n`;
  fs.writeFileSync(file, prelude + code);
  const said = execFileSync(process.execPath, [file], { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return said.trim().split('\n').map(Number);
}
