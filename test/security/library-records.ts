import { newId } from '#platform/database/ids.ts'
import type { openInhabited } from './inhabited.ts'
import { matrixDay, personWho } from './world.ts'

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
