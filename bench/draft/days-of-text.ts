const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const msPerDay = 86_400_000;

/**
 * Returns every day that the words of a release carry or imply, `YYYY-MM-DD`, whatever it is the day of: days that are
 * written, that of each dateline, and what `today`, `yesterday`, `last night`, `overnight`, days of the week and `the
 * past 24 hours` mean, counted from the publication and from each dateline. An annotated day that is not among them
 * cannot be read in the text. It is written apart from the rules of drafts, and knows less of grammar than they do.
 */
export function daysOfText(text: string, published: string): Set<string> {
  const publication = Date.parse(published);
  const written = [...text.matchAll(/\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})\b/g)].flatMap(([, month = '', day = '']) => {
    const index = months.indexOf(month.slice(0, 3).toLowerCase());
    return index === -1 ? [] : [nearest(index, Number(day), publication)];
  });
  const datelines = [...text.matchAll(/\(\s*([A-Z][a-z]{2,8})\.?\s+(\d{1,2})/g)].flatMap(([, month = '', day = '']) => {
    const index = months.indexOf(month.slice(0, 3).toLowerCase());
    return index === -1 ? [] : [nearest(index, Number(day), publication)];
  });
  const days = new Set([...written, publication]);
  for (const from of [publication, ...datelines]) {
    const add = (...back: number[]) => {
      for (const each of back) days.add(from - each * msPerDay);
    };
    if (/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i.test(text)) add(0);
    if (/\byesterday\b/i.test(text)) add(1);
    if (/\b(?:last ?night|overnight)\b/i.test(text)) add(0, 1);
    for (const [, number = '', unit = ''] of text.matchAll(/\b(\d+|two|three) (hours|days|nights)\b/gi)) {
      const count = { two: 2, three: 3 }[number] ?? Number(number);
      const back = unit === 'hours' ? Math.ceil(count / 24) : count;
      for (let each = 0; each <= back && each < 32; each++) add(each);
    }
    for (const [name] of text.matchAll(/\b(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/g)) {
      const back = (new Date(from).getUTCDay() - weekdays.indexOf(name.toLowerCase()) + 7) % 7;
      add(back, ...(back === 0 ? [7] : []));
    }
  }
  return new Set([...days].map((day) => new Date(day).toISOString().slice(0, 10)));
}

function nearest(month: number, day: number, to: number): number {
  const year = new Date(to).getUTCFullYear();
  const days = [year - 1, year, year + 1].map((each) => Date.UTC(each, month, day));
  return days.sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? to;
}
