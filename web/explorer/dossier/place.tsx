interface PlaceProps {
  place: {
    name: string;
    kind: string;
    country: string | null;
    ancestors: { id: string; name: string; kind: string }[];
  };
}

/** A place and what it lies in, nearest first. The country is named last, if no place around it is one. */
export function Place({ place: { name, kind, country, ancestors } }: PlaceProps) {
  const around = ancestors.map((ancestor) => ancestor.name);
  const hasCountry = kind === 'COUNTRY' || ancestors.some((ancestor) => ancestor.kind === 'COUNTRY');
  if (country && !hasCountry) around.push(countryName(country));
  return (
    <>
      <bdi>{name}</bdi>
      {around.length > 0 && (
        <span class="chain">
          {around.map((each) => (
            <span key={each}>
              , <bdi>{each}</bdi>
            </span>
          ))}
        </span>
      )}
    </>
  );
}

const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' });

function countryName(code: string): string {
  return countryNames.of(code) ?? code;
}
