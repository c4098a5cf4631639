// Chart.js, tree-shaken to what a bar chart needs.
import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

export function draw(place, rows) {
  const canvas = document.createElement('canvas');
  place.append(canvas);
  const chart = new Chart(canvas, {
    type: 'bar',
    data: { labels: rows.map(({ name }) => name), datasets: [{ data: rows.map(({ rate }) => rate) }] },
    options: { indexAxis: 'y', animation: false, maintainAspectRatio: false, scales: { x: { min: 0 } } },
  });
  return (next) => {
    chart.data.labels = next.map(({ name }) => name);
    chart.data.datasets[0].data = next.map(({ rate }) => rate);
    chart.update('none');
  };
}
