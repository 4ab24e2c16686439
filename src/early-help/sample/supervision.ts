import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { decideInSupervision, recordSession } from '../commands/supervision.ts'
import { correctSession } from '../commands/supervision-correcting.ts'
import { addRemark } from '../commands/supervision-saying.ts'
import type { EarlyHelpGround } from './load.ts'

/** An agency with a standard, somebody who leads its practice, and one supervision with a session, which was held so long ago that the next is due soon. */
export async function loadSupervisionSample(
  casework: Database,
  owner: Database,
  ground: EarlyHelpGround,
  about: { readonly supervisor: Doer; readonly amber: string; readonly heldOn: Temporal.PlainDate },
): Promise<void> {
  const organisation = ground.organisations.get('community-health') ?? ''
  const person = (key: string): string => ground.people.get(key) ?? ''
  const starts_on = ground.today.subtract({ months: 8 })
  const tie = newId()
  await writeAs(owner, { actor: ground.account('lowe'), now: ground.now, today: ground.today }, async (tx) => {
    const post = { organisation, area: null, starts_on: ground.today.subtract({ years: 2 }) }
    await tx
      .insertInto('casework.post')
      .values([
        { ...post, id: newId(), person: person('pryce'), role: 'practitioner' },
        { ...post, id: newId(), person: person('rahman'), role: 'agency-lead' },
      ])
      .execute()
    await tx
      .insertInto('casework.supervision_standard')
      .values({
        ...{ id: newId(), organisation, every_days: 28, soon_days: 7, months_in_post: 12, must_hold: ['families', 'workload'] },
        ...{ source: 'Practice standards of Northbrook Community Health, section 4', starts_on, set_on: starts_on },
      })
      .execute()
    await tx
      .insertInto('casework.caseload_limit')
      .values({ id: newId(), organisation, families: 2, source: 'Practice standards, section 6', starts_on, set_on: starts_on })
      .execute()
    await tx
      .insertInto('casework.working_share')
      .values({ id: newId(), person: person('quist'), organisation, percent: 50, starts_on, entered_by: person('rahman') })
      .execute()
    await tx
      .insertInto('casework.supervises')
      .values({ id: tie, supervisor: person('pryce'), worker: person('quist'), organisation, starts_on })
      .execute()
    await tx
      .insertInto('casework.absence')
      .values({
        ...{ id: newId(), person: person('quist'), organisation, entered_by: person('pryce') },
        ...{ starts_on: ground.today.add({ days: 40 }), ends_on: ground.today.add({ days: 54 }) },
      })
      .execute()
  })
  await recordAndCorrect({ db: casework }, tie, about)
}

/** A session, what was decided of a family, and a correction of the session with something added to it. */
async function recordAndCorrect(
  needs: { readonly db: Database },
  tie: string,
  about: { readonly supervisor: Doer; readonly amber: string; readonly heldOn: Temporal.PlainDate },
): Promise<void> {
  const said = {
    ...{ wellbeing: undefined, development: 'Would like to see how others hold a first meeting of a team' },
    ...{ action: 'Ask to sit in on a first meeting', owner: 'worker' as const, dueOn: about.heldOn.add({ days: 35 }) },
  }
  const held = await recordSession(needs, about.supervisor, tie, {
    ...{
      heldOn: about.heldOn,
      families: [about.amber],
      workload: 'One family, and clinics on four days. Mornings are the only time for visits.',
    },
    ...said,
  })
  if (!held.ok) throw new Error(`The sample of supervision is refused: ${held.problems[0].code}.`)
  const decided = await decideInSupervision(
    needs,
    about.supervisor,
    { session: held.value.id, episode: about.amber },
    {
      words: 'Mornings first: one thing at a time, chosen by the family. Ask the grandmother what she needs to go on helping.',
      ...{ action: 'Speak with the grandmother', owner: 'worker', dueOn: about.heldOn.add({ days: 30 }) },
    },
  )
  if (!decided.ok) throw new Error('The sample of supervision is refused.')
  const { heldOn } = about
  const corrected = await correctSession(needs, about.supervisor, held.value.id, {
    ...{ ...said, families: [about.amber], heldOn, version: 1 },
    workload: 'One family, and clinics on three days, not four. Mornings are the only time for visits.',
    because: 'The days of clinics were written down wrongly; Esther Quist pointed it out.',
  })
  if (!corrected.ok) throw new Error(`The sample of supervision is refused: ${corrected.problems[0].code}.`)
  await addRemark(needs, about.supervisor, corrected.value.id, {
    words: 'Asked the clinic for a fixed free morning; it answers by the end of the month.',
  })
}
