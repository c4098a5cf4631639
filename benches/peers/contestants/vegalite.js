// Vega-Lite with its embedder, as its documentation shows it.
import embed from 'vega-embed';

const specification = (rows, place) => ({
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  data: { name: 'rows', values: rows },
  mark: 'bar',
  width: place.clientWidth - 160,
  height: 260,
  encoding: {
    x: { field: 'rate', type: 'quantitative' },
    y: { field: 'name', type: 'nominal', sort: null },
  },
});

export async function draw(place, rows) {
  const { view } = await embed(place, specification(rows, place), { actions: false, renderer: 'svg' });
  return (next) => view.data('rows', next).runAsync();
}
