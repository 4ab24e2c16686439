import type { Writer } from '#platform/database/session.ts'
import { on, sampleId } from './ids.ts'
import { sampleOrganisations, sampleSuccessions } from './places.ts'

/** The acts by which organisations of the sample followed one another: recorded before it was kept what ended with them. */
export async function addSuccessionActs(tx: Writer): Promise<void> {
  const names = new Map(sampleOrganisations.map(({ key, name }) => [key, name]))
  const id = (former: string): string => sampleId('succession-act', former)
  await tx
    .insertInto('governance.succession_act')
    .values(
      sampleSuccessions.map(([former, , kind, day, reason, source]) => ({
        ...{ id: id(former), act: kind === 'merged' ? 'merge' : 'replace', on_day: on(day), reason, source, keeps_effects: false },
      })),
    )
    .execute()
  const party = (former: string, part: string, key: string) => ({
    ...{ act: id(former), part, organisation: sampleId('organisation', key), name: names.get(key) ?? '' },
  })
  await tx
    .insertInto('governance.succession_party')
    .values(sampleSuccessions.flatMap(([former, successor]) => [party(former, 'former', former), party(former, 'successor', successor)]))
    .execute()
}
