import { useState } from 'preact/hooks';
import { state } from '../state/store.ts';
import { copyText } from './copy-text.ts';
import { embedCode, linkTo } from './links.ts';
import { Menu } from './menu.tsx';

/** Copies a link to what is shown, passes it on by the device, or copies code that embeds it. */
export function ShareMenu() {
  return <Menu label="Share">{() => <ShareChoices />}</Menu>;
}

function ShareChoices() {
  const [said, setSaid] = useState('');
  const page = `${window.location.origin}${window.location.pathname}`;
  const link = linkTo(state.value, page);
  const code = embedCode(state.value, page);
  const copy = async (text: string, what: string) =>
    setSaid(
      (await copyText(text)) ? `${what} copied.` : 'The browser does not allow to copy: select the text instead.',
    );
  return (
    <>
      <label>
        Link to what you see
        <input type="text" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" onClick={() => copy(link, 'Link')}>
        Copy link
      </button>
      {'share' in navigator && (
        <button
          type="button"
          onClick={() => navigator.share({ title: document.title, url: link }).catch(() => setSaid('Not shared.'))}
        >
          Share…
        </button>
      )}
      <label>
        Embed it in a page
        <textarea readOnly rows={3} value={code} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" onClick={() => copy(code, 'Code')}>
        Copy code
      </button>
      <output class="said">{said}</output>
    </>
  );
}
