// uPlot, turned on its side.
import UPlot from 'uplot';

export function draw(place, rows) {
  let names;
  const columns = (list) => {
    names = list.map(({ name }) => name);
    return [list.map((_, index) => index), list.map(({ rate }) => rate)];
  };
  const data = columns(rows);
  const chart = new UPlot(
    {
      width: place.clientWidth,
      height: 280,
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, ori: 1, dir: -1, range: () => [-0.5, names.length - 0.5] },
        y: { ori: 0, dir: 1, range: (_, low, high) => [0, Math.max(1, high)] },
      },
      axes: [
        { side: 3, size: 130, grid: { show: false }, splits: () => names.map((_, index) => index), values: (_, list) => list.map((index) => names[index]) },
        { side: 2, size: 40 },
      ],
      series: [{}, { fill: '#2f6db3', width: 0, points: { show: false }, paths: UPlot.paths.bars({ size: [0.7, 60] }) }],
    },
    data,
    place,
  );
  return (next) => chart.setData(columns(next));
}
