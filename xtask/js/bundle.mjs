// Bundles one entry of wasm/js with esbuild.
//   node bundle.mjs <entry> <outfile> <esm|iife> <folder of the wasm-bindgen glue> <banner>
// The sources import the glue as ../pkg/board.js and its like, where `cargo xtask serve` has it; here it lies elsewhere.
import path from 'node:path';
import { build } from 'esbuild';

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
      name: 'glue',
      setup(builder) {
        builder.onResolve({ filter: /^\.\.\/pkg\/(first|board|full)\.js$/ }, ({ path: wanted }) => ({
          path: path.join(pkg, path.basename(wanted)),
        }));
      },
    },
  ],
});
