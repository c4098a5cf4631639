// What every peer's page does: fetch the rows, draw them so many times, say when they stand there.
import { draw } from 'contestant';

const count = Number(new URLSearchParams(location.search).get('n') ?? 1);
const rows = await (await fetch('/rows-0.json')).json();
const updates = [];
for (let index = 0; index < count; index += 1) {
  const place = document.createElement('div');
  place.className = 'chart';
  document.querySelector('main').append(place);
  updates.push(await draw(place, rows));
}
globalThis.redraw = (next) => Promise.all(updates.map((update) => update(next)));
globalThis.reportDrawn();
