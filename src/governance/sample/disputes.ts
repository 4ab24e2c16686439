import { sql } from 'kysely'
import type { Writer } from '#platform/database/session.ts'
import { type LadderStep, ladderOf } from '../rules/dispute.ts'
import { sampleId } from './ids.ts'
import { sampleTerms } from './terms.ts'

/** A step that a dispute of the sample was taken to; days are counted back from today. */
interface SampleStep {
  readonly to: string
  readonly taken: number
  readonly answered?: readonly [day: number, outcome: 'settled' | 'returned' | 'moved_up', words: string]
}

/** A dispute of the sample. */
interface SampleDispute {
  /** The board, and the key of its terms. */
  readonly at: readonly [slug: string, terms: string]
  readonly sight: 'members' | 'public'
  readonly subject: string
  readonly words: string
  readonly majority: readonly [who: string, view: string]
  readonly minority: readonly [who: string, view: string]
  readonly raised: number
  readonly steps: readonly SampleStep[]
}

const group = 'east-local-area-group'
const partnership = 'northbrook-childrens-partnership'
const atGroup = { at: [group, 'local_area_group'], sight: 'public' } as const

/** One that waits for the partnership, one that came down again, and one of a board whose terms name no steps. */
const sampleDisputes: readonly SampleDispute[] = [
  {
    ...atGroup,
    subject: 'Who pays for transport to the holiday play scheme',
    words:
      'Families in the villages cannot reach the holiday play scheme without transport. The group agrees that it is needed, and not on who pays.',
    majority: [
      'The district council and the children’s centre',
      'The county council pays, because the scheme serves children with a plan of support.',
    ],
    minority: ['The county council', 'The districts pay, because the scheme is open to all children of the area.'],
    raised: 47,
    steps: [
      {
        to: group,
        taken: 47,
        answered: [26, 'returned', 'The group heard both views again and could not settle it. It goes to the partnership.'],
      },
      { to: partnership, taken: 21 },
    ],
  },
  {
    ...atGroup,
    subject: 'Whether the youth club closes on Mondays',
    words: 'The club asked to close on Mondays to save money. Two members of the group would rather shorten every evening.',
    majority: ['Five members of the group', 'One evening is closed, so that the others keep their length.'],
    minority: ['The schools and the young people’s group', 'Every evening is half an hour shorter, so that no day is without the club.'],
    raised: 400,
    steps: [
      { to: group, taken: 400, answered: [372, 'moved_up', ''] },
      {
        to: partnership,
        taken: 372,
        answered: [351, 'settled', 'Every evening is half an hour shorter until summer; the group then looks at the numbers again.'],
      },
    ],
  },
  {
    ...{ at: [partnership, 'strategic_partnership'], sight: 'members' },
    subject: 'Whether the needs assessment is shown before the consultation',
    words:
      'The draft of the needs assessment is finished. Members do not agree whether everybody may read it before the consultation on the plan opens.',
    majority: ['The council and health', 'It is published with the consultation, so that both are read together.'],
    minority: ['The voluntary sector and the schools', 'It is published now, so that people have time to read it.'],
    raised: 12,
    steps: [],
  },
]

/** Adds them as the owner, step by step. */
export async function addDisputes(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  for (const dispute of sampleDisputes) {
    const terms = sampleTerms().find(({ key }) => key === dispute.at[1])
    await addDispute(tx, dispute, terms === undefined ? [] : ladderOf(terms), today)
  }
}

async function addDispute(tx: Writer, dispute: SampleDispute, ladder: readonly LadderStep[], today: Temporal.PlainDate): Promise<void> {
  const before = (days: number): Temporal.PlainDate => today.subtract({ days })
  const { at, sight, subject, words, majority, minority, raised, steps } = dispute
  const id = sampleId('dispute', subject)
  await tx
    .insertInto('governance.dispute')
    .values({
      ...{ id, body: sampleId('body', at[0]), subject, words, majority: majority[0], majority_view: majority[1] },
      ...{
        minority: minority[0],
        minority_view: minority[1],
        raised_on: before(raised),
        raised_in: 'At a meeting of the board',
        sight,
      },
      ladder: sql`${JSON.stringify(ladder)}::jsonb`,
    })
    .execute()
  for (const [index, { to, taken, answered }] of steps.entries()) {
    const known = ladder[index]
    if (known === undefined) throw new Error('The sample takes a dispute further than its terms do.')
    const of = { dispute: id, number: index + 1 }
    await tx
      .insertInto('governance.dispute_step')
      .values({
        ...{ ...of, who: known.who, to_body: sampleId('body', to), taken_on: before(taken) },
        due_on: known.days === null ? null : before(taken).add({ days: known.days }),
      })
      .execute()
    if (answered)
      await tx
        .updateTable('governance.dispute_step')
        .set({ answered_on: before(answered[0]), outcome: answered[1], answer: answered[2] })
        .where('dispute', '=', of.dispute)
        .where('number', '=', of.number)
        .execute()
  }
}
