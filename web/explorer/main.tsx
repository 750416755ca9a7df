import { render } from 'preact';
import { App } from './layout/app.tsx';
import '../base.css';
import './explorer.css';

const root = document.getElementById('explorer');
if (root) render(<App />, root);
