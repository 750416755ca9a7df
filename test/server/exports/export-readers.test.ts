import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, incident, named } from '../../support/articles.ts';
import { openTestGateway, type TestGateway } from '../../support/gateway.ts';
import { listen } from './open-exports.ts';

/** Exports as the programs read them for which they are made (`apt-get install python3-pandas gdal-bin`). */

const run = promisify(execFile);

function answers(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const python = ['python3', '/usr/bin/python3'].find((command) => answers(command, ['-c', 'import pandas']));
const hasGdal = answers('ogrinfo', ['--version']);

const title = 'A, "b"\r\nc';
const total = 230;
const world = article('news', {
  locations: [
    named('mosul', { kind: 'CITY', country: 'IQ', point: { latitude: 36.34, longitude: 43.13 } }),
    named('iraq', { kind: 'COUNTRY', country: 'IQ', point: { latitude: 33, longitude: 44 } }),
  ],
  incidents: Array.from({ length: total }, (_, index) =>
    incident(`i-${1000 + index}`, {
      title: index === 0 ? title : index === 1 ? '=1+1' : `Incident ${index}`,
      date: '2023-11-09',
      location: index % 2 ? 'mosul' : 'iraq',
      casualties: [{ kind: 'KILLED', count: index }],
    }),
  ),
});

let gateway: TestGateway;
let origin: string;

beforeAll(async () => {
  gateway = await openTestGateway();
  await gateway.seed(world);
  origin = await listen(gateway.app);
});
afterAll(() => gateway.close());

const read = `
import json, sys, urllib.request, pandas
address = sys.argv[1]
csv = pandas.read_csv(address + '.csv?orderBy=ID', parse_dates=['date_start'])
lines = pandas.read_json(address + '.ndjson?orderBy=ID', lines=True)
print(json.dumps({
    'rows': len(csv), 'lines': len(lines), 'titles': list(csv.title[:2]), 'killed': int(csv.killed_min.sum()),
    'day': str(csv.date_start[0].date()), 'longitudes': sorted(set(csv.location_longitude)), 'same': bool((csv.id == lines.id).all()),
}))
`;

describe.skipIf(!python)(python ? 'pandas' : 'pandas (skipped: it is not installed)', () => {
  it('reads CSV and NDJSON whole', async () => {
    const { stdout } = await run(python ?? '', ['-c', read, `${origin}/export/incidents`]);
    expect(JSON.parse(stdout)).toEqual({
      rows: total,
      lines: total,
      titles: [title, "'=1+1"],
      killed: (total * (total - 1)) / 2,
      day: '2023-11-09',
      longitudes: [43.13, 44],
      same: true,
    });
  }, 120_000);

  it('refuses an export that broke off', async () => {
    const script = `import io, sys, pandas; pandas.read_csv(io.StringIO(sys.argv[1]))`;
    await expect(run(python ?? '', ['-c', script, 'id,title\r\na,b\r\n"Export failed: no'])).rejects.toThrow(
      /EOF inside string/,
    );
  }, 60_000);
});

describe.skipIf(!hasGdal)(hasGdal ? 'GDAL' : 'GDAL (skipped: it is not installed)', () => {
  const ogrinfo = async (address: string, ...options: string[]) =>
    (await run('ogrinfo', ['-ro', '-al', ...options, `/vsicurl_streaming/${address}`])).stdout;

  it('reads GeoJSON whole, with points and without', async () => {
    const summary = await ogrinfo(`${origin}/export/incidents.geojson`, '-so');
    expect(summary).toContain(`Feature Count: ${total}`);
    expect(summary).toMatch(/Geometry: Point/);
    expect(summary).toMatch(/Extent: \(43\.130*, 36\.340*\) - \(43\.130*, 36\.340*\)/);
    expect(summary).toMatch(/date_start: Date/);
    expect(summary).toMatch(/killed_min: Integer/);
    const one = await ogrinfo(`${origin}/export/incidents.geojson`, '-where', "id = 'Incident:i-1001'");
    expect(one).toMatch(/title \(String\) = =1\+1/);
    expect(one).toMatch(/POINT \(43\.13 36\.34\)/);
  }, 60_000);

  it('reads CSV whole', async () => {
    const summary = await ogrinfo(`${origin}/export/incidents.csv`, '-so');
    expect(summary).toContain(`Feature Count: ${total}`);
  }, 60_000);
});
