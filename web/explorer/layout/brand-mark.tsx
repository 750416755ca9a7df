/** The sign of incident-graph. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
      <path d="M8 23 16 8l9 12" fill="none" stroke="currentColor" stroke-width="2.5" opacity=".45" />
      <circle cx="16" cy="8" r="5" class="mark-main" />
      <circle cx="8" cy="23" r="4" fill="currentColor" />
      <circle cx="25" cy="20" r="4" fill="currentColor" />
    </svg>
  );
}
