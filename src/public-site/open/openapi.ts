import { recordPaths } from '#meetings/paths.ts'
import { publicPaths } from '../paths.ts'
import { type ApiAddress, type ApiName, apiAddresses } from './api/addresses.ts'
import { apiSchemas } from './api/shapes.ts'
import { type BoardTableName, boardTables } from './csv/board-tables.ts'
import { describedTables } from './csv/described.ts'
import { type CsvName, csvTables } from './csv/tables.ts'
import { bodyLists, type OparlType, oparlRoot, oparlTypes, organizationLists } from './oparl/addresses.ts'
import { givingOperation, idempotencyKey } from './openapi-giving.ts'
import { ocdsPathsDescribed } from './openapi-ocds.ts'
import { popoloLists, popoloRoot } from './popolo/addresses.ts'

type Json = Readonly<Record<string, unknown>>

const object = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Object' } } },
})
const list = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/List' } } },
})
const error = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
})
const file = (description: string, type: string): Json => ({ description, content: { [type]: { schema: { type: 'string' } } } })
const parameter = (name: string): Json => ({ $ref: `#/components/parameters/${name}` })
const get = (operationId: string, summary: string, responses: Json, ...parameters: readonly Json[]): Json => ({
  get: { operationId, summary, ...(parameters.length > 0 ? { parameters } : {}), responses },
})

const filters = ['created_since', 'created_until', 'modified_since', 'modified_until', 'omit_internal', 'page', 'after'].map(parameter)

/** What programs can ask this installation for, as OpenAPI 3.1 (requirement O2): open data without a key, and with an access token what its owner may see, and figures that they give. */
export function openApi(publicUrl: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Goldenthread: open data and API',
      version: '1.1',
      description:
        'Everything that the boards publish needs neither an account nor a key. Below /api/v1 somebody who may sign in reads what the pages show them, with an access token. With a token made for it, figures of one agency or one measure can be given; nothing else can be changed.',
      license: { name: 'MIT (of the software)', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    paths: { ...oparlPaths(), ...csvPaths(), ...popoloPaths(), ...ocdsPathsDescribed(), ...boardPaths(), ...apiPaths() },
    components: {
      schemas: { ...schemas, ...apiSchemas() },
      parameters,
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token of one’s own, made at /me/tokens: it reads, or it gives the figures of one agency or measure.',
        },
      },
    },
  }
}

function oparlPaths(): Json {
  const answers = (what: string): Json => ({ 200: object(what), 404: error('There never was such an object.') })
  const paths: Record<string, Json> = {
    [`${oparlRoot}/system`]: get('system', 'The installation: where to start', { 200: object('The system.') }),
    [`${oparlRoot}/body`]: get(
      'bodies',
      'The list of bodies: the partnership',
      { 200: list('One page.'), 400: error('A filter cannot be read.') },
      ...filters,
    ),
  }
  for (const [type, word] of Object.entries(oparlTypes) as [OparlType, string][]) {
    if (type === 'System') continue
    const summary = `One ${type}; with deleted: true and nothing else where it was taken back`
    paths[`${oparlRoot}/${word}/{id}`] = get(word, summary, answers(`The ${type}.`), parameter('id'))
  }
  const holders = [
    ['body', Object.keys(bodyLists)],
    ['organization', Object.keys(organizationLists)],
  ] as const
  for (const [holder, names] of holders) {
    const name = { name: 'list', in: 'path', required: true, schema: { type: 'string', enum: names.map((one) => one.toLowerCase()) } }
    const lists = { 200: list('One page.'), 400: error('A filter cannot be read.'), 404: error('There is no such list.') }
    paths[`${oparlRoot}/${holder}/{id}/{list}`] = get(
      `listOf${holder}`,
      `A list of the ${holder}`,
      lists,
      parameter('id'),
      name,
      ...filters,
    )
  }
  for (const how of ['access', 'download'] as const) {
    const summary = how === 'access' ? 'A file, to be read' : 'A file, as an attachment'
    const responses = { 200: file('The file.', '*/*'), 404: error('There never was such a file.'), 410: error('It was taken back.') }
    paths[`${oparlRoot}/file/{id}/${how}`] = get(`file-${how}`, summary, responses, parameter('id'))
  }
  return paths
}

function csvPaths(): Json {
  const tables = { ...csvTables, ...boardTables }
  const names = Object.keys(tables) as (CsvName | BoardTableName)[]
  const table = {
    name: 'table',
    in: 'path',
    required: true,
    description: names.map((name) => `${name}: a row is ${tables[name].about}`).join('; '),
    schema: { type: 'string', enum: names },
  }
  const responses = { 200: file('The table, with a heading in its first line.', 'text/csv'), 404: error('There is no such table.') }
  const described = { ...table, description: 'A table that is described.', schema: { type: 'string', enum: Object.keys(describedTables) } }
  const what = { 200: file('The description.', 'application/csvm+json'), 404: error('That table is not described.') }
  const given = { 200: file('A package of grants.', 'application/json'), 404: error('No grant is public.') }
  return {
    '/open/csv/{table}.csv': get('csv', 'A public table as CSV', responses, table),
    '/open/csv/{table}.csv-metadata.json': get('csv-metadata', 'What its columns mean, as CSV on the Web', what, described),
    [publicPaths.grants]: get('grants', 'Grants by the 360Giving Data Standard 1.1', given),
  }
}

function popoloPaths(): Json {
  const lists = ['popolo', ...Object.values(popoloLists)]
  const list = {
    name: 'list',
    in: 'path',
    required: true,
    description: 'popolo: all lists at once.',
    schema: { type: 'string', enum: lists },
  }
  const what = (description: string): Json => ({ description, content: { 'application/json': { schema: { type: 'object' } } } })
  const paths: Record<string, Json> = {
    [`${popoloRoot}/{list}.json`]: get(
      'popolo',
      'People, organisations, memberships, posts, motions and vote events as Popolo',
      { 200: what('An object with each list under its name.'), 404: error('There is no such list.') },
      list,
    ),
  }
  for (const type of Object.keys(popoloLists))
    paths[`${popoloRoot}/${type}/{id}`] = get(
      `popolo-${type}`,
      `One ${type} of Popolo`,
      { 200: what(`The ${type}.`), 404: error('There is none, or it was taken back.') },
      parameter('id'),
    )
  return paths
}

function apiPaths(): Json {
  const refused = {
    401: error('No token came, or one that opens nothing.'),
    403: error('The token gives figures, and reads no more than these.'),
    404: error('There is nothing here that one may read.'),
    429: error('Too many requests; Retry-After says how many seconds to wait.'),
  }
  return Object.fromEntries(
    (Object.entries(apiAddresses) as [ApiName, ApiAddress][]).map(([name, { path, summary, answers, hasRange }]) => {
      const schema = { $ref: `#/components/schemas/${answers}` }
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameterName = '']) => parameter(parameterName))
      const asked = hasRange ? ['since', 'until', 'limit'].map(parameter) : []
      const responses = {
        200: { description: summary, content: { 'application/json': { schema } } },
        ...(hasRange ? { 400: error('The range cannot be read, or holds nothing.') } : {}),
        ...refused,
      }
      const described = get(`api-${name}`, summary, responses, ...inPath, ...asked) as { readonly get: Json }
      const gives = name === 'figures' ? { post: givingOperation() } : {}
      return [path, { get: { ...described.get, security: [{ token: [] }] }, ...gives }]
    }),
  )
}

function boardPaths(): Json {
  const range = ['since', 'until', 'limit'].map(parameter)
  const answers = (what: string, type: string): Json => ({
    200: file(what, type),
    400: error('The range cannot be read, or holds nothing.'),
    404: error('There is no such board or topic.'),
  })
  const atom = answers('The feed.', 'application/atom+xml')
  return {
    '/calendar/{board}.ics': get(
      'calendar',
      'The meetings of a board as iCalendar, cancelled ones among them',
      answers('The calendar.', 'text/calendar'),
      parameter('board'),
      ...range,
    ),
    '/feeds/{board}.atom': get('feed', 'What a board publishes and takes back, as Atom', atom, parameter('board'), ...range),
    '/feeds/topics/{topic}.atom': get(
      'topicFeed',
      'What comes out about a topic, of all boards, as Atom',
      atom,
      parameter('topic'),
      ...range,
    ),
    [recordPaths.minutesXml('{id}')]: get(
      'minutesXml',
      'Published minutes as Akoma Ntoso 3.0',
      { 200: file('The minutes.', 'application/akn+xml'), 404: error('None are published, or they were withdrawn.') },
      parameter('id'),
    ),
    '/schemas/goldenthread-terms-1.json': get('termsSchema', 'JSON Schema of the portable form of terms of reference', {
      200: file('The schema.', 'application/schema+json'),
    }),
  }
}

const time = { type: 'string', format: 'date-time' } as const
const moment = { type: 'string', description: 'A day, or a time with an offset: 2027-07-01 or 2027-07-01T14:00:00Z.' } as const
const query = (name: string, description: string, schema: Json): Json => ({ name, in: 'query', description, schema })

const parameters: Json = {
  id: { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  board: {
    name: 'board',
    in: 'path',
    required: true,
    description: 'The name of a board in its address.',
    schema: { type: 'string', pattern: '^[a-z0-9-]+$' },
  },
  topic: {
    name: 'topic',
    in: 'path',
    required: true,
    description: 'The name of a topic in its address.',
    schema: { type: 'string', pattern: '^[a-z0-9-]+$' },
  },
  idempotencyKey,
  since: query('since', 'Only what happened after this time; a day begins in London. Of calendars: meetings from this day on.', moment),
  until: query('until', 'Only what happened up to this time. Of calendars: meetings up to this day.', moment),
  limit: query('limit', 'At most so many, the latest.', { type: 'integer', minimum: 1, maximum: 200 }),
  created_since: query('created_since', 'Only what first came out at this time or later.', time),
  created_until: query('created_until', 'Only what first came out at this time or earlier.', time),
  modified_since: query('modified_since', 'Only what changed at this time or later; what was taken back is among it.', time),
  modified_until: query('modified_until', 'Only what last changed at this time or earlier.', time),
  omit_internal: query('omit_internal', 'Leave out objects inside objects.', { type: 'boolean' }),
  page: query('page', 'From 1. Better: follow links.next.', { type: 'integer', minimum: 1 }),
  after: query('after', 'Where the page before ended, as links.next gives it.', { type: 'string' }),
}

const address = { type: 'string', format: 'uri' } as const
const schemas: Json = {
  Object: {
    type: 'object',
    description:
      'An object of OParl 1.1; its type is the address of its definition. Attributes of our own begin with goldenthread: and are described in docs/open-data.md.',
    required: ['id', 'type', 'created', 'modified'],
    properties: { id: address, type: address, created: time, modified: time, deleted: { type: 'boolean' } },
  },
  List: {
    type: 'object',
    required: ['data', 'pagination', 'links'],
    properties: {
      data: { type: 'array', items: { $ref: '#/components/schemas/Object' } },
      pagination: {
        type: 'object',
        properties: Object.fromEntries(
          ['totalElements', 'elementsPerPage', 'currentPage', 'totalPages'].map((name) => [name, { type: 'integer' }]),
        ),
      },
      links: { type: 'object', properties: Object.fromEntries(['first', 'prev', 'self', 'next', 'last'].map((name) => [name, address])) },
    },
  },
  Error: {
    type: 'object',
    required: ['type', 'message'],
    properties: { type: { const: 'https://schema.oparl.org/1.1/Error' }, message: { type: 'string' }, debug: { type: 'string' } },
  },
}
