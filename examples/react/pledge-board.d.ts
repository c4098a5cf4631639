import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PledgeBoardElement } from 'pledgeboard/element';

/** The attributes of the tag, under their own names. */
interface PledgeBoardAttributes extends HTMLAttributes<PledgeBoardElement> {
  src?: string;
  view?: string;
  locale?: string;
  theme?: string;
  'as-of'?: string;
  'onpledge-board-draw'?: (event: CustomEvent<{ ok: boolean }>) => void;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'pledge-board': DetailedHTMLProps<PledgeBoardAttributes, PledgeBoardElement>;
    }
  }
}
