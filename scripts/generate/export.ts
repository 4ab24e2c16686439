import { houseKinds } from '#home/archive.ts'
import { leftOutOf } from '#platform/archive/export-archive.ts'
import { type Field, type KindShape, readShapes } from '#platform/archive/shapes.ts'
import { withClient } from '#platform/database/roles.ts'
import { startTestCluster, TEMPLATE } from '#platform/database/testing/cluster.ts'
import type { Generator } from '../generate.ts'
import { exportIntroduction } from './export-introduction.ts'

/** Writes docs/export.md out of what each part of the house says of its tables, and of the tables themselves. */
export const generator: Generator = {
  name: 'export',
  files: async () => new Map([['docs/export.md', await describeExport()]]),
}

async function describeExport(): Promise<string> {
  const cluster = await startTestCluster('18')
  try {
    const shapes = await withClient(cluster.urlFor(TEMPLATE), (client) =>
      readShapes(
        async <Row>(text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as Row[],
        houseKinds,
      ),
    )
    const leftOut = leftOutOf(houseKinds, shapes, 'full').map(({ what, why }) => `| \`${what}\` | ${why} |`)
    const kinds = shapes.toSorted((a, b) => (a.kind < b.kind ? -1 : 1)).map(describeKind)
    return `${exportIntroduction}\n## What stays behind\n\n| What | Why |\n| --- | --- |\n${leftOut.join('\n')}\n\n## Kinds of record\n\n${kinds.join('\n')}`
  } finally {
    await cluster.stop()
  }
}

function describeKind({ kind, kept, fields, key, references }: KindShape): string {
  const given: readonly string[] = kept.visitors ?? []
  const documents: readonly string[] = kept.documents ?? []
  const rows = fields.map((field) => {
    const words = [
      key.includes(field.name) ? 'names the record' : '',
      ...references.flatMap((one) => (one.fields.length === 1 && one.fields[0] === field.name ? [`a record of ${one.kind}`] : [])),
      documents.includes(field.name) ? 'a document, by its digest' : '',
    ].filter((word) => word !== '')
    return `| \`${field.name}\` | ${typeInWords(field)} | ${given.includes(field.name) ? 'yes' : ''} | ${words.join('; ')} |`
  })
  return `### ${kind}\n\n${kept.means}\n\n| Field | Value | Public | Is |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
}

const TYPES: Readonly<Record<string, string>> = {
  uuid: 'id',
  text: 'text',
  integer: 'whole number',
  bigint: 'whole number',
  boolean: 'true or false',
  date: 'day (YYYY-MM-DD)',
  'timestamp with time zone': 'instant (ISO 8601, UTC)',
  'time without time zone': 'time of day (HH:MM:SS, London)',
  jsonb: 'JSON',
  bytea: 'bytes (\\x and hexadecimal figures)',
}

function typeInWords({ type, required }: Field): string {
  const list = type.endsWith('[]')
  const one = TYPES[list ? type.slice(0, -2) : type] ?? type
  return `${list ? `list of ${one}` : one}${required ? '' : ', or null'}`
}
