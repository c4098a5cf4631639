/**
 * One WebAssembly instance, shared by all that a page or a program does with it.
 *
 * Wasm keeps no state that cannot be rebuilt. So when anything unplanned leaves it (a trap, a stack overflow, an
 * exception of something it called), the instance is made anew from the compiled module, and only that one call
 * fails. Handles of the old instance are dead then; `generation` tells their owners.
 */
export class Engine {
  /** Grows by one whenever the instance is made anew. */
  generation = 0;
  #glue;
  #ready = null;

  /** @param {object} glue the module that wasm-bindgen wrote */
  constructor(glue) {
    this.#glue = glue;
  }

  /**
   * Loads the instance. Again: no harm, the first one stays. After a failure it may be tried again.
   * @param {() => unknown} input gives what to load from: an address, a response, bytes or a compiled module
   * @returns {Promise<void>}
   */
  init(input) {
    this.#ready ??= this.#load(input);
    return this.#ready;
  }

  async #load(input) {
    try {
      await this.#glue.default({ module_or_path: await input() });
    } catch (error) {
      this.#ready = null;
      throw error;
    }
    this.loaded = true;
  }

  /** Whether calls can be made. */
  loaded = false;

  /**
   * Makes one call. What Rust throws on purpose is a string and passes through; anything else renews the instance.
   * @template T
   * @param {(glue: object) => T} work
   * @returns {T}
   */
  call(work) {
    try {
      return work(this.#glue);
    } catch (error) {
      if (typeof error !== 'string') {
        this.generation += 1;
        this.#glue.__wbg_reset_state();
      }
      throw error;
    }
  }
}
