import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect, useMemo, useState } from 'react';
import { useAnswer, useEditorText } from './answer.ts';
import { type AnswerFile, csvOf, jsonOf } from './answer-table.ts';
import { mapLink } from './map-link.ts';
import { useOpenQuery } from './open-query.ts';
import { readSharedQuery, writeSharedQuery } from './shared-query.ts';

/** What can be done with a response and its query. An action that is not possible says why when it is clicked. */
export function AnswerActions() {
  const [message, setMessage] = useState('');
  const answer = useAnswer();
  const { operationName, queryEditor, variableEditor } = useGraphiQL(
    pick('operationName', 'queryEditor', 'variableEditor'),
  );
  const [query, variables] = [useEditorText(queryEditor), useEditorText(variableEditor)];
  const link = useMemo(() => mapLink({ query, operationName, variables }), [query, operationName, variables]);
  useSharedQuery(setMessage);
  const downloads = useMemo(() => ({ CSV: csvOf(answer), JSON: jsonOf(answer) }), [answer]);

  const copyLink = async () => {
    if (query.trim() === '') return setMessage('There is no query to link to.');
    const { origin, pathname } = window.location;
    const isCopied = await copy(origin + pathname + writeSharedQuery({ query, variables }));
    setMessage(isCopied ? 'The link to this query is copied.' : 'The browser does not allow copying.');
  };
  return (
    <div className="answer-actions">
      <div role="toolbar" aria-label="Response">
        {Object.entries(downloads).map(([format, file]) => (
          <Action
            key={format}
            label={`Download ${format}`}
            reason={'reason' in file ? file.reason : undefined}
            run={() => download(file)}
            explain={setMessage}
          />
        ))}
        <Action
          label="Open on the map"
          reason={'reason' in link ? link.reason : undefined}
          run={() => 'href' in link && window.open(link.href, '_blank', 'noopener')}
          explain={setMessage}
        />
        <Action label="Copy link" run={copyLink} explain={setMessage} />
      </div>
      <div role="alert">{message && <p>{message}</p>}</div>
    </div>
  );
}

interface ActionProps {
  label: string;
  /** Why it is not possible. */
  reason?: string | undefined;
  run(): unknown;
  explain(message: string): void;
}

function Action({ label, reason, run, explain }: ActionProps) {
  const act = () => {
    explain(reason ?? '');
    if (reason === undefined) run();
  };
  return (
    <button
      type="button"
      className="answer-action graphiql-un-styled"
      aria-disabled={reason !== undefined}
      title={reason}
      onClick={act}
    >
      {label}
    </button>
  );
}

/** Opens the query of the address once the editors are there, and again when the address changes. */
function useSharedQuery(explain: (message: string) => void): void {
  const { queryEditor, variableEditor } = useGraphiQL(pick('queryEditor', 'variableEditor'));
  const openQuery = useOpenQuery();
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const read = () => setHash(window.location.hash);
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const isReady = Boolean(queryEditor && variableEditor);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link is opened once, whatever changes in the tabs
  useEffect(() => {
    if (!isReady) return;
    const { shared, leftOut } = readSharedQuery(hash);
    if (shared) openQuery(shared);
    if (leftOut.length > 0) explain(leftOut.join(' '));
  }, [isReady, hash]);
}

function download(file: AnswerFile): void {
  if ('reason' in file) return;
  const url = URL.createObjectURL(new Blob([file.text]));
  Object.assign(document.createElement('a'), { href: url, download: file.name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000); // the browser may read it after the click
}

/** Returns whether the text was copied. Only pages over HTTPS or of this machine have the clipboard of the browser. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = Object.assign(document.createElement('textarea'), { value: text });
    document.body.append(area);
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    return isCopied;
  }
}
