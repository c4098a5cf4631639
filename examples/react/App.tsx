import { useState } from 'react';
import 'pledgeboard/element';

const VIEWS = { overview: 'Overview', projects: 'By project', commitments: 'By commitment', table: 'Table' };

/** A board with a choice of views. It may be rendered on a server too: there the tag stands with its fallback. */
export function App({ src }: { src: string }) {
  const [view, setView] = useState('projects');
  const [open, setOpen] = useState(true);
  return (
    <main>
      <p>
        {Object.entries(VIEWS).map(([name, words]) => (
          <button key={name} type="button" aria-pressed={name === view} onClick={() => setView(name)}>
            {words}
          </button>
        ))}
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Close' : 'Open'}
        </button>
      </p>
      {open && (
        <pledge-board src={src} view={view} locale="en">
          <p>
            The programme as <a href={src}>data</a>.
          </p>
        </pledge-board>
      )}
    </main>
  );
}
