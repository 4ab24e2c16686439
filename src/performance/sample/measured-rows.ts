import { listOutcomes, listPriorities } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import type { PerformanceGround } from './load.ts'

/** What the measures of the sample measure, by the beginning of their title and that of a priority or an outcome. */
const measured: readonly (readonly [measure: string, row: string])[] = [
  ['Team Around the Child: families starting', 'Neglect is seen early'],
  ['Child protection conferences', 'Children stay safe'],
  ['Children missing from care', 'Children at risk are known to all agencies'],
  ['Contacts to the front door', 'Everybody who meets children can tell'],
  ['Pupils who feel safe at school', 'Children stay safe'],
  ['Reviews at two to two and a half', 'Children are healthy'],
  ['Young people seen for mental health', 'Children are healthy'],
  ['Pupils who miss a tenth', 'Children enjoy and achieve'],
  ['Questions of the youth assembly', 'Young people make a positive contribution'],
  ['Care leavers of 19 to 21', 'Families and young people are economically well'],
  ['Children who live with domestic abuse', 'Every child who lives with domestic abuse'],
  ['Families of newborn children told', 'Parents of newborn children'],
]

/** Says what the measures of the sample measure, once its plans are there. Takes the owner's connection. */
export async function linkSampleMeasures(owner: Database, { clerk, now, today }: PerformanceGround): Promise<void> {
  await writeAs(owner, { actor: clerk, now, today }, async (tx) => {
    const rows = [...(await listOutcomes(tx)), ...(await listPriorities(tx))]
    const titles = await tx.selectFrom('performance.measure_definition').select(['measure', 'title']).orderBy('number').execute()
    for (const [title, row] of measured) {
      const measure = titles.find((one) => one.title.startsWith(title))?.measure
      const found = rows.find((one) => one.title.startsWith(row))
      if (measure === undefined || found === undefined) continue
      const ends = { plan: null, priority: null, outcome: null, [found.kind]: found.id }
      await tx
        .insertInto('performance.measure_link')
        .values({ id: newId(), measure, ...ends, starts_on: today.subtract({ days: 40 }), made_at: now })
        .execute()
    }
  })
}
