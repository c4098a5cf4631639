/**
 * The width in pixels that a board is drawn for.
 */
export class Width {
  now = 0;
  #before = 0;

  /** Looks at an element; 0 where nothing is laid out. @param {Element} container */
  measure(container) {
    const { width } = container.ownerDocument.defaultView.getComputedStyle(container);
    // `auto` where nothing is laid out.
    this.now = Math.floor(parseFloat(width)) || 0;
    return this.now;
  }

  /**
   * Takes note of an observed width; whether the board must follow it.
   *
   * A board that grows taller brings a scroll bar, which makes it narrower and shorter, which takes the scroll bar away …:
   * between two such widths the narrower one stays.
   * @param {number} observed
   */
  becomes(observed) {
    const width = Math.floor(observed);
    const sways = width === this.#before && width > this.now && width - this.now < 24;
    if (width === this.now || sways) return false;
    this.#before = this.now;
    this.now = width;
    return true;
  }
}
