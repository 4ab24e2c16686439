import { findMailingList, findPeopleOfAccounts } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type CertificateOfDestruction, type ExemptCopy, holdersOf, type Reached } from '../rules/exempt-copy.ts'
import { findJointBodies, type Meeting } from './meeting.ts'

function copies(reader: Reader) {
  return reader
    .selectFrom('meetings.exempt_copy as c')
    .select(['c.id', 'c.meeting', 'c.body', 'c.kind', 'c.number', 'c.person', 'c.name', 'c.evidence', 'c.ended', 'c.words'])
    .select(['c.handed_at as handedAt', 'c.ended_at as endedAt', 'c.said_by as saidBy'])
}

type Row = Awaited<ReturnType<ReturnType<typeof copies>['execute']>>[number]

const copyOf = (row: Row): ExemptCopy => ({
  ...row,
  kind: row.kind as ExemptCopy['kind'],
  evidence: row.evidence as ExemptCopy['evidence'],
  ended: row.ended as ExemptCopy['ended'],
  saidBy: row.saidBy as ExemptCopy['saidBy'],
})

/** The copies of a meeting's exempt papers as far as one may know of them: printed ones by their number, then the others by name. */
export async function findCopies(reader: Reader, meeting: string): Promise<readonly ExemptCopy[]> {
  return (await copies(reader).where('c.meeting', '=', meeting).orderBy('c.number').orderBy('c.name').execute()).map(copyOf)
}

/** One copy, or undefined where there is none that one may know of. */
export async function findCopy(reader: Reader, id: string): Promise<ExemptCopy | undefined> {
  const row = isUuid(id) ? await copies(reader).where('c.id', '=', id).executeTakeFirst() : undefined
  return row && copyOf(row)
}

/** Copies that somebody holds and has said nothing of yet, with the day of the meeting. */
export async function findOwnCopies(
  reader: Reader,
  person: string,
): Promise<readonly { readonly id: string; readonly body: string; readonly heldOn: Temporal.PlainDate }[]> {
  return reader
    .selectFrom('meetings.exempt_copy as c')
    .innerJoin('meetings.meeting as m', 'm.id', 'c.meeting')
    .select(['c.id', 'c.body', 'm.held_on as heldOn'])
    .where('c.person', '=', person)
    .where('c.ended', 'is', null)
    .orderBy('m.held_on')
    .execute()
}

/** Whether exempt papers of a meeting went out. */
export async function hasExemptPapers(reader: Reader, meeting: string): Promise<boolean> {
  return (await publicationsWithExempt(reader, meeting)).length > 0
}

async function publicationsWithExempt(reader: Reader, meeting: string): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('meetings.published_paper as u')
    .innerJoin('meetings.publication as b', 'b.id', 'u.publication')
    .select('u.publication')
    .distinct()
    .where('u.meeting', '=', meeting)
    .where('u.category', '<>', 'public')
    .where('b.withdrawn_at', 'is', null)
    .execute()
  return rows.map(({ publication }) => publication)
}

/** Who has the exempt papers by the evidence: who was told of them and may read them, and who opened the full pack. The clerk keeps the record copy. */
export async function findHolders(reader: Reader, meeting: Meeting): Promise<readonly (Reached & { readonly name: string })[]> {
  const publications = await publicationsWithExempt(reader, meeting.id)
  if (publications.length === 0) return []
  const names = new Map<string, string>()
  const clerks = new Set<string>()
  for (const body of [meeting.body, ...(await findJointBodies(reader, meeting.id))])
    for (const { person, name, role } of await findMailingList(reader, body, meeting.heldOn)) {
      if (role === 'clerk') clerks.add(person)
      else if (role !== 'observer') names.set(person, name)
    }
  const told = await reader
    .selectFrom('meetings.despatch')
    .select(['person', 'at'])
    .where('publication', 'in', publications)
    .where('person', 'is not', null)
    .execute()
  const opened = await reader
    .selectFrom('platform.audit_entry')
    .select(['actor', 'at'])
    .where('act', '=', 'pack.opened')
    .where('subject', 'in', publications)
    .execute()
  const openers = await findPeopleOfAccounts(
    reader,
    opened.map(({ actor }) => actor),
  )
  for (const { id, name } of openers.values()) names.set(id, name)
  const reached: Reached[] = [
    ...told.flatMap(({ person, at }) => (person === null ? [] : [{ person, at, evidence: 'told' as const }])),
    ...opened.flatMap(({ actor, at }) => {
      const opener = openers.get(actor)
      return opener === undefined ? [] : [{ person: opener.id, at, evidence: 'opened' as const }]
    }),
  ]
  return holdersOf(reached, new Set(names.keys()))
    .filter(({ person }) => !clerks.has(person))
    .map((one) => ({ ...one, name: names.get(one.person) ?? '' }))
}

/** A certificate of destruction as it was drawn up. */
export interface KeptCertificate {
  readonly number: number
  readonly inputs: CertificateOfDestruction
  readonly madeBy: string
  readonly madeAt: Temporal.Instant
}

/** The certificates of a meeting, the earliest first, as far as one may read them. */
export async function findDestructionCertificates(reader: Reader, meeting: string): Promise<readonly KeptCertificate[]> {
  const rows = await reader
    .selectFrom('meetings.destruction_certificate')
    .select(['number', 'inputs', 'made_by as madeBy', 'made_at as madeAt'])
    .where('meeting', '=', meeting)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({ ...row, inputs: row.inputs as unknown as CertificateOfDestruction }))
}
