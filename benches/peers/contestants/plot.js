// Observable Plot, whose way to update is to draw anew.
import { barX, plot } from '@observablehq/plot';

export function draw(place, rows) {
  const show = (list) =>
    place.replaceChildren(
      plot({
        width: place.clientWidth,
        height: 280,
        marginLeft: 130,
        marks: [barX(list, { x: 'rate', y: 'name', sort: null })],
        y: { domain: list.map(({ name }) => name) },
      }),
    );
  show(rows);
  return show;
}
