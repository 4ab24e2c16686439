import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { LONDON } from '#platform/time/london.ts'
import { readTimescale } from '../rules/timescale.ts'
import { byEnd } from './dates.ts'
import type { SampleAction, SampleLead, SamplePeople, SamplePlan } from './write-plan.ts'

interface Place {
  readonly plan: string
  readonly version: string
  readonly body: string
}

const on = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso)
const dayOn = (today: Temporal.PlainDate, day: string | number): Temporal.PlainDate =>
  typeof day === 'number' ? today.subtract({ days: day }) : on(day)

/** Writes what stands in a version of the sample, level by level. */
export async function writeRows(tx: Writer, ground: SamplePeople, place: Place, plan: SamplePlan): Promise<void> {
  const { body, plan: planId } = place
  const common = { ...place, sight: 'draft' }
  const identity = (id: string) => ({ id, plan: planId, body })
  const due = (when: string | number | undefined) => {
    const words = typeof when === 'number' ? byEnd(ground.today, when) : when
    const read = readTimescale(words ?? '', on(plan.startsOn))
    return { due_words: words ?? '', due_from: 'code' in read ? null : read.from, due_to: 'code' in read ? null : read.to }
  }
  const leads: Parameters<typeof saveLeads>[1] = []
  const actions: (SampleAction & { readonly id: string; readonly priority: string; readonly outcome: string | null })[] = []
  for (const [index, priority] of plan.priorities.entries()) {
    const id = newId()
    await tx.insertInto('plans.priority').values(identity(id)).execute()
    await tx
      .insertInto('plans.priority_text')
      .values({
        ...{
          ...common,
          priority: id,
          position: index + 1,
          reference: priority.reference ?? '',
          title: priority.title,
          text: priority.text ?? '',
        },
        accountable: priority.accountable === undefined ? null : (ground.bodies.get(priority.accountable) ?? null),
      })
      .execute()
    leads.push(...leadsOf('priority', id, priority.leads ?? [], 'lead'), ...leadsOf('priority', id, priority.sponsors ?? [], 'sponsor'))
    for (const action of priority.actions ?? []) actions.push({ ...action, id: newId(), priority: id, outcome: null })
    for (const [at, outcome] of (priority.outcomes ?? []).entries()) {
      const outcomeId = newId()
      await tx.insertInto('plans.outcome').values(identity(outcomeId)).execute()
      await tx
        .insertInto('plans.outcome_text')
        .values({
          ...{ ...common, outcome: outcomeId, priority: id, position: at + 1, reference: outcome.reference ?? '', title: outcome.title },
          ...{ text: outcome.text ?? '', details: JSON.stringify(outcome.details ?? {}), ...due(outcome.when) },
        })
        .execute()
      for (const action of outcome.actions) actions.push({ ...action, id: newId(), priority: id, outcome: outcomeId })
    }
  }
  await tx
    .insertInto('plans.action')
    .values(
      actions.map(({ id, state = 'not-started', doneOn }) => ({
        ...identity(id),
        state,
        done_on: doneOn === undefined ? null : dayOn(ground.today, doneOn),
      })),
    )
    .execute()
  await tx
    .insertInto('plans.action_text')
    .values(
      actions.map(({ id, priority, outcome, reference, title, details, when }, index) => ({
        ...{ ...common, action: id, priority, outcome, position: index + 1, reference: reference ?? '', title },
        ...{ details: JSON.stringify(details ?? {}), ...due(when) },
      })),
    )
    .execute()
  leads.push(...actions.flatMap(({ id, leads: named = [] }) => leadsOf('action', id, named, 'lead')))
  await saveLeads(tx, leads, ground, place)
  await saveStatements(tx, actions, ground, place, plan)
}

const leadsOf = (kind: 'priority' | 'action', row: string, named: readonly SampleLead[], part: 'lead' | 'sponsor') =>
  named.map((lead, index) => ({ kind, row, lead, part, position: index + 1 }))

async function saveLeads(
  tx: Writer,
  leads: { kind: 'priority' | 'action'; row: string; lead: SampleLead; part: 'lead' | 'sponsor'; position: number }[],
  ground: SamplePeople,
  place: Place,
): Promise<void> {
  if (leads.length === 0) return
  await tx
    .insertInto('plans.lead')
    .values(
      leads.map(({ kind, row, lead, part, position }) => {
        const person = ground.people.get(lead) ?? null
        return {
          ...{ id: newId(), ...place, sight: 'draft', part, position, person, name: (person && ground.names.get(person)) ?? lead },
          [kind]: row,
        }
      }),
    )
    .execute()
}

async function saveStatements(
  tx: Writer,
  actions: readonly (SampleAction & { readonly id: string })[],
  ground: SamplePeople,
  { plan, body }: Place,
  { sight }: SamplePlan,
): Promise<void> {
  const said = actions.flatMap(({ id, leads = [], said: lines = [] }) =>
    lines.map(([day, text, kind], index) => ({
      ...{ id: newId(), plan, body, action: id, text, kind: kind ?? 'progress', sight: sight === 'public' ? 'public' : 'members' },
      ...{
        on_day: dayOn(ground.today, day),
        at: dayOn(ground.today, day)
          .toZonedDateTime({ timeZone: LONDON, plainTime: Temporal.PlainTime.from({ hour: 10, minute: index }) })
          .toInstant(),
      },
      ...{ actor: ground.actor, name: nameOf(ground, leads[0]) },
    })),
  )
  if (said.length > 0) await tx.insertInto('plans.statement').values(said).execute()
}

function nameOf({ people, names }: SamplePeople, lead: string | undefined): string {
  const person = lead === undefined ? undefined : people.get(lead)
  return (person && names.get(person)) ?? lead ?? 'The clerk'
}
