import type { Reader } from '#platform/database/session.ts'

/** A version of what a service is to deliver (C3). */
export interface Specification {
  readonly id: string
  readonly number: number
  readonly startsOn: Temporal.PlainDate
  readonly text: string
  readonly outcomes: string
  /** Why there is a new version; '' for none said. */
  readonly why: string
}

/** The versions of the specification of a service, the first first. */
export async function findSpecifications(reader: Reader, service: string): Promise<readonly Specification[]> {
  return reader
    .selectFrom('commissioning.specification')
    .select(['id', 'number', 'starts_on as startsOn', 'text', 'outcomes', 'why'])
    .where('service', '=', service)
    .orderBy('number')
    .execute()
}

/** One step of a pathway. */
export interface PathwayStep {
  readonly id: string
  readonly position: number
  readonly title: string
  readonly text: string
  readonly service: string | undefined
  /** How soon the next follows; '' where that is not agreed. */
  readonly within: string
}

/** What a pathway is for, with its steps in order. */
export async function findPathway(
  reader: Reader,
  id: string,
): Promise<{ readonly purpose: string; readonly steps: readonly PathwayStep[] }> {
  const [row, steps] = await Promise.all([
    reader.selectFrom('commissioning.pathway').select('purpose').where('id', '=', id).executeTakeFirst(),
    reader
      .selectFrom('commissioning.pathway_step')
      .select(['id', 'position', 'title', 'text', 'service', 'within'])
      .where('pathway', '=', id)
      .orderBy('position')
      .execute(),
  ])
  return { purpose: row?.purpose ?? '', steps: steps.map(({ service, ...step }) => ({ ...step, service: service ?? undefined })) }
}

/** How many steps each pathway has. */
export async function countSteps(reader: Reader, pathways: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (pathways.length === 0) return new Map()
  const rows = await reader
    .selectFrom('commissioning.pathway_step')
    .select(['pathway', (of) => of.fn.countAll<string>().as('count')])
    .where('pathway', 'in', [...pathways])
    .groupBy('pathway')
    .execute()
  return new Map(rows.map(({ pathway, count }) => [pathway, Number(count)]))
}
