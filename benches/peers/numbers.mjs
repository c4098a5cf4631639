/** Medians, quartiles, and another order each time. */
const sorted = (list) => [...list].sort((a, b) => a - b);
export const median = (list) => {
  const all = sorted(list);
  const middle = all.length >> 1;
  return all.length % 2 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
};
export const quartiles = (list) => [0.25, 0.75].map((share) => sorted(list)[Math.floor((list.length - 1) * share + 0.5)]);
export const shuffled = (list) => {
  const order = [...list];
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(Math.random() * (index + 1));
    [order[index], order[other]] = [order[other], order[index]];
  }
  return order;
};
