import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { MARKER, matrixDay, matrixNow, personWho, type World } from './world.ts'

let serial = 0

/** A decision that the one who leads took by law, exempt where it is for members. One is never a draft: then there is none, and an id of nothing. */
export async function addOfficerDecision(owner: Database, world: World, sight: 'draft' | 'members' | 'public'): Promise<string> {
  const id = newId()
  if (sight === 'draft') return id
  const officer = personWho(world, 'lead')
  const known = owner.selectFrom('governance.delegation').select('id').where('body', '=', world.body).where('to_person', '=', officer)
  const delegation = (await known.executeTakeFirst())?.id ?? newId()
  await owner
    .insertInto('governance.delegation')
    .values({
      ...{
        id: delegation,
        body: world.body,
        origin: 'law',
        function_key: 'lead-safeguarding-partner',
        function_name: 'A function',
        may: 'decide',
      },
      ...{ to_person: officer, starts_on: matrixDay.subtract({ years: 1 }), given_by: 'The law' },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  const category = sight === 'public' ? 'public' : 'exempt'
  serial += 1
  await owner
    .insertInto('meetings.officer_decision')
    .values({
      ...{
        id,
        body: world.body,
        delegation,
        year: matrixDay.year,
        serial,
        decided_by: officer,
        decided_on: matrixDay,
        title: 'A matter',
        category,
      },
      ...{ paragraphs: category === 'exempt' ? ['lga1972.3'] : [], private_reason: category === 'exempt' ? 'Business of others' : '' },
      ...{ recorded_at: matrixNow, recorded_by: newId() },
    })
    .execute()
  await owner
    .insertInto('meetings.officer_decision_content')
    .values({
      ...{
        decision: id,
        body: world.body,
        category,
        sight,
        resolved: `To do ${MARKER}`,
        reasons: `Because ${MARKER}`,
        options: `Not ${MARKER}`,
      },
    })
    .execute()
  return id
}

/** What a member holds by law, and a sharing agreement between agencies that the one who leads owns. */
export async function addDelegated(
  owner: Database,
  world: World,
  organisation: string,
): Promise<{ readonly delegation: string; readonly agreement: string }> {
  const [delegation, agreement] = [newId(), newId()]
  const from = matrixDay.subtract({ years: 1 })
  await owner
    .insertInto('governance.delegation')
    .values({
      ...{ id: delegation, body: world.body, origin: 'law', function_key: 'lead-safeguarding-partner', function_name: 'A function' },
      ...{ to_person: personWho(world, 'member'), may: 'decide', may_hand_on: true, starts_on: from, given_by: 'The law' },
    })
    .execute()
  await owner
    .insertInto('governance.sharing_agreement')
    .values({
      ...{ id: agreement, body: world.body, owner: personWho(world, 'lead'), title: 'An agreement', data: 'Data', purpose: 'To plan' },
      ...{ lawful_basis: 'A law', sight: 'public', starts_on: from, review_on: matrixDay },
    })
    .execute()
  await owner.insertInto('governance.sharing_party').values({ agreement, organisation }).execute()
  return { delegation, agreement }
}
