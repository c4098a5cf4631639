// Bundles one entry of wasm/js with esbuild.
//   node bundle.mjs <entry> <outfile> <esm|iife> <whole: board|full> <folder of the wasm-bindgen glue> <banner>
// The sources import the glue as ../pkg/board.js and its like, where `cargo xtask serve` has it; here it lies elsewhere, and
// `whole` says which one everything but the first is. Two more modules there are made here, of the wasm files: their hashes,
// and the whole one as text.
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import { integrityOf } from './integrity.mjs';

const [entry, outfile, format, whole, pkg, banner] = process.argv.slice(2);
const wasm = (feature) => path.join(pkg, `${feature}_bg.wasm`);
const glue = { first: 'first', board: whole, full: whole };

/** What we leave out of the glue, and what stands there instead. */
const LESS = [
  // We call it in one way only.
  [/if \((\w+) !== undefined\) \{\s*if \(Object\.getPrototypeOf\(\1\) === Object\.prototype\) (\{[^{}]*\{[^{}]*\}[^{}]*\}) else \{[^{}]*\}\s*\}/g, '$2'],
  [/if \(Symbol\.dispose\) .*/g, ''],
  // Of a wrong media type the browser's own error says enough.
  [/console\.warn\("`WebAssembly\.instantiateStreaming` failed [^"]*", e\)/, 'console.warn(e)'],
  // Who reads private methods, and Node, has these, too.
  [/\nif \(!\('encodeInto' in cachedTextEncoder\)\) \{[^]*?\n\}\n/, ''],
  [/\(typeof FinalizationRegistry === 'undefined'\)\s*\? \{[^}]*\}, \w+: \(\) => \{\} \}\s*: /g, ''],
  [/typeof \w+ === 'function' && /g, ''],
  // We start an instance anew at once, and whatever is made has its instance's number.
  [/\n *__wbg_call_guard\(\);/g, ''],
  [/this\.__wbg_inst !== undefined && /g, ''],
  // Declared in every glue of ours.
  [/if \(typeof \w+ !== 'undefined'\) /g, ''],
];

/** Of a page's programs, also: texts are written whole. Letter by letter is some milliseconds faster for a megabyte, in 0.15 KB. */
const LESS_OF_TWINS = [
  ...LESS,
  [/, realloc\) \{\s*if \(realloc === undefined\) (\{[^}]*\})[^]*?\n\}/, ') $1'],
  [/, wasm\.__wbindgen_realloc\)/g, ')'],
];

/** The glue of a program, less that. */
const glueOf = (name, less = LESS) =>
  less.reduce((text, [from, to]) => {
    const shorter = text.replace(from, to);
    if (shorter === text) throw new Error(`the glue of "${name}" has changed: ${from} is not there`);
    return shorter;
  }, fs.readFileSync(path.join(pkg, `${name}.js`), 'utf8'));

/** The programs of a page: their glue is the same but for one name, so a script carries it once. */
const twins = ['first', 'board'];

/** That glue as a function of the name. */
async function glueOfTwins() {
  const [first, board] = twins.map((name) => glueOf(name, LESS_OF_TWINS).replaceAll(`"./${name}_bg.js"`, '[NAME]'));
  if (first !== board) throw new Error('the glue of the two programs of a page differs; a script can no longer carry it once');
  // That it is started only once, the engine sees to (wasm/js/engine.js).
  const stdin = { contents: board.replace('export { initSync, __wbg_init as default }', 'export { __wbg_init_once as default }') };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', target: 'es2022', write: false });
  const [, inside, names] = outputFiles[0].text.match(/^([^]*)export \{([^}]*)\};\s*$/);
  return `export function glue(NAME) { ${inside} return {${names.replaceAll(/(\w+) as (\w+)/g, '$2: $1')}}; }`;
}

const made = {
  twins: glueOfTwins,
  integrity: () => `export const first = "${integrityOf(wasm('first'))}", whole = "${integrityOf(wasm(whole))}"`,
  packed: () => `export default "${gzipSync(fs.readFileSync(wasm(whole)), { level: 9 }).toString('base64')}"`,
};

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  format,
  minify: true,
  // Node prints the line that an error came from: of the package's main file not the whole of it.
  ...(entry.endsWith('index.js') && { lineLimit: 160 }),
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  banner: { js: banner },
  logLevel: 'warning',
  plugins: [
    {
      // To a bundler of JavaScript the sheet is one long string.
      name: 'sheet',
      setup(builder) {
        builder.onLoad({ filter: /\/styles\.js$/ }, async ({ path: file }) => {
          const [, before, css, after] = fs.readFileSync(file, 'utf8').match(/^([^]*const CSS = )`([^`]*)`([^]*)$/);
          const { code } = await transform(css, { loader: 'css', minify: true });
          return { contents: before + JSON.stringify(code.trim()) + after };
        });
      },
    },
    {
      name: 'pkg',
      setup(builder) {
        builder.onResolve({ filter: /^\.\.\/pkg\// }, ({ path: wanted }) => {
          const name = path.basename(wanted, '.js');
          return name in made ? { path: name, namespace: 'made' } : { path: path.join(pkg, `${glue[name]}.js`) };
        });
        builder.onLoad({ filter: /[\\/]pkg[\\/]\w+\.js$/ }, ({ path: file }) => {
          const name = path.basename(file, '.js');
          if (!twins.includes(name)) return { contents: glueOf(name) };
          const contents = `import { glue } from '../pkg/twins.js';
            const own = glue('./${name}_bg.js');
            export const { Board, __wbg_reset_state } = own;
            export default own.default;`;
          return { contents, resolveDir: pkg };
        });
        builder.onLoad({ filter: /.*/, namespace: 'made' }, async ({ path: name }) => ({ contents: await made[name]() }));
      },
    },
  ],
});
