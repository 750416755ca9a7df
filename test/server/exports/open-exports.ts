import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { createCsvDivider } from '../../../src/import/csv-records.ts';

/** Makes a gateway listen, and returns its origin. */
export async function listen(app: FastifyInstance): Promise<string> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

/** Parses CSV with the parser of imports. Each record is an object by column, with texts as values. */
export function parseCsv(text: string): Record<string, string>[] {
  const divider = createCsvDivider();
  const [header, ...rows] = [...divider.push(text), ...divider.end()].map(({ fields, broken }) => {
    if (!fields) throw new Error(broken);
    return fields;
  });
  return rows.map((row) => {
    if (row.length !== header?.length) throw new Error(`A record has ${row.length} fields: ${row}`);
    return Object.fromEntries(header.map((column, index) => [column, row[index] ?? '']));
  });
}
