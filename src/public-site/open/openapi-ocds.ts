import { ocdsPaths, ocdsRoot } from '#commissioning/public.ts'

type Json = Readonly<Record<string, unknown>>

const content = { 'application/json': { schema: { type: 'object' } } }
const answer = (description: string): Json => ({ description, content })
const query = (name: string, description: string): Json => ({ name, in: 'query', description, schema: { type: 'string' } })
const inPath = (name: string, description: string): Json => ({ name, in: 'path', required: true, description, schema: { type: 'string' } })
const get = (operationId: string, summary: string, parameters: readonly Json[], what: string, others: Json): Json => ({
  get: { operationId, summary, parameters, responses: { 200: answer(what), 304: { description: 'Nothing changed.' }, ...others } },
})
const misasked = { 400: answer('What was asked cannot be read; the answer says why.') }
const gone = { 404: answer('There never was one.'), 410: answer('It was taken back.') }

/** Open contracting data as OpenAPI describes them (C15, O2). */
export function ocdsPathsDescribed(): Readonly<Record<string, Json>> {
  const after = query('after', 'Where the page before ended, as links.next has it.')
  return {
    [ocdsPaths.about]: get(
      'ocds-about',
      'What there is of open contracting data, under which licence, and since when; ask with Accept: application/json, or it answers with a page',
      [],
      'How many releases and records, and where they are.',
      {},
    ),
    [ocdsPaths.releases]: get(
      'ocds-releases',
      'Releases of contracts in the order in which they came out, 100 a page (OCDS 1.1.5 with the UK extension)',
      [after, query('since', 'Only what came out then or later: a full time with an offset.')],
      'A package of releases.',
      misasked,
    ),
    [ocdsPaths.records]: get(
      'ocds-records',
      'Contracts with all their releases, and merged into one, 100 a page',
      [after],
      'A package of records.',
      misasked,
    ),
    [`${ocdsRoot}/releases/{release}.json`]: get(
      'ocds-release',
      'One release',
      [inPath('release', 'The id of the release.')],
      'A package with it.',
      gone,
    ),
    [`${ocdsRoot}/records/{ocid}.json`]: get(
      'ocds-record',
      'One process',
      [inPath('ocid', 'The ocid of the process.')],
      'A package with its record.',
      gone,
    ),
  }
}
