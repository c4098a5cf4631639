// Everything in one file: the functions, and the element that comes along.
import { show } from './show.js';
import { evaluate, init } from 'pledgeboard/inline';

show(async (source) => {
  await init();
  return { page: evaluate(source).programme.share_met };
});
