import type { Writer } from '#platform/database/session.ts'
import { cyclesOf } from '../rules/work-programme.ts'
import { sampleOffices } from './appointments.ts'
import { addDisputes } from './disputes.ts'
import { on, sampleId } from './ids.ts'
import { type SampleDuty, type SampleProtocol, sampleProtocols, sampleReports } from './protocols.ts'
import { sampleRequests } from './requests.ts'
import { addTeams } from './teams.ts'

/** What passes between the boards of the sample: requests, protocols with what became of their duties, and reports. */
export async function addBetween(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  await addRequests(tx, today)
  await addHandover(tx)
  await addTeams(tx)
  await addDisputes(tx, today)
  for (const protocol of sampleProtocols) await addProtocol(tx, protocol, today)
  const rows = sampleReports.map(([from, kind, to, starts, months, note]) => ({
    id: sampleId('report', `${from} ${to}`),
    relation: sampleId('relation', `${from} ${kind} ${to} ${starts}`),
    made_on: today.subtract({ months }),
    note,
  }))
  await tx.insertInto('governance.report_made').values(rows).execute()
}

/** How the trust board's work went to the partnership when it ended. */
async function addHandover(tx: Writer): Promise<void> {
  await tx
    .insertInto('governance.handover')
    .values({
      ...{ id: sampleId('handover', 'childrens-trust-board'), from_body: sampleId('body', 'childrens-trust-board') },
      ...{ to_body: sampleId('body', 'northbrook-childrens-partnership'), on_day: on('2013-04-01'), takes: ['actions', 'plan'] },
      ...{ decided_in: 'Last meeting of the trust board', reason: 'The strategic partnership takes its work on.' },
    })
    .execute()
}

async function addRequests(tx: Writer, today: Temporal.PlainDate): Promise<void> {
  const before = (days: number): Temporal.PlainDate => today.subtract({ days })
  const hasClerk = new Set(
    Object.entries(sampleOffices).flatMap(([slug, offices]) => (offices.some(([role]) => role === 'clerk') ? [slug] : [])),
  )
  const speaker = (own: string, other: string): string => sampleId('body', hasClerk.has(own) ? own : other)
  const rows = sampleRequests.map(({ from, to, kind, subject, words, decidedIn, sight, asked, due, answer, withdrawn }) => ({
    ...{ id: sampleId('request', subject), from_body: sampleId('body', from), to_body: sampleId('body', to), kind, subject, words },
    ...{ decided_in: decidedIn, sight, asked_on: before(asked), due_on: before(due), recorded_for: speaker(from, to) },
    ...{
      answer: answer?.[1] ?? '',
      answered_on: answer ? before(answer[0]) : null,
      answer_recorded_for: answer ? speaker(to, from) : null,
    },
    ...{ withdrawn_on: withdrawn ? before(withdrawn[0]) : null, withdrawn_because: withdrawn?.[1] ?? '' },
  }))
  await tx.insertInto('governance.body_request').values(rows).execute()
}

async function addProtocol(tx: Writer, protocol: SampleProtocol, today: Temporal.PlainDate): Promise<void> {
  const id = sampleId('protocol', protocol.title)
  const { title, purpose, source, from, review, parties, duties } = protocol
  await tx
    .insertInto('governance.protocol')
    .values({ id, title, purpose, source, starts_on: on(from), review_on: today.add({ years: review }).with({ month: 7, day: 1 }) })
    .execute()
  const signed = parties.map(([slug, by, day]) => ({
    ...{ protocol: id, body: sampleId('body', slug), signed_by: by ?? '', signed_on: day === undefined ? null : on(day) },
  }))
  await tx.insertInto('governance.protocol_party').values(signed).execute()
  for (const duty of duties) {
    const key = sampleId('duty', `${title} ${duty.title}`)
    const body = sampleId('body', duty.by)
    const [opens, closes] = duty.months
    await tx
      .insertInto('governance.protocol_duty')
      .values({ id: key, protocol: id, body, title: duty.title, opens_month: opens, closes_month: closes, starts_on: on(from) })
      .execute()
    const outcomes = outcomesOf(duty, protocol, today).map((outcome) => ({ ...outcome, duty: key }))
    if (outcomes.length > 0) await tx.insertInto('governance.duty_outcome').values(outcomes).execute()
  }
}

/** Every cycle that has closed came out somehow, but for those that the sample leaves open. */
function outcomesOf(duty: SampleDuty, { from, parties }: SampleProtocol, today: Temporal.PlainDate) {
  const [opensMonth, closesMonth] = duty.months
  const binding = {
    ...{ startsOn: on(from), endsOn: undefined },
    parties: parties.map(([, , day]) => ({ signedOn: day === undefined ? undefined : on(day) })),
  }
  const cycle = { window: { opensMonth, closesMonth }, startsOn: on(from), endsOn: undefined, outcomes: [] }
  return cyclesOf(cycle, binding, today)
    .filter(({ state }) => state === 'overdue')
    .flatMap(({ window }) => {
      const exception = duty.exceptions[today.year - window.year]
      if (exception === 'open') return []
      const [outcome, note] = exception ?? ['met', duty.met]
      return [{ cycle_year: window.year, outcome, on_day: window.closesOn.subtract({ days: 12 }), note }]
    })
}
