import { evaluate, init } from 'pledgeboard';

const ready = init();
onmessage = async ({ data }) => {
  await ready;
  postMessage(evaluate(data).programme.share_met);
};
