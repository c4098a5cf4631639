import { hydrateRoot } from 'react-dom/client';
import { App } from './App';

hydrateRoot(document.querySelector('#app')!, <App src="zhonglou-2024.json" />);
