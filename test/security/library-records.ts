import { newId } from '#platform/database/ids.ts'
import type { openInhabited } from './inhabited.ts'
import { matrixDay, matrixNow, personWho } from './world.ts'

type Inhabited = Awaited<ReturnType<typeof openInhabited>>

/** A procedure for the matrix, in one sight: with a version, somebody asked about it, and an owner who leads it. */
export async function addProcedure({ house, world }: Pick<Inhabited, 'house' | 'world'>, sight: 'draft' | 'members' | 'public') {
  const { ownerDb } = house
  const [id, version, opinion] = [newId(), newId(), newId()]
  const place = { body: world.body }
  const owner = { owner: personWho(world, 'lead'), owner_name: 'Person lead' }
  const audience = sight === 'public' ? 'public' : 'members'
  const text = JSON.stringify({ version: 1, blocks: [] })
  await ownerDb
    .insertInto('plans.procedure')
    .values({ id, ...place, ...owner, kind: 'procedure', audience, title: `Procedure for ${sight}`, made_on: matrixDay })
    .execute()
  await ownerDb
    .insertInto('plans.procedure_version')
    .values({ id: version, procedure: id, ...place, number: 1, text })
    .execute()
  await ownerDb
    .insertInto('plans.procedure_opinion')
    .values({ id: opinion, of_version: version, ...place, sight: 'draft', consultee: 'Schools', asked_on: matrixDay, due_on: matrixDay })
    .execute()
  if (sight !== 'draft') {
    const issued = { state: 'issued', sight, issued_on: matrixDay, starts_on: matrixDay }
    await ownerDb.updateTable('plans.procedure_version').set(issued).where('id', '=', version).execute()
  }
  const steps = sight === 'draft' ? ['write', 'document', 'ask', 'review'] : ['revise', 'review']
  return {
    ...{ record: 'procedure', state: sight, posts: steps.map((step) => `/procedures/${id}/${step}`) },
    rows: [
      ['plans.procedure', 'id', id],
      ['plans.procedure_version', 'id', version],
      ['plans.procedure_opinion', 'id', opinion],
    ] as const,
    id,
    opinion,
    version,
  }
}

/** A communication plan for the matrix, in one sight: its owner leads it, and a post sees to what stands in it. */
export async function addCommunication({ house, world }: Pick<Inhabited, 'house' | 'world'>, sight: 'draft' | 'members' | 'public') {
  const { ownerDb } = house
  const [id, item] = [newId(), newId()]
  const place = { body: world.body, sight }
  const owner = { owner: personWho(world, 'lead'), owner_name: 'Person lead' }
  await ownerDb
    .insertInto('plans.communication')
    .values({ id, ...place, ...owner, title: `Telling for ${sight}`, aim: 'Known', made_on: matrixDay })
    .execute()
  const what = { audience: 'Families', message: 'Ring us', channel: 'Letter', who_name: 'A post', planned_on: matrixDay }
  await ownerDb
    .insertInto('plans.communication_item')
    .values({ id: item, communication: id, ...place, ...what })
    .execute()
  return {
    ...{ record: 'communication', state: sight },
    posts: [`/communications/${id}/add`, ...['edit', 'report', 'call-off'].map((step) => `/communication-items/${item}/${step}`)],
    rows: [
      ['plans.communication', 'id', id],
      ['plans.communication_item', 'id', item],
    ] as const,
    id,
  }
}

/** A submission for the matrix, in one sight, with a question that waits and a condition whose owner leads it. */
export async function addSubmission({ house, world }: Pick<Inhabited, 'house' | 'world'>, sight: 'members' | 'public') {
  const { ownerDb } = house
  const [plan, version, id, query, condition, open] = [newId(), newId(), newId(), newId(), newId(), newId()]
  const place = { plan, body: world.body }
  await ownerDb
    .insertInto('plans.plan')
    .values({ id: plan, body: world.body, type: 'work-plan', shape: 'work-plan', shape_number: 1, made_at: matrixNow })
    .execute()
  await ownerDb
    .insertInto('plans.plan_version')
    .values({ id: version, ...place, number: 1, title: 'Plan', made_at: matrixNow })
    .execute()
  await ownerDb
    .updateTable('plans.plan_version')
    .set({ state: 'published', sight: 'public', published_on: matrixDay })
    .where('id', '=', version)
    .execute()
  const about = { ...place, sight, to_name: 'Office', source: 'Letter', due_on: matrixDay }
  await ownerDb
    .insertInto('plans.submission')
    .values([
      { id, ...about },
      { id: open, ...about },
    ])
    .execute()
  const [seen, sent] = [
    { body: world.body, sight },
    { of_version: version, sent_on: matrixDay, sent_by: 'Clerk' },
  ]
  await ownerDb
    .insertInto('plans.submission_sending')
    .values({ id: newId(), submission: id, ...place, sight, ...sent })
    .execute()
  await ownerDb
    .insertInto('plans.submission_query')
    .values({ id: query, submission: id, ...seen, number: 1, asked_on: matrixDay, question: 'Why?' })
    .execute()
  const owner = { owner: personWho(world, 'lead'), owner_name: 'Person lead' }
  await ownerDb.transaction().execute(async (tx) => {
    await tx.updateTable('plans.submission').set({ outcome: 'conditional', outcome_on: matrixDay }).where('id', '=', id).execute()
    await tx
      .insertInto('plans.submission_condition')
      .values({ id: condition, submission: id, ...seen, ...owner, number: 1, text: 'Name a lead', due_on: matrixDay })
      .execute()
  })
  const steps = ['edit', 'send', 'query', 'outcome', 'withdraw'].map((step) => `/plan-submissions/${open}/${step}`)
  return {
    ...{ record: 'plan-submission', state: sight, plan },
    posts: [`/submission-queries/${query}`, `/submission-conditions/${condition}/edit`],
    // Of these nobody but members sees anything: nobody leads a condition of it.
    steps,
    met: `/submission-conditions/${condition}/met`,
    rows: [
      ['plans.submission', 'id', id],
      ['plans.submission_sending', 'submission', id],
      ['plans.submission_query', 'id', query],
      ['plans.submission_condition', 'id', condition],
    ] as const,
  }
}

/** Says what the lead said of a procedure, for the clerk to answer. */
export async function addProcedureFeedback(
  { house, world }: Pick<Inhabited, 'house' | 'world'>,
  { id, version }: { readonly id: string; readonly version: string },
): Promise<string> {
  const feedback = newId()
  const said = { person: personWho(world, 'lead'), name: 'Person lead', text: 'The form is missing', given_on: matrixDay }
  await house.ownerDb
    .insertInto('plans.procedure_feedback')
    .values({ id: feedback, of_version: version, procedure: id, body: world.body, ...said })
    .execute()
  return feedback
}

/** An exception report for the matrix, raised by the lead. */
export async function addException({ house, world }: Pick<Inhabited, 'house' | 'world'>) {
  const { ownerDb } = house
  const [id, plan, version, priority] = [newId(), newId(), newId(), newId()]
  const place = { plan, body: world.body }
  await ownerDb
    .insertInto('plans.plan')
    .values({ id: plan, body: world.body, type: 'programme', shape: 'programme', shape_number: 1, made_at: matrixNow })
    .execute()
  await ownerDb
    .insertInto('plans.plan_version')
    .values({ id: version, ...place, number: 1, title: 'Programme', made_at: matrixNow })
    .execute()
  await ownerDb
    .insertInto('plans.priority')
    .values({ id: priority, ...place })
    .execute()
  const words = { title: 'Late', off_track: 'It', why: 'Snow', impact: 'None', proposed: 'Wait', asked: 'That it wait' }
  await ownerDb
    .insertInto('plans.exception_report')
    .values({ id, ...place, ...words, priority, raised_on: matrixDay, raised_by: personWho(world, 'lead'), name: 'Person lead' })
    .execute()
  return {
    ...{
      record: 'plan-exception',
      state: 'members' as const,
      posts: ['answer', 'place', 'close'].map((step) => `/plan-exceptions/${id}/${step}`),
    },
    rows: [['plans.exception_report', 'id', id]] as const,
  }
}
