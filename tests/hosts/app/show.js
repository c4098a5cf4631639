// What the tests read off the page.
const board = document.querySelector('pledge-board');
const drawn = new Promise((resolve) => board.addEventListener('pledge-board-draw', ({ detail }) => resolve(detail.ok), { once: true }));

export async function show(work) {
  const output = document.querySelector('output');
  try {
    const results = await work(await (await fetch('zhonglou-2024.json')).text());
    output.textContent = JSON.stringify({ ...results, drawn: customElements.get('pledge-board') ? await drawn : null });
  } catch ({ code, message }) {
    output.textContent = JSON.stringify({ code, message });
  }
}
