// uPlot, turned on its side, with its own legend and cursor; it does not stack, so the statuses stand beside each other.
import UPlot from 'uplot';

function chart(place, list, value, room) {
  let names;
  const columns = (rows) => {
    names = rows.map(({ name }) => name);
    return [rows.map((_, index) => index), rows.map(value)];
  };
  const data = columns(list);
  const drawn = new UPlot(
    {
      width: place.clientWidth,
      height: room,
      scales: {
        x: { time: false, ori: 1, dir: -1, range: () => [-0.5, names.length - 0.5] },
        y: { ori: 0, dir: 1, range: (_, low, high) => [0, Math.max(1, high)] },
      },
      axes: [
        { side: 3, size: 130, grid: { show: false }, splits: () => names.map((_, index) => index), values: (_, all) => all.map((index) => names[index]) },
        { side: 2, size: 40 },
      ],
      series: [{}, { fill: '#2f6db3', width: 0, points: { show: false }, paths: UPlot.paths.bars({ size: [0.7, 60] }) }],
    },
    data,
    place,
  );
  return (next) => drawn.setData(columns(next));
}

export const statuses = (place, list) => chart(place, list, ({ count }) => count, 90);
export const projects = (place, list) => chart(place, list, ({ rate }) => rate, 250);
