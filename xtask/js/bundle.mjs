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

const made = {
  integrity: () => ({ first: integrityOf(wasm('first')), whole: integrityOf(wasm(whole)) }),
  packed: () => ({ default: gzipSync(fs.readFileSync(wasm(whole)), { level: 9 }).toString('base64') }),
};

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  format,
  minify: true,
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
        // What the glue says of an old way to call it, nobody of ours can hear.
        builder.onLoad({ filter: /[\\/]pkg[\\/]\w+\.js$/ }, ({ path: file }) => ({
          contents: fs.readFileSync(file, 'utf8').replaceAll(/console\.warn\('using deprecated [^']*'\)/g, ''),
        }));
        builder.onLoad({ filter: /.*/, namespace: 'made' }, ({ path: name }) => ({
          contents: Object.entries(made[name]())
            .map(([key, value]) => (key === 'default' ? `export default "${value}"` : `export const ${key} = "${value}"`))
            .join(';'),
        }));
      },
    },
  ],
});
