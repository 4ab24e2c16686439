import { listAreas } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { LONDON } from '#platform/time/london.ts'
import { type SampleAssessment, sampleAssessments, sampleNeedUses } from './needs.ts'
import type { SamplePeople } from './write-plan.ts'

/** Writes the needs assessments of the sample, and which priorities of a plan rest on them; returns the rows of the first by their keys. */
export async function writeNeeds(tx: Writer, ground: SamplePeople, body: string, plan: string): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>()
  for (const [index, assessment] of sampleAssessments.entries()) {
    const written = await writeAssessment(tx, ground, body, assessment)
    if (index === 0) for (const [key, id] of written) keys.set(key, id)
  }
  await writeUses(tx, ground, { plan, body, keys }, sampleNeedUses)
  return keys
}

/** Writes which priorities of a plan rest on which rows of an assessment, by the keys of its rows. */
export async function writeUses(
  tx: Writer,
  ground: SamplePeople,
  { plan, body, keys }: { readonly plan: string; readonly body: string; readonly keys: ReadonlyMap<string, string> },
  list: typeof sampleNeedUses,
): Promise<void> {
  const priorities = await tx
    .selectFrom('plans.priority_text as t')
    .innerJoin('plans.plan_version as v', 'v.id', 't.version')
    .select(['t.priority', 't.reference'])
    .where('t.plan', '=', plan)
    .where('v.shown', '=', true)
    .execute()
  const uses = list.flatMap(([reference, rows, why]) => {
    const priority = priorities.find((row) => row.reference === reference)?.priority
    return priority === undefined ? [] : rows.map((key) => ({ priority, key, why }))
  })
  await tx
    .insertInto('plans.need_use')
    .values(
      uses.map(({ priority, key, why }) => ({
        ...{ id: newId(), priority, plan, body, row_id: keys.get(key) ?? '', row_kind: key.startsWith('n') ? 'need' : 'finding', why },
        ...{ starts_on: ground.today.subtract({ months: 11 }), actor: ground.actor },
      })),
    )
    .execute()
}

async function writeAssessment(
  tx: Writer,
  { today }: SamplePeople,
  body: string,
  assessment: SampleAssessment,
): Promise<ReadonlyMap<string, string>> {
  const { state, published, rows, rank } = assessment
  const id = newId()
  const begun = today.subtract({ months: (published ?? 2) + 6 })
  const ago = (months: number): Temporal.PlainDate => today.subtract({ months })
  await tx
    .insertInto('plans.assessment')
    .values({
      ...{
        id,
        body,
        sight: 'members',
        state: state === 'proposed' ? 'proposed' : 'underway',
        kind: assessment.kind,
        title: assessment.title,
      },
      ...{ topic: assessment.topic, population: assessment.population, summary: assessment.summary ?? '', rank: rank ?? null },
      ...{ why: assessment.why, made_at: begun.toZonedDateTime(LONDON).toInstant() },
    })
    .execute()
  const county = (await listAreas(tx, today)).find(({ within }) => within.length === 0)
  if (county) await tx.insertInto('plans.assessment_area').values({ assessment: id, area: county.id, body, sight: 'members' }).execute()
  const ids = new Map(rows.map(({ key }) => [key, newId()]))
  const place = { assessment: id, body, sight: 'members' }
  if (rows.length > 0)
    await tx
      .insertInto('plans.assessment_row')
      .values(
        rows.map(({ key, kind, title, text, source, months, licence }) => ({
          ...{ ...place, id: ids.get(key) ?? '', kind, number: Number(key.slice(1)), title, text: text ?? '' },
          ...{ source: source ?? '', dated_on: months === undefined ? null : ago(months), licence: licence ?? '' },
        })),
      )
      .execute()
  const kindOf = new Map(rows.map(({ key, kind }) => [key, kind]))
  const bases = rows.flatMap(({ key, kind, rests = [] }) =>
    rests.map((basis) => ({
      ...{ ...place, row_id: ids.get(key) ?? '', row_kind: kind, basis: ids.get(basis) ?? '', basis_kind: kindOf.get(basis) ?? '' },
    })),
  )
  if (bases.length > 0) await tx.insertInto('plans.row_basis').values(bases).execute()
  if (published !== undefined)
    await tx
      .updateTable('plans.assessment')
      .set({ state: 'published', sight: 'public', published_on: ago(published), next_on: ago(published).add({ years: 3 }) })
      .where('id', '=', id)
      .execute()
  return ids
}
