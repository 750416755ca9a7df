import { mapAndTimeline } from '../data/overview.ts';

export function Timeline() {
  const buckets = mapAndTimeline.answer.value?.data.incidents?.timeline ?? [];
  return (
    <section class="timeline" aria-label="Timeline">
      {buckets.length} years
    </section>
  );
}
