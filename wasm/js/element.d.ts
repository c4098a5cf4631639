/** A board in a page: `<pledge-board src="…" view="overview" locale="zh-CN" theme="auto" as-of="2025-09-30">`. */
export class PledgeBoardElement extends HTMLElement {
  /** The address of the document; without it, the `<script type="application/json">` inside the element is read. */
  src: string;
  /** `overview`, `projects`, `commitments` or `table`. */
  view: string;
  /** Without the attribute, by the nearest `lang`; else `zh-CN`. */
  get locale(): 'zh-CN' | 'en';
  set locale(value: string);
  /** `auto` follows the reader's system. */
  get theme(): 'auto' | 'light' | 'dark';
  set theme(value: string);
  /** `YYYY-MM-DD`: what was published by then; null: the document's latest publication. */
  asOf: string | null;
  /** Whether a reader can select what is drawn, by pointer or keyboard; without the attribute, false. */
  selectable: boolean;
  /**
   * The id of the selected commitment (in the view `projects`, of the project), or null. Setting it sends no event; an id that does not
   * exist does no harm.
   */
  selected: string | null;
  /** Asks for the data anew; what is shown stays until something newer comes. */
  reload(): void;
}

/** What a reader has selected, by the document's ids. */
export interface Selection {
  programme: string;
  /** Null: nothing is selected any more. */
  project: string | null;
  /** Null where a whole project is selected (the view `projects`), or nothing any more. */
  commitment: string | null;
}

/** Defines `<pledge-board>` with its wasm at `address`. Importing this entry in a page has done that already. */
export function define(address: URL | string): void;

declare global {
  interface HTMLElementTagNameMap {
    'pledge-board': PledgeBoardElement;
  }
  interface HTMLElementEventMap {
    /** After each drawing; `ok` is false where a message stands in the drawing's place. */
    'pledge-board-draw': CustomEvent<{ ok: boolean }>;
    /** After a reader has selected a commitment or a project of a `selectable` board, or given it up. */
    'commitment-select': CustomEvent<Selection>;
  }
}
