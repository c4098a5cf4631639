/**
 * Selecting a commitment on a board, by pointer or keyboard. Of a selectable board the program draws the marks as controls that
 * name what they stand for (scene/control.rs); here they get their states, and are told what a reader does.
 *
 * To the keyboard all of them are one stop, with arrows between them. A twin (the tile of what stands beneath in words) is hit
 * by pointers only.
 */
const MARKS = '[data-project]';
const CONTROLS = '[tabindex]';

/** What a mark stands for; undefined for anything else. @param {HTMLElement | SVGElement} mark */
export const idOf = ({ dataset }) => dataset.commitment ?? dataset.project;

/**
 * Shows which mark is selected, and which one the keyboard comes to.
 * @param {Element} container of the board
 * @param {string | null} selected what it stands for
 * @param {string} [focused] what the mark stands for that has, or shall have, the focus
 */
export function offer(container, selected, focused = idOf(container.getRootNode().activeElement ?? container)) {
  const controls = [...container.querySelectorAll(CONTROLS)];
  const control = (id) => controls.find((mark) => idOf(mark) === id);
  const stop = control(focused) ?? control(selected) ?? controls[0];
  for (const mark of controls) mark.tabIndex = mark === stop ? 0 : -1;
  for (const mark of container.querySelectorAll(MARKS)) {
    mark.setAttribute(mark.localName === 'tr' ? 'aria-selected' : 'aria-pressed', idOf(mark) === selected);
  }
}

let down = null;

/** Remembers where a click begins. @param {MouseEvent} event */
export const press = (event) => {
  down = event;
};

/**
 * The mark that a click or a key selects, if any. Arrows, Home and End go from mark to mark.
 * @param {MouseEvent | KeyboardEvent} event inside the board
 */
export function selectedBy(event) {
  const { target, key, currentTarget } = event;
  const mark = target.closest(MARKS);
  if (!mark) return;
  if (!key) {
    // Dragged: to select text. (A selection cannot be asked in every shadow root, and in Firefox it outlives the next click.)
    const dragged = down && Math.abs(event.x - down.x) > 4;
    down = null;
    // What else can be clicked in a mark has its own purpose; a double click selects a word.
    return dragged || event.detail > 1 || target.closest('a,button,summary') ? undefined : mark;
  }
  if (target !== mark || event.altKey || event.ctrlKey || event.metaKey) return;
  const controls = [...currentTarget.querySelectorAll(CONTROLS)];
  const at = controls.indexOf(mark);
  const last = controls.length - 1;
  const to = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: last }[key];
  if (controls[to]) {
    mark.tabIndex = -1;
    controls[to].tabIndex = 0;
    controls[to].focus();
  }
  const selects = key === 'Enter' || key === ' ';
  // Else the page would scroll as well.
  if (selects || to !== undefined) event.preventDefault();
  if (selects) return mark;
}
