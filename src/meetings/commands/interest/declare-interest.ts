import { type DeclaredMatter, dispensationFits } from '#governance/public.ts'
import { findDispensations, findInterestsOf } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { DeclareInput } from '../../forms/live/declared-interest.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { allows, demand } from '../../permission.ts'
import { findItem } from '../../queries/agenda.ts'
import { findDeclaredInterests, guardedInterest } from '../../queries/declared-interests.ts'
import { notBehindTheCount } from '../../queries/live/counted-until.ts'
import type { MeetingGround } from '../../queries/record.ts'
import { firstConsequence } from '../../rules/declared-interest.ts'
import { SENSITIVE } from '../../words/declared-interest.ts'
import { type EntryHead, takeEntry } from '../live/take-entry.ts'
import { groundOf } from '../motion/hold-motion.ts'

/** Declares an interest in an item: one's own, or as the clerk enters it for somebody; what follows is asked of the terms at once (G13). */
export async function declareInterestAt(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  head: EntryHead,
  input: DeclareInput,
): Promise<Result<string, FieldProblem>> {
  // The words of an interest stand in its own record only, where the sensitive ones have none.
  const { nature: _, ...kept } = input
  return takeEntry(needs, doer, meetingId, { ...head, content: kept }, async (tx, meeting) => {
    const guarded = guardedInterest({ sight: 'members', body: meeting.body, meeting: meeting.id })
    const standing = await demand(tx, doer, guarded, 'declare')
    const own = standing.person?.id
    const person = input.person ?? own
    if (person === undefined) return fail({ field: 'person', code: 'person-not-here' })
    if (person !== own && !allows(standing, guarded, 'keep')) return fail({ field: 'person', code: 'not-your-interest' })
    const item = await findItem(tx, meetingId, input.item)
    if (item.withdrawnAt) return fail({ field: 'item', code: 'item-withdrawn' })
    const before = await findDeclaredInterests(tx, meetingId)
    if (before.some((one) => one.item === item.id && one.person === person && one.kind === input.kind && !one.withdrawnAt))
      return fail({ field: 'kind', code: 'declared-already' })
    const ground = await groundOf(tx, meeting)
    const name = nameOf(ground, person) ?? (person === own ? standing.person?.name : undefined)
    if (name === undefined) return fail({ field: 'person', code: 'person-not-here' })
    const backed = await backing(tx, ground, person, { ...input, functionKey: item.content?.functionKey })
    if (!backed.ok) return backed
    const { nature, sensitive, dispensation } = backed.value
    const outcome = firstConsequence(ground.terms, input.kind, dispensation !== null)
    const id = newId()
    const at = allows(standing, guarded, 'keep') ? head.happenedAt : await notBehindTheCount(tx, meetingId, head.happenedAt)
    await tx
      .insertInto('meetings.declared_interest')
      .values({
        ...{ id, meeting: meetingId, body: meeting.body, sight: 'members', item: item.id, category: item.category },
        ...{ person, name, kind: input.kind, nature, sensitive, dispensation },
        ...{ source: input.registerEntry === undefined ? 'declared' : 'register', register_entry: input.registerEntry ?? null },
        ...{ consequence: outcome.consequence ?? null, decided_from: outcome.from ?? null, declared_at: at },
      })
      .execute()
    const { category } = item
    return succeed({ outcome: id, changed: changedByInterest(category) })
  })
}

/** An interest changes who counts and who votes. */
export function changedByInterest(category: 'public' | 'exempt' | 'confidential') {
  return (['interests', 'motions', 'attendance', 'meeting'] as const).map((part) => ({ part, category }))
}

/** Whoever belongs to the meeting: members, deputies, officers and those recorded as there. */
function nameOf({ membership, offices, attendance }: MeetingGround, person: string): string | undefined {
  const seated = membership.seats.flatMap(({ places }) =>
    places.flatMap(({ holder, deputies }) => [...(holder ? [holder.person] : []), ...deputies.map((deputy) => deputy.person)]),
  )
  const officers = offices.map((office) => office.person)
  const there = attendance.stays.flatMap((stay) => (stay.person === null ? [] : [{ id: stay.person, name: stay.name }]))
  return [...seated, ...officers, ...there].find(({ id }) => id === person)?.name
}

interface Backing {
  readonly nature: string
  readonly sensitive: boolean
  readonly dispensation: string | null
}

/** What the declaration rests on: the entry of the register, whose details stay out where it is sensitive, and a dispensation that holds and fits. */
async function backing(
  tx: Writer,
  ground: MeetingGround,
  person: string,
  input: DeclareInput & Pick<DeclaredMatter, 'functionKey'>,
): Promise<Result<Backing, FieldProblem>> {
  const { meeting } = ground
  const entries = input.registerEntry === undefined ? [] : await findInterestsOf(tx, [person], meeting.heldOn)
  const entry = entries.find(({ id }) => id === input.registerEntry)
  if (input.registerEntry !== undefined && entry === undefined) return fail({ field: 'registerEntry', code: 'not-on-the-register' })
  const given = (await findDispensations(tx, meeting.body.id, meeting.heldOn)).filter((one) => one.person.id === person)
  // One that is for this applies by itself; one that only its words describe where a person says so.
  const fitting = (how: 'applies' | 'ask') => given.find((one) => dispensationFits(one, input) === how)
  const dispensation = fitting('applies') ?? (input.dispensed ? fitting('ask') : undefined)
  if (input.dispensed && dispensation === undefined) return fail({ field: 'dispensed', code: 'no-dispensation' })
  const sensitive = input.sensitive || entry?.sensitive === true
  const nature = sensitive ? SENSITIVE : (input.nature ?? entry?.nature)
  if (nature === undefined) return fail({ field: 'nature', code: 'nature-missing' })
  return succeed({ nature, sensitive, dispensation: dispensation?.id ?? null })
}
