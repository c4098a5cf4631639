// Computes in the page and in a worker, and draws.
import { show } from './show.js';
import { evaluate, init } from 'pledgeboard';
import 'pledgeboard/element';

show(async (source) => {
  await init();
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  const answer = new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = reject;
  });
  worker.postMessage(source);
  return { page: evaluate(source).programme.share_met, worker: await answer };
});
