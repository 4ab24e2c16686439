import type { Writer } from '#platform/database/session.ts'
import { on, sampleId, until } from './ids.ts'
import { sampleAreas } from './places.ts'

/** The areas of the sample, how they lie to one another, and what they were called (G1). */
export async function addAreas(tx: Writer): Promise<void> {
  const area = (key: string): string => sampleId('area', key)
  const areas = sampleAreas.map(({ key, kind, name, code = '', source = '', from = '1974-04-01', until: end }) => ({
    ...{ id: area(key), kind, name, code, source, starts_on: on(from), ends_on: until(end) },
  }))
  await tx.insertInto('governance.area').values(areas).execute()
  const lies = (key: string, kind: string, others: readonly string[] = []) =>
    others.map((other) => ({ id: sampleId('area-relation', `${key} ${kind} ${other}`), area: area(key), other: area(other), kind }))
  const relations = sampleAreas.flatMap(({ key, within, overlaps, beside }) => [
    ...lies(key, 'within', within ? [within] : []),
    ...lies(key, 'overlaps', overlaps),
    ...lies(key, 'beside', beside),
  ])
  await tx.insertInto('governance.area_relation').values(relations).execute()
  const names = sampleAreas.flatMap(({ key, earlierName }) => {
    if (earlierName === undefined) return []
    const [name, from, end] = earlierName
    return [{ area: area(key), name, starts_on: on(from), ends_on: on(end) }]
  })
  await tx.insertInto('governance.area_name').values(names).execute()
}
