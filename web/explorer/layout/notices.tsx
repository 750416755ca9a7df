import { leftOut } from '../state/store.ts';

/** What could not be read of the address. */
export function Notices() {
  const parts = leftOut.value;
  if (parts.length === 0) return null;
  return (
    <div class="notices" role="status">
      <p>
        Part of the address was left out. {parts.slice(0, 4).join(' ')}
        {parts.length > 4 && ` And ${parts.length - 4} more.`}
      </p>
      <button type="button" class="button" onClick={() => (leftOut.value = [])}>
        OK
      </button>
    </div>
  );
}
