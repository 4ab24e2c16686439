import { listOrganisationsOn, listPeople } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Reader, Writer } from '#platform/database/session.ts'
import type { FieldProblem } from '#platform/result.ts'
import type { RowKind } from '../paths.ts'

/** Somebody named as lead or sponsor, and who that is where the name says it. */
export interface NamedLead {
  readonly part: 'lead' | 'sponsor'
  readonly name: string
  readonly person: string | null
  readonly organisation: string | null
}

/**
 * Reads names, one a line: a name that one person of the directory has is that person, one that an organisation of today has is that, others
 * stay words. A name that several people have is asked about.
 */
export async function readLeads(
  reader: Reader,
  named: { readonly leads?: string | undefined; readonly sponsors?: string | undefined },
  today: Temporal.PlainDate,
): Promise<{ readonly leads: readonly NamedLead[]; readonly problem?: FieldProblem }> {
  const lines = [...linesOf('lead', named.leads), ...linesOf('sponsor', named.sponsors)]
  if (lines.length === 0) return { leads: [] }
  const [people, organisations] = await Promise.all([listPeople(reader), listOrganisationsOn(reader, today)])
  const same = (a: string, b: string): boolean => a.localeCompare(b, 'en-GB', { sensitivity: 'accent' }) === 0
  const leads: NamedLead[] = []
  for (const { part, name } of lines) {
    const found = people.filter((person) => same(person.name, name))
    if (found.length > 1) return { leads: [], problem: { field: `${part}s`, code: 'lead-ambiguous', details: { name } } }
    const person = found[0]?.id ?? null
    const organisation = person === null ? (organisations.find((other) => same(other.name, name))?.id ?? null) : null
    leads.push({ part, name, person, organisation })
  }
  return { leads }
}

function linesOf(
  part: NamedLead['part'],
  typed: string | undefined,
): readonly { readonly part: NamedLead['part']; readonly name: string }[] {
  const names = (typed ?? '').split('\n').map((line) => line.trim())
  return [...new Set(names)].filter((name) => name !== '').map((name) => ({ part, name }))
}

/** Puts leads and sponsors in the place of those that a row of a draft had. */
export async function saveLeads(
  tx: Writer,
  place: { readonly version: string; readonly plan: string; readonly body: string; readonly sight: string },
  kind: RowKind,
  row: string,
  leads: readonly NamedLead[],
): Promise<void> {
  await tx.deleteFrom('plans.lead').where('version', '=', place.version).where(kind, '=', row).execute()
  if (leads.length === 0) return
  const values = leads.map((lead, index) => ({ id: newId(), ...place, [kind]: row, ...lead, position: index + 1 }))
  await tx.insertInto('plans.lead').values(values).execute()
}
