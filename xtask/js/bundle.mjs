// Bundles one entry of wasm/js with esbuild.
//   node bundle.mjs <entry> <outfile> <esm|iife> <folder of the wasm-bindgen glue> <banner>
// The sources import the glue as ../pkg/board.js and its like, where `cargo xtask serve` has it; here it lies elsewhere.
import fs from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';

const [entry, outfile, format, pkg, banner] = process.argv.slice(2);

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
      name: 'glue',
      setup(builder) {
        builder.onResolve({ filter: /^\.\.\/pkg\/(first|board|full)\.js$/ }, ({ path: wanted }) => ({
          path: path.join(pkg, path.basename(wanted)),
        }));
      },
    },
  ],
});
