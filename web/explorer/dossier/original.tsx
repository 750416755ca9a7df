/** The article's own words for a value. */
export function Original({ words }: { words: string | null | undefined }) {
  if (!words) return null;
  return (
    <>
      {' '}
      <q class="original" dir="auto">
        {words}
      </q>
    </>
  );
}
