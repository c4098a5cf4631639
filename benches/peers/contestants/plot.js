// Observable Plot, whose way to update is to draw anew.
import { barX, plot } from '@observablehq/plot';

function chart(place, list, options) {
  // Asked once: each time would lay out the page.
  const { clientWidth: width, clientHeight: height } = place;
  const show = (rows) => place.replaceChildren(plot({ width, height, ...options(rows) }));
  show(list);
  return show;
}

export const statuses = (place, list) =>
  chart(place, list, (rows) => ({
    color: { legend: true },
    height: 50,
    marks: [barX(rows, { x: 'count', fill: 'name', title: ({ name, count }) => `${name} ${count}` })],
  }));

export const projects = (place, list) =>
  chart(place, list, (rows) => ({
    marginLeft: 130,
    marks: [barX(rows, { x: 'rate', y: 'name', sort: null, title: ({ name, rate }) => `${name} ${rate}` })],
    y: { domain: rows.map(({ name }) => name) },
  }));
