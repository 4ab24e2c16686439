import { createHash } from 'node:crypto'
import type { Writer } from '#platform/database/session.ts'
import { LONDON } from '#platform/time/london.ts'
import { sampleAppointments } from './appointments.ts'
import { on, sampleId } from './ids.ts'

// How the children's partnership takes in new members: a template since 2022, one newcomer who is not through, and a new agreement that not all have signed.

const PARTNERSHIP = 'northbrook-childrens-partnership'
const TEMPLATE_FROM = '2022-01-01'

const steps: readonly (readonly [kind: string, title: string, within: number])[] = [
  ['pack', 'Members’ pack: terms, plan, who is who, how papers are read', 7],
  ['buddy', 'A member who goes along to the first two meetings', 14],
  ['briefing', 'An hour with the chair and the clerk', 28],
  ['sign_terms', 'The terms of reference, read and agreed', 28],
  ['sign_agreement', 'The members’ agreement, read and agreed', 28],
]

const FIRST = `I come prepared, or send my deputy in good time.

I speak for my organisation and take decisions home to it.

What is exempt stays with me.`

const SECOND = `${FIRST}

I say what I need to take part, and make room for what others need.`

const sitting = (today: Temporal.PlainDate) =>
  (sampleAppointments[PARTNERSHIP] ?? []).filter(
    ([, , , , from, end]) =>
      Temporal.PlainDate.compare(on(from), today) <= 0 && (end === undefined || Temporal.PlainDate.compare(today, on(end)) < 0),
  )

/** Puts in the template, what was done of it, both versions of the agreement, and the signatures. */
export async function addInduction(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  const body = sampleId('body', PARTNERSHIP)
  // Under a clock of earlier years there is no template yet.
  if (Temporal.PlainDate.compare(today, on(TEMPLATE_FROM).add({ years: 1 })) < 0) return
  const rows = steps.map(([kind, title, within], position) => ({
    ...{ id: sampleId('induction-step', kind), body, kind, title, within_days: within, position, starts_on: on(TEMPLATE_FROM) },
  }))
  await tx.insertInto('governance.induction_step').values(rows).execute()
  await addDone(tx, today)
  await addSignatures(tx, body, today)
}

async function addDone(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  const newcomers = sitting(today).filter(([, , , , from]) => Temporal.PlainDate.compare(on(from), on(TEMPLATE_FROM)) >= 0)
  const done = newcomers.flatMap(([seat, place, who, , from]) => {
    const appointment = sampleId('appointment', `${PARTNERSHIP} ${seat} ${place} ${who}`)
    // The newest of them has had the pack and a buddy, and waits for the briefing.
    const kinds = who === 'sutton' ? ['pack', 'buddy'] : ['pack', 'buddy', 'briefing']
    return kinds.map((kind, index) => ({
      ...{ appointment, step: sampleId('induction-step', kind), done_on: on(from).add({ days: 3 + index * 5 }) },
      ...{ buddy: kind === 'buddy' ? sampleId('person', who === 'akhtar' ? 'marsh' : 'akhtar') : null },
      recorded_by: sampleId('person', 'siddiqui'),
    }))
  })
  if (done.length > 0) await tx.insertInto('governance.induction_done').values(done).execute()
}

async function addSignatures(tx: Writer, body: string, today: Temporal.PlainDate): Promise<void> {
  const at = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime({ timeZone: LONDON, plainTime: '09:30' }).toInstant()
  const versions = [
    { id: sampleId('agreement', '1'), body, number: 1, words: FIRST, starts_on: on(TEMPLATE_FROM), recorded_at: at(on(TEMPLATE_FROM)) },
    {
      ...{ id: sampleId('agreement', '2'), body, number: 2, words: SECOND },
      starts_on: today.subtract({ days: 40 }),
      recorded_at: at(today.subtract({ days: 45 })),
    },
  ]
  await tx.insertInto('governance.member_agreement').values(versions).execute()
  const terms = await tx
    .selectFrom('governance.terms_version')
    .select(['id', 'document'])
    .where('body', '=', body)
    .where('state', '=', 'adopted')
    .where('ends_on', 'is', null)
    .executeTakeFirst()
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
  const people = [...new Set(sitting(today).map(([, , who]) => who))].filter((who) => who !== 'sutton')
  const rows = people.flatMap((who, index) => {
    const person = sampleId('person', who)
    const sign = (
      what: string,
      of: { readonly terms_version: string | null; readonly agreement: string | null },
      text: string,
      ago: number,
    ) => ({
      ...{ id: sampleId('signature', `${what} ${who}`), person, body, ...of, digest: digest(text) },
      signed_at: at(today.subtract({ days: ago + index })),
    })
    return [
      ...(terms ? [sign('terms', { terms_version: terms.id, agreement: null }, JSON.stringify(terms.document), 200)] : []),
      sign('agreement 1', { terms_version: null, agreement: sampleId('agreement', '1') }, FIRST, 180),
      ...(index % 3 === 0 ? [] : [sign('agreement 2', { terms_version: null, agreement: sampleId('agreement', '2') }, SECOND, 2)]),
    ]
  })
  await tx.insertInto('governance.member_signature').values(rows).execute()
}
