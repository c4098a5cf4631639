/**
 * The one error of the package: what is wrong is in `diagnostics`, the same records that `read` gives.
 */
export class PledgeboardError extends Error {
  /** @param {Array<{severity: string, code: string, pointer: string, line: number, column: number, message: string, hint: string}>} diagnostics */
  constructor(diagnostics, options) {
    const first = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
    const more = diagnostics.length > 1 ? ` (+${diagnostics.length - 1})` : '';
    super(`${first.message}${more}`, options);
    this.name = 'PledgeboardError';
    this.diagnostics = diagnostics;
  }

  /** The code of the first error. */
  get code() {
    return this.diagnostics.find(({ severity }) => severity === 'error')?.code ?? this.diagnostics[0].code;
  }

  /** An error that this edge found, with no place in a text. */
  static of(code, message, hint, pointer = '', options) {
    return new PledgeboardError(
      [{ severity: 'error', code, pointer, line: 0, column: 0, message, hint }],
      options,
    );
  }
}
