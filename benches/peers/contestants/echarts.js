// ECharts, tree-shaken to bars on a grid, drawn as SVG.
import { BarChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, SVGRenderer]);

const option = (rows) => ({
  animation: false,
  grid: { left: 130, right: 20, top: 10, bottom: 30 },
  xAxis: { type: 'value', min: 0 },
  yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name) },
  series: [{ type: 'bar', data: rows.map(({ rate }) => rate) }],
});

export function draw(place, rows) {
  const chart = init(place);
  const show = (list) => {
    chart.setOption(option(list));
    // Else it waits for its next frame.
    chart.getZr().flush();
  };
  show(rows);
  return show;
}
