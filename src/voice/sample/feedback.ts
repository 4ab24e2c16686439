import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import type { CountedFeedback } from '../rules/feedback-numbers.ts'
import { feedbackLines } from '../rules/feedback-numbers.ts'
import { answerMail } from '../words/feedback.ts'

/** A complaint, compliment or rating of the sample; all of it is invented. `ago`: days before today on which it came in. */
interface SampleFeedback {
  readonly kind: 'complaint' | 'appeal' | 'compliment' | 'rating'
  readonly whose: 'children' | 'families' | 'staff' | 'others'
  readonly ago: number
  readonly service: string
  readonly summary: string
  readonly words: string
  readonly rating?: number
  /** Days after it came in on which it was answered, and what came of it; none: it waits. */
  readonly answered?: readonly [after: number, outcome: 'upheld' | 'part' | 'not-upheld']
  /** Where the answer goes. */
  readonly contact?: string
  /** Days before today on which it happened, and why it was taken though it came late under the procedure of the law. */
  readonly late?: readonly [ago: number, because: string]
  /** Nobody has looked at it yet. */
  readonly isNew?: true
  /** What was learned of it. */
  readonly learned?: true
}

const speech = 'Speech and language therapy'
const early = 'Early help hub'
const transport = 'Transport to school'

/** What the sample's rules are called by: the partnership's own procedure, first stage. */
const rule = '018f0185-0000-7000-8000-000000000006'

/** The first stage of complaints under the Children Act. */
const childrenAct = '018f0185-0000-7000-8000-000000000001'

const waits = 'Nobody could say how long the wait would be'
const sent: readonly SampleFeedback[] = [
  ...([155, 152, 150, 146, 139, 133, 128] as const).map(
    (ago, index): SampleFeedback => ({
      ...{ kind: 'complaint', whose: 'families', ago, service: speech, summary: waits, answered: [index === 3 ? 40 : 16, 'upheld'] },
      ...{ words: 'We have waited since the spring and nobody can tell us when it will begin.', learned: true },
    }),
  ),
  ...([151, 141, 126] as const).map(
    (ago): SampleFeedback => ({
      ...{ kind: 'complaint', whose: 'families', ago, service: early, summary: 'A visit was moved without a word', answered: [14, 'part'] },
      words: 'Nobody told us that the visit was moved.',
    }),
  ),
  {
    ...{ kind: 'complaint', whose: 'families', ago: 131, service: transport, summary: 'The bus came late on most days of a month' },
    ...{ words: 'The bus is late nearly every morning.', answered: [20, 'part'] },
  },
  {
    ...{ kind: 'complaint', whose: 'children', ago: 125, service: transport, summary: 'No seat that a wheelchair fits beside' },
    ...{ words: 'There is no place for my friend on our bus.', answered: [12, 'upheld'] },
  },
  ...([4, 5, 5, 3, 4, 5] as const).map(
    (rating, index): SampleFeedback => ({
      ...{ kind: 'rating', whose: 'families', ago: 148 - index * 4, service: early, summary: 'A rating after the first visit', rating },
      words: 'Filled in after the first visit.',
    }),
  ),
  {
    ...{ kind: 'compliment', whose: 'families', ago: 21, service: early, summary: 'One worker stayed with the family all the way' },
    words: 'Thank you for sending the same person each time. It made all the difference.',
  },
  {
    ...{ kind: 'complaint', whose: 'families', ago: 52, service: speech, summary: 'A letter that nobody could understand' },
    words: 'The letter about the wait made no sense to us.',
    late: [460, 'The family had no interpreter before, and the letter is still there to be looked at.'],
  },
  {
    ...{ kind: 'complaint', whose: 'staff', ago: 6, service: early, summary: 'Calls to the hub are not called back' },
    words: 'We rang three times about the same family and nobody called back.',
    contact: 'family.team@northbrook.example',
  },
  {
    kind: 'complaint',
    whose: 'children',
    ago: 1,
    service: '',
    summary: '',
    words: 'The youth club closed and nobody asked us.',
    isNew: true,
  },
]

interface Scene {
  readonly tx: Writer
  readonly body: string
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** Writes complaints, compliments and ratings, what was learned from them, and the numbers of a period that is over. */
export async function writeFeedback({ tx, body, today, now }: Scene): Promise<void> {
  const learning = newId()
  await tx
    .insertInto('voice.answer')
    .values({
      ...{ id: learning, body, of_feedback: true, service: speech, sight: 'public', on_day: today.subtract({ days: 80 }) },
      said: 'Nobody could tell us how long we would wait for a first appointment.',
      did: 'Every family now gets a letter within ten days that says how long the wait is and what helps meanwhile. We read it with parents first.',
    })
    .execute()
  for (const [index, one] of sent.entries()) await writeOne({ tx, body, today, now }, one, index, learning)
  const period = sent.filter(({ ago }) => ago > 120)
  const lines = feedbackLines(period.map(countedOf), 5)
  const span = { starts_on: today.subtract({ days: 160 }), ends_on: today.subtract({ days: 120 }) }
  await tx
    .insertInto('voice.feedback_line')
    .values(
      lines.map(({ average, ...line }, index) => ({
        ...{ ...line, ...span, body, position: index + 1, published_at: now, average: average === null ? null : String(average) },
      })),
    )
    .execute()
}

const countedOf = ({ kind, service, rating, answered }: SampleFeedback): CountedFeedback => ({
  ...{ kind, service, provider: '', outcome: answered?.[1] ?? null, rating: rating ?? null },
})

async function writeOne({ tx, body, today, now }: Scene, one: SampleFeedback, index: number, learning: string): Promise<void> {
  const id = newId()
  const { kind, whose, service, summary, rating, answered, isNew } = one
  const receivedOn = today.subtract({ days: one.ago })
  const isOwed = kind === 'complaint' && isNew === undefined
  const state = isNew ? 'received' : !isOwed ? 'noted' : answered ? 'answered' : 'open'
  const answeredOn = answered ? receivedOn.add({ days: answered[0] }) : null
  await tx
    .insertInto('voice.feedback')
    .values({
      ...{ id, body, kind, whose, service, summary, state, received_on: receivedOn, channel: 'online', rating: rating ?? null },
      reference: `F-${['AAAA', 'BBBB', 'CCCC', 'DDDD'][index % 4]}-${String(2222 + index * 111).replaceAll(/[01]/g, '9')}`,
      ...(isOwed
        ? { rule: one.late ? childrenAct : rule, due_on: receivedOn.add({ days: 28 }), acknowledge_by: receivedOn.add({ days: 7 }) }
        : {}),
      ...(answered ? { acknowledged_on: receivedOn.add({ days: 2 }), answered_on: answeredOn, outcome: answered[1] } : {}),
      ...(one.late ? { happened_on: today.subtract({ days: one.late[0] }), late_because: one.late[1] } : {}),
      learning: one.learned ? learning : null,
    })
    .execute()
  const answer = answered ? 'We are sorry. We have written what will change.' : ''
  // Of those that were answered, one left an address.
  const contact = one.contact ?? (answered && one.learned ? 'a.parent@home.example' : '')
  await tx.insertInto('voice.feedback_matter').values({ feedback: id, body, words: one.words, answer, contact }).execute()
  if (answer === '' || contact === '') return
  const { reference } = await tx.selectFrom('voice.feedback').select('reference').where('id', '=', id).executeTakeFirstOrThrow()
  const mail = answerMail({ kind, reference, board: 'Northbrook Children and Young People’s Strategic Partnership', answer })
  await tx
    .insertInto('voice.feedback_mail')
    .values({ feedback: id, body, delivery: newId(), recipient: contact, ...mail, sent_at: now })
    .execute()
}
