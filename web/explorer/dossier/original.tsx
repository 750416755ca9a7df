interface OriginalProps {
  words: string | null | undefined;
  /** The words that it stands beside, and does not repeat. */
  beside?: string;
}

/** The article's own words for a value. */
export function Original({ words, beside }: OriginalProps) {
  if (!words || words === beside) return null;
  return (
    <>
      {' '}
      <q class="original" dir="auto">
        {words}
      </q>
    </>
  );
}
