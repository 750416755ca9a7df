import { render } from 'preact';
import { App } from './layout/app.tsx';
import '../base.css';
import './desk.css';

const root = document.getElementById('desk');
if (root) render(<App />, root);
