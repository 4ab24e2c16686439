import { listOutcomes, listPriorities } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import type { PerformanceGround } from './load.ts'

const WITHDRAWN = 'One form is in use in all districts now, and nothing is sent back any more.'

/** What the measures of the sample measure, by the beginning of their title and that of a priority or an outcome. */
const measured: readonly (readonly [measure: string, row: string])[] = [
  ['Team Around the Child: families starting', 'Neglect is seen early'],
  ['Team Around the Child: families on the last day', 'Neglect is seen early'],
  ['Step downs from social care', 'Neglect is seen early'],
  ['Step ups to social care', 'Neglect is seen early'],
  ['Closed because needs are met', 'Neglect is seen early'],
  ['Plans checked for quality', 'Neglect is seen early'],
  // 'Closed because the family did not take part' is tied to nothing on purpose: the list of gaps shows it.
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
    const gone = titles.find(({ title }) => title.startsWith('Assessment forms sent back'))?.measure
    const instead = titles.find(({ title }) => title.startsWith('Plans checked for quality'))?.measure
    if (gone === undefined) return
    await tx
      .updateTable('performance.measure')
      .set({ withdrawn_on: today.subtract({ days: 20 }), withdrawn_reason: WITHDRAWN, replaced_by: instead ?? null })
      .where('id', '=', gone)
      .execute()
  })
}
