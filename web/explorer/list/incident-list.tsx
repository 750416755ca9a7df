import { list } from '../data/list.ts';
import { change } from '../state/store.ts';

export function IncidentList() {
  const incidents = list.answer.value?.data.incidents?.nodes ?? [];
  return (
    <ol class={`incidents${list.loading.value ? ' outdated' : ''}`}>
      {incidents.map(({ id, title, date, location }) => (
        <li key={id}>
          <button type="button" onClick={() => change({ open: id })}>
            <bdi class="title">{title}</bdi>
            <span class="meta">
              {date?.edtf ?? 'No date'} · <bdi>{location?.name ?? 'No place'}</bdi>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
