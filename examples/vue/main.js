import { createApp } from 'vue';
import { App } from './App.js';

createApp(App, { src: 'zhonglou-2024.json' }).mount('#app');
