import type { ErrorLike } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';

/** Shows the messages of the gateway, which are written for people, or says that it is out of reach. */
export function Problem({ error }: { error: ErrorLike }) {
  if (!CombinedGraphQLErrors.is(error)) return <p role="alert">The gateway cannot be reached. Try again later.</p>;
  return (
    <ul role="alert">
      {error.errors.map(({ message, path, extensions }) => (
        <li key={`${path} ${message}`}>
          {message} ({String(extensions?.code)})
        </li>
      ))}
    </ul>
  );
}
