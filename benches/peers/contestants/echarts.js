// ECharts, tree-shaken to bars on a grid, a legend and tooltips, drawn as SVG.
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

function chart(place, list, option) {
  const drawn = init(place);
  const show = (rows) => {
    drawn.setOption({ animation: false, tooltip: {}, ...option(rows) });
    // Else it waits for its next frame.
    drawn.getZr().flush();
  };
  show(list);
  return show;
}

export const statuses = (place, list) =>
  chart(place, list, (rows) => ({
    legend: {},
    grid: { top: 30, bottom: 20, left: 10, right: 20 },
    xAxis: { type: 'value' },
    yAxis: { type: 'category', data: [''] },
    series: rows.map(({ name, count }) => ({ type: 'bar', stack: 'all', name, data: [count] })),
  }));

export const projects = (place, list) =>
  chart(place, list, (rows) => ({
    grid: { left: 130, right: 20, top: 10, bottom: 30 },
    xAxis: { type: 'value', min: 0 },
    yAxis: { type: 'category', inverse: true, data: rows.map(({ name }) => name) },
    series: [{ type: 'bar', data: rows.map(({ rate }) => rate) }],
  }));
