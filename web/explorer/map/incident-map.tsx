import { mapAndTimeline } from '../data/overview.ts';

export function IncidentMap() {
  return (
    <section class="map" aria-label="Map">
      {JSON.stringify(mapAndTimeline.answer.value?.data.incidents?.bounds)}
    </section>
  );
}
