import { z } from 'zod'
import { deliverySchema } from '#performance/public-data.ts'
import { givingAddress } from './api/addresses.ts'

type Json = Readonly<Record<string, unknown>>

const example = {
  figures: [
    { period: '2026-03', value: '64' },
    { period: '2026-04', status: 'not-yet-available', note: 'Two districts send theirs in June' },
    { period: '2026-05', status: 'provisional', value: '9000', confirmed: true },
  ],
  reason: 'March was counted again after late entries',
}

const answerExample = {
  ...{ new: 2, revised: 1, unchanged: 0, waits: true },
  figures: [
    { period: 'March 2026', area: '', split: '', part: '', effect: 'revised' },
    { period: 'April 2026', area: '', split: '', part: '', effect: 'new' },
    { period: 'May 2026', area: '', split: '', part: '', effect: 'new' },
  ],
}

const refusedExample = {
  type: 'https://schema.oparl.org/1.1/Error',
  message: 'Nothing was stored: one figure is asked about. If right, send them all again with "confirmed": true in these.',
  problems: [
    {
      ...{ figure: 2, field: 'value', value: '9000', code: 'implausible', asked: true },
      message: 'This is outside what is plausible. If it is right, send it again with "confirmed": true in this figure',
    },
  ],
}

const refused = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
})
const withProblems = (description: string): Json => ({
  description,
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${givingAddress.refuses}` }, example: refusedExample } },
})

/** The one operation that changes something: a program gives figures of a measure (I2). With what it takes, an example, and every answer. */
export function givingOperation(): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(deliverySchema, { io: 'input' }) as Json
  return {
    operationId: 'api-give-figures',
    summary: givingAddress.summary,
    description:
      'Needs a token that gives figures, of this measure or of the agency whose figures they are; it acts as its owner and never beyond what they give themselves. Figures wait for the clerk of the board, unless the token is a clerk’s own. What is equal to what is there changes nothing; what differs is a revision and needs a reason.',
    security: [{ token: [] }],
    parameters: [{ $ref: '#/components/parameters/id' }, { $ref: '#/components/parameters/idempotencyKey' }],
    requestBody: { required: true, content: { 'application/json': { schema, example } } },
    responses: {
      200: {
        description: 'All figures are stored, or were stored before under the same key.',
        headers: {
          'Idempotent-Replayed': { description: 'true where this answers an earlier request again.', schema: { type: 'string' } },
        },
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${givingAddress.answers}` }, example: answerExample } },
      },
      400: refused('The key is missing, or the body is no JSON.'),
      401: refused('No token came, or one that opens nothing.'),
      403: refused('The token gives figures of something else, or its owner does not give these.'),
      404: refused('There is no such measure that one may see.'),
      409: withProblems('The key was used for other figures, or the measure is no longer kept.'),
      413: refused('More than 64 KB.'),
      415: refused('The body is not application/json.'),
      422: withProblems('Nothing was stored: what is wrong with which figure, or what is asked about it.'),
      429: refused('Too many requests; Retry-After says how many seconds to wait.'),
      503: refused('Too many came at once; the same request can be sent again.'),
    },
  }
}

/** The key by which a request is known again. */
export const idempotencyKey: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description:
    'Chosen by the program, new for every new delivery. Sent again with the same figures within 31 days it stores nothing and answers the same.',
  schema: { type: 'string', pattern: '^[!-~]{1,200}$' },
  example: '2026-06-figures-of-may',
}
