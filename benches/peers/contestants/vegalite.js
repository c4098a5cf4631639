// Vega-Lite with its embedder, as its documentation shows it.
import embed from 'vega-embed';

async function chart(place, list, rest) {
  const specification = {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    data: { name: 'rows', values: list },
    mark: { type: 'bar', tooltip: true },
    ...rest,
  };
  const { view } = await embed(place, specification, { actions: false, renderer: 'svg' });
  return (next) => view.data('rows', next).runAsync();
}

export const statuses = (place, list) =>
  chart(place, list, {
    width: place.clientWidth - 160,
    height: 40,
    encoding: { x: { field: 'count', type: 'quantitative' }, color: { field: 'name', type: 'nominal' } },
  });

export const projects = (place, list) =>
  chart(place, list, {
    width: place.clientWidth - 160,
    height: 240,
    encoding: { x: { field: 'rate', type: 'quantitative' }, y: { field: 'name', type: 'nominal', sort: null } },
  });
