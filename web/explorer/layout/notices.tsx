import { leftOut } from '../state/store.ts';

/** What could not be read of the address. */
export function Notices() {
  if (leftOut.value.length === 0) return null;
  return (
    <div class="notices" role="status">
      <p>Left out of the address: {leftOut.value.join(' ')}</p>
      <button type="button" onClick={() => (leftOut.value = [])}>
        OK
      </button>
    </div>
  );
}
