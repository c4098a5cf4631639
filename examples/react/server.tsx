import { renderToString } from 'react-dom/server';
import { App } from './App';

/** What `<div id="app">` holds before the script comes. */
export const html = renderToString(<App src="zhonglou-2024.json" />);
