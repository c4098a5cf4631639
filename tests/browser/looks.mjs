/**
 * What must be true of every drawing, asked inside the page. Each function runs there by itself: it may use nothing
 * from outside. All return a list of complaints; an empty one is what we want.
 */

/**
 * No `id`, no `url(#…)`, no `style`; every drawing has a name.
 * @param {string} selector
 */
export function unmarked(selector) {
  const complaints = [];
  for (const board of document.querySelectorAll(selector)) {
    for (const element of board.shadowRoot.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name === 'id' || name === 'style' || value.includes('url(#')) complaints.push(`${element.localName} ${name}="${value}"`);
      }
      if (element.localName === 'svg' && element.getAttribute('aria-hidden') !== 'true') {
        const title = element.firstElementChild?.localName === 'title' ? element.firstElementChild.textContent : '';
        const name = element.getAttribute('aria-label') || title;
        // A drawing with named rows is a group: inside an image nothing is read one by one.
        if (!['img', 'group'].includes(element.getAttribute('role')) || !name.trim()) complaints.push('a drawing without a role or a name');
      }
    }
  }
  return complaints;
}

/**
 * No label is cut by its drawing and no two overlap (tolerance 1 px); nothing widens the board.
 *
 * A label's box is what its glyphs may cover, from 0.8 em above to 0.2 em below its baseline: the box that the browser
 * gives is as tall as the font's line and overlaps the line above in every paragraph.
 * @param {string} selector
 */
export function legible(selector) {
  const TOLERANCE = 1;
  const complaints = [];
  for (const board of document.querySelectorAll(selector)) {
    const outer = board.getBoundingClientRect();
    for (const svg of board.shadowRoot.querySelectorAll('svg')) {
      const frame = svg.getBoundingClientRect();
      if (frame.right > outer.right + TOLERANCE || frame.left < outer.left - TOLERANCE) complaints.push('the drawing is wider than its board');
      const boxes = [...svg.querySelectorAll('text, tspan')]
        .filter((element) => ![...element.children].some((child) => child.localName === 'tspan') && element.textContent.trim())
        .map((element) => {
          const rect = element.getBoundingClientRect();
          const matrix = element.getScreenCTM();
          const start = element.getStartPositionOfChar(0);
          const baseline = start.x * matrix.b + start.y * matrix.d + matrix.f;
          const em = parseFloat(getComputedStyle(element).fontSize) * matrix.d;
          return { text: element.textContent, left: rect.left, right: rect.right, top: baseline - 0.8 * em, bottom: baseline + 0.2 * em };
        });
      for (const box of boxes) {
        if (box.left < frame.left - TOLERANCE || box.right > frame.right + TOLERANCE || box.top < frame.top - TOLERANCE || box.bottom > frame.bottom + TOLERANCE) {
          complaints.push(`cut: ${box.text}`);
        }
      }
      for (let i = 0; i < boxes.length; i += 1) {
        for (let j = i + 1; j < boxes.length; j += 1) {
          const [a, b] = [boxes[i], boxes[j]];
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const tall = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (wide > TOLERANCE && tall > TOLERANCE) complaints.push(`overlap: ${a.text} | ${b.text}`);
        }
      }
    }
    // Text in HTML parts: nothing may stick out unless its own box scrolls.
    for (const element of board.shadowRoot.querySelectorAll('.board *:not(svg *)')) {
      if (element.closest('.scroll') && !element.matches('.scroll')) continue;
      const rect = element.getBoundingClientRect();
      if (rect.width > 0 && rect.right > outer.right + TOLERANCE) complaints.push(`sticks out: ${element.localName} ${element.textContent.slice(0, 40)}`);
    }
  }
  return complaints;
}

/**
 * Every label of a drawing stands out at least 4.5 : 1 from what is painted beneath it (axe does not look into SVG).
 * @param {{ selector: string, paper: string }} where `paper`: the page behind the drawing
 */
export function contrasting({ selector, paper }) {
  const complaints = new Set();
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const luminance = ({ r, g, b }) => {
    const linear = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  const fillOf = (element) => {
    const style = getComputedStyle(element);
    if (style.fill === 'none') return null;
    const fill = parse(style.fill);
    return { ...fill, a: fill.a * Number(style.fillOpacity) * Number(style.opacity) };
  };
  for (const board of document.querySelectorAll(selector)) {
    for (const svg of board.shadowRoot.querySelectorAll('svg')) {
      const painted = [...svg.querySelectorAll('rect, path, polygon, circle, text')];
      painted.forEach((text, index) => {
        if (text.localName !== 'text' || !text.textContent.trim()) return;
        const box = text.getBoundingClientRect();
        const y = (box.top + box.bottom) / 2;
        for (const share of [0.05, 0.5, 0.95]) {
          const x = box.left + box.width * share;
          let ground = parse(paper);
          for (const shape of painted.slice(0, index)) {
            if (shape.localName === 'text') continue;
            const rect = shape.getBoundingClientRect();
            const fill = fillOf(shape);
            if (fill && rect.left <= x && x <= rect.right && rect.top <= y && y <= rect.bottom) ground = over(fill, ground);
          }
          const ink = over(fillOf(text) ?? parse('rgb(0 0 0 / 0)'), ground);
          const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
          const ratio = (light + 0.05) / (dark + 0.05);
          if (ratio < 4.5) complaints.add(`${ratio.toFixed(2)} : 1 ${text.textContent}`);
        }
      });
    }
  }
  return [...complaints];
}
