// For bundlers that leave the wasm behind: a copy of `pledgeboard/full.wasm` lies beside the page.
import { evaluate, init } from 'pledgeboard';
import { show } from './show.js';

show(async (source) => {
  await init(new URL('full.wasm', document.baseURI));
  return { page: evaluate(source).programme.share_met };
});
