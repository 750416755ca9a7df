import { state } from '../state/store.ts';
import { linkTo } from './links.ts';
import './share.css';

/** Leads from an embedded view to the whole page, in a tab of its own. */
export function EmbedLink() {
  if (!state.value.embed) return null;
  return (
    <a class="embed-link" href={linkTo(state.value, window.location.pathname)} target="_blank" rel="noopener">
      Open in incident-graph ↗
    </a>
  );
}
