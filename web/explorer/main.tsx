import { render } from 'preact';
import { App } from './layout/app.tsx';
import './explorer.css';

const root = document.getElementById('explorer');
if (root) render(<App />, root);
