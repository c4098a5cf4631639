// Chart.js, tree-shaken to bars, a legend, and tooltips: the figures must be had somewhere.
import { BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, Tooltip } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, Tooltip);

const COMMON = { indexAxis: 'y', animation: false, maintainAspectRatio: false };

function chart(place, data, options) {
  const canvas = document.createElement('canvas');
  place.append(canvas);
  return new Chart(canvas, { type: 'bar', data, options: { ...COMMON, ...options } });
}

export function statuses(place, list) {
  const data = (rows) => ({ labels: [''], datasets: rows.map(({ name, count }) => ({ label: name, data: [count] })) });
  const drawn = chart(place, data(list), { scales: { x: { stacked: true }, y: { stacked: true } } });
  return (next) => {
    drawn.data = data(next);
    drawn.update('none');
  };
}

export function projects(place, list) {
  const data = (rows) => ({ labels: rows.map(({ name }) => name), datasets: [{ data: rows.map(({ rate }) => rate) }] });
  const drawn = chart(place, data(list), { plugins: { legend: { display: false } }, scales: { x: { min: 0 } } });
  return (next) => {
    drawn.data = data(next);
    drawn.update('none');
  };
}
