// What every peer's page does: fetch the data, draw both charts so many times, say when they stand there.
import { projects, statuses } from 'contestant';

const count = Number(new URLSearchParams(location.search).get('n') ?? 1);
const data = await (await fetch('/rows-0.json')).json();
const updates = [];

async function place(name, draw, list) {
  const home = document.createElement('div');
  home.className = name;
  document.querySelector('main').append(home);
  const update = await draw(home, list);
  updates.push((next) => update(next[name]));
}

for (let index = 0; index < count; index += 1) {
  await place('statuses', statuses, data.statuses);
  await place('projects', projects, data.projects);
}
globalThis.redraw = (next) => Promise.all(updates.map((update) => update(next)));
globalThis.reportDrawn();
