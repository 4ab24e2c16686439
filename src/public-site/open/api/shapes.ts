import { z } from 'zod'
import { periodTypes, statuses } from '#performance/public.ts'

/*
 * What the API answers, each shape once: an answer is checked against it before it leaves, and the description in OpenAPI is made of it. What is missing
 * is null here, never invented; what somebody may not see is left out of lists, or null where the page shows that something is there.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const time = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .nullable()
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
const id = z.string().regex(/^[0-9a-f-]{36}$/)
const web = z.string().describe('The page for people.')
const count = z.number().int().min(0).nullable()
const name = z.string()

const me = z
  .strictObject({
    name,
    boards: z.array(z.strictObject({ id, slug: z.string(), name, roles: z.array(z.string()) })),
    token: z.strictObject({
      name,
      expiresAt: instant,
      scope: z
        .enum(['read', 'figures'])
        .describe('Reads all that its owner may see; or gives figures of one agency or measure, and reads those alone.'),
      of: z
        .strictObject({ type: z.enum(['agency', 'measure']), id })
        .nullable()
        .describe('What it gives figures of; null for one that reads.'),
    }),
  })
  .describe('Who the token acts for: the boards and roles of today, and the token itself.')

const board = z
  .strictObject({ id, slug: z.string(), name, roles: z.array(z.string()), web })
  .describe('A board to which somebody belongs, with what they are there.')

const meeting = z
  .strictObject({
    id,
    board: id,
    title: z.string().describe('Empty where it has none of its own.'),
    heldOn: day,
    startsAt: time,
    endsAt: time,
    place: z.string(),
    state: z.enum(['planned', 'called', 'in_progress', 'ended', 'abandoned', 'cancelled', 'rescheduled']),
    web,
  })
  .describe('A meeting. Times are London’s.')

const item = z
  .strictObject({
    id,
    number: z.string(),
    title: z.string().describe('Its public title where one may see its face only.'),
    isWhole: z.boolean().describe('False where one may see the face only.'),
    presenter: z.string().nullable(),
    purpose: z.string(),
    category: z.enum(['public', 'exempt', 'confidential']),
    paragraphs: z.array(z.string()),
    urgent: z.boolean(),
    withdrawn: z.boolean(),
    withdrawnReason: z.string(),
    papers: z.array(z.strictObject({ title: z.string(), firstPage: z.string(), lastPage: z.string() })),
    web,
  })
  .describe('An item of an agenda, with the papers that were published under it.')

const publication = z
  .strictObject({
    id,
    kind: z.enum(['pack', 'supplement', 'correction', 'minutes', 'release']),
    number: z.number().int(),
    publishedOn: day,
    withdrawn: z.boolean(),
    withdrawnReason: z.string(),
  })
  .describe('What came out for the meeting, and was perhaps taken back.')

const wholeMeeting = meeting
  .extend({
    boards: z.array(id).describe('The boards at the table, the one that called the meeting first.'),
    items: z.array(item),
    publications: z.array(publication),
  })
  .describe('A meeting with its agenda, papers and publications.')

const decision = z
  .strictObject({
    id,
    meeting: id,
    board: id.describe('The board that decided it: at a joint meeting one of those at the table.'),
    item: id.nullable(),
    number: z.string(),
    type: z.string(),
    text: z.string(),
    decidedOn: day,
    method: z.string(),
    for: count,
    against: count,
    abstained: count,
    category: z.enum(['public', 'exempt', 'confidential']),
    force: z.string().nullable().describe('How it stands with the partners that must take it home, in words; null where none must.'),
    web,
  })
  .describe('A decision that stands.')

const action = z
  .strictObject({
    id,
    meeting: id,
    board: id.describe('The board whose action it is: at a joint meeting one of those at the table.'),
    item: id.nullable(),
    text: z.string(),
    leads: z.array(z.string()),
    due: z.string().describe('As written.'),
    state: z.string(),
    doneOn: day.nullable(),
    web,
  })
  .describe('An action that was agreed.')

const duty = z
  .strictObject({ id, meeting: id, board: id, text: z.string(), due: z.string(), dueTo: day.nullable(), web })
  .describe('An open action that one leads.')

const digits = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .nullable()
const statusName = z.enum(statuses)

const measure = z
  .strictObject({
    id,
    board: id,
    reference: z.string().describe('As the plan numbers it; empty where it does not.'),
    title: name,
    meaning: z.string(),
    unit: z.string(),
    kind: z.enum(['flow', 'stock', 'rate', 'ratio', 'score', 'text']),
    frequency: z.enum(periodTypes),
    splits: z.array(z.strictObject({ split: z.string(), parts: z.array(z.string()) })),
    areas: z.array(name).describe('Areas for which figures are given besides the whole.'),
    protectsSmallNumbers: z
      .boolean()
      .describe('True where it counts people: areas and splits are then given whole, together with their total.'),
    isKept: z.boolean().describe('False where it is no longer kept: its figures stay.'),
    web,
  })
  .describe('A measure by its latest definition.')

const figure = z
  .strictObject({
    period: z.string().describe('As people write it: March 2026, Q1 2026-27.'),
    startsOn: day,
    endsOn: day.describe('The first day after it.'),
    area: z.string().describe('By name; empty for the whole.'),
    split: z.string().describe('Empty for the whole.'),
    part: z.string(),
    status: statusName,
    value: digits.describe('Null where the status has no number: what is missing is never a zero.'),
    words: z.string(),
    numerator: digits,
    denominator: digits,
    lower: digits,
    upper: digits,
    revision: z.number().int().min(1),
    holds: z.boolean().describe('False where a later revision holds.'),
    reason: z.string().describe('Why it differs from the revision before.'),
    note: z.string(),
    source: z.string(),
    isPublic: z.boolean().describe('False where the board alone sees it.'),
    enteredAt: instant,
  })
  .describe('One revision of a figure. Small numbers were hidden before it was stored.')

const effect = z.enum(['new', 'revised', 'unchanged'])
const shown = z
  .enum(['shown', 'hidden', 'held-back'])
  .describe(
    'What the protection of small numbers does with it. hidden: it stands as suppressed, because it is small or a small one could be worked out with it; held-back: nothing new of its period comes out, and what is published goes on standing. Answers of earlier releases that are given again lack it.',
  )
const figuresGiven = z
  .strictObject({
    new: z.number().int(),
    revised: z.number().int(),
    unchanged: z.number().int(),
    waits: z.boolean().describe('True where they wait for the clerk of the board before everybody sees them.'),
    figures: z.array(
      z.strictObject({ period: z.string(), area: z.string(), split: z.string(), part: z.string(), effect, shown: shown.optional() }),
    ),
  })
  .describe(
    'What became of the figures, in their order. The same Idempotency-Key answers the same again, with the header Idempotent-Replayed.',
  )

const figuresRefused = z
  .strictObject({
    type: z.literal('https://schema.oparl.org/1.1/Error'),
    message: z.string().describe('What happened and what to do, in a sentence.'),
    problems: z.array(
      z.strictObject({
        figure: z
          .number()
          .int()
          .min(0)
          .nullable()
          .describe('The place of the figure in the list, from 0; null for the request as a whole.'),
        field: z.string().describe('Which part of it; empty for the whole of it.'),
        value: z.string().describe('What stood there.'),
        code: z.string(),
        asked: z.boolean().describe('True where nothing is wrong by itself: send the figure again with "confirmed": true if it is right.'),
        message: z.string(),
      }),
    ),
  })
  .describe('Why nothing was stored.')

const list = <Shape extends z.ZodType>(shape: Shape) => z.strictObject({ data: z.array(shape) })

/** What each address answers. */
export const apiAnswers = {
  Me: me,
  Boards: list(board),
  Meetings: list(meeting),
  Meeting: wholeMeeting,
  Decisions: list(decision),
  Actions: list(action),
  Duties: list(duty),
  Measures: list(measure),
  Figures: list(figure),
  FiguresGiven: figuresGiven,
  FiguresRefused: figuresRefused,
} as const

/** The name of a shape. */
export type ApiAnswer = keyof typeof apiAnswers

/** What an answer holds. */
export type ApiShape<Name extends ApiAnswer> = z.input<(typeof apiAnswers)[Name]>

/** The shapes as JSON Schema, for the description in OpenAPI. */
export function apiSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(apiAnswers).map(([key, shape]) => {
      const { $schema: _dialect, ...schema } = z.toJSONSchema(shape) as Readonly<Record<string, unknown>>
      return [key, schema]
    }),
  )
}
