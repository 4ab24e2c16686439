import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { matrixDay, matrixNow, personWho, type World } from './world.ts'

/** A record of assurance to be looked for: its type and state in the matrix, its table, and its address. */
export interface AssuranceExhibit {
  readonly record: string
  readonly state: string
  readonly table: string
  readonly id: string
  /** Addresses that change it, with the verb of the matrix that each asks. */
  readonly posts: readonly (readonly [address: string, verb: string])[]
}

/** The organisations of rounds: one a round, made anew. */
async function addAgency(owner: Database): Promise<string> {
  const id = newId()
  await owner
    .insertInto('governance.organisation')
    .values({ id, name: `Agency ${id}`, sector: 'health', starts_on: matrixDay })
    .execute()
  return id
}

/** Puts one record of every type and state into the world, with whoever leads it where the matrix has a lead. */
export async function addAssurance(owner: Database, world: World): Promise<readonly AssuranceExhibit[]> {
  const exhibits: AssuranceExhibit[] = []
  for (const sight of ['draft', 'members', 'public'] as const) {
    exhibits.push(await addReview(owner, world, sight), await addRecommendation(owner, world, sight), await addRound(owner, world, sight))
    if (sight !== 'draft') exhibits.push(await addChallenge(owner, world, sight))
  }
  exhibits.push(await addCaseAudit(owner, world))
  return exhibits
}

async function addReview(owner: Database, { body, ...world }: World, sight: 'draft' | 'members' | 'public'): Promise<AssuranceExhibit> {
  const id = newId()
  await owner
    .insertInto('assurance.review')
    .values({
      ...{ id, body, sight, kind: 'inspection', title: 'Review', scope: 'All', announced_on: matrixDay, about_children: false },
      ...{ lead: personWho({ body, ...world }, 'lead'), published_on: sight === 'public' ? matrixDay : null },
    })
    .execute()
  const posts = [
    ...(['edit', 'report', 'recommendations'] as const).map((step) => [step, 'change'] as const),
    ...[['show', 'show'] as const, ['take-back', 'show'] as const, ['refer', 'refer'] as const, ['close', 'close'] as const],
    ...[['evidence', 'evidence'] as const, ['parts/finding', 'add'] as const],
  ].map(([step, verb]) => [`/reviews/${id}/${step}`, verb] as const)
  return { record: 'review', state: sight, table: 'assurance.review', id, posts }
}

async function addRecommendation(owner: Database, world: World, sight: 'draft' | 'members' | 'public'): Promise<AssuranceExhibit> {
  const [id, action] = [newId(), newId()]
  await owner
    .insertInto('assurance.recommendation')
    .values({
      ...{
        id,
        body: world.body,
        sight,
        source_kind: 'other',
        source: 'A report',
        reference: 'A',
        text: 'That it is done',
        made_on: matrixDay,
      },
      ...{ addressee_office: 'Somebody', owner: personWho(world, 'lead'), recorded_at: matrixNow },
    })
    .execute()
  await owner
    .insertInto('assurance.recommendation_action')
    .values({ id: action, recommendation: id, text: 'Do it', lead: 'Head', due_on: matrixDay })
    .execute()
  const posts = [
    ...[['edit', 'change'] as const, ['respond', 'respond'] as const, ['actions', 'act'] as const, [`actions/${action}`, 'act'] as const],
    ...[
      ['notes', 'note'] as const,
      ['milestone', 'milestone'] as const,
      ['close', 'close'] as const,
      ['reopen', 'close'] as const,
      ['show', 'show'] as const,
      ['take-back', 'show'] as const,
    ],
  ].map(([step, verb]) => [`/recommendations/${id}/${step}`, verb] as const)
  return { record: 'recommendation', state: sight, table: 'assurance.recommendation', id, posts }
}

let challenges = 0

async function addChallenge(owner: Database, world: World, sight: 'members' | 'public'): Promise<AssuranceExhibit> {
  const id = newId()
  challenges += 1
  await owner
    .insertInto('assurance.challenge')
    .values({
      ...{
        id,
        body: world.body,
        sight,
        number: challenges,
        title: 'Challenge',
        text: 'Why?',
        raised_by: 'An agency',
        raised_on: matrixDay,
      },
      ...{ addressee_office: 'Somebody', owner: personWho(world, 'lead'), recorded_at: matrixNow },
    })
    .execute()
  const posts = [
    ...[['edit', 'change'] as const, ['respond', 'respond'] as const, ['impact', 'impact'] as const, ['milestone', 'milestone'] as const],
    ...[['close', 'close'] as const, ['escalate', 'escalate'] as const, ['show', 'show'] as const, ['take-back', 'show'] as const],
  ].map(([step, verb]) => [`/challenges/${id}/${step}`, verb] as const)
  return { record: 'challenge', state: sight, table: 'assurance.challenge', id, posts }
}

async function addRound(owner: Database, world: World, sight: 'draft' | 'members' | 'public'): Promise<AssuranceExhibit> {
  const [id, toolkit, organisation] = [newId(), newId(), await addAgency(owner)]
  await owner
    .insertInto('assurance.toolkit')
    .values({
      id: toolkit,
      body: world.body,
      number: 1,
      title: toolkit,
      scores: '[{"score":0,"label":"No"},{"score":1,"label":"Yes"}]',
      pass_mark: 1,
      made_at: matrixNow,
    })
    .execute()
  await owner.insertInto('assurance.toolkit_standard').values({ toolkit, key: 'one', position: 1, title: 'One' }).execute()
  const state = { draft: 'draft', members: 'open', public: 'reported' }[sight]
  await owner
    .insertInto('assurance.audit_round')
    .values({
      ...{
        id,
        body: world.body,
        toolkit,
        sight,
        title: 'Round',
        pass_mark: 1,
        state,
        opens_on: matrixDay,
        due_on: matrixDay.add({ days: 9 }),
      },
      reported_on: state === 'reported' ? matrixDay : null,
    })
    .execute()
  await owner
    .insertInto('assurance.audit_agency')
    .values({ round: id, organisation, lead: personWho(world, 'lead') })
    .execute()
  const posts = [
    ...(['agencies', 'report', 'show', 'take-back', 'open', 'chase', 'moderation'] as const).map(
      (step) => [`/audit-rounds/${id}/${step}`, 'keep'] as const,
    ),
    [`/audit-rounds/${id}/agencies/${organisation}/people`, 'keep'] as const,
  ]
  return { record: 'audit-round', state: sight, table: 'assurance.audit_round', id, posts }
}

async function addCaseAudit(owner: Database, { body }: World): Promise<AssuranceExhibit> {
  const id = newId()
  await owner
    .insertInto('assurance.case_audit')
    .values({ id, body, kind: 'voice', theme: 'Theme', sample_how: 'By lot', sample_size: 3, held_on: matrixDay, grades: ['Good', 'Bad'] })
    .execute()
  return { record: 'case-audit', state: 'members', table: 'assurance.case_audit', id, posts: [[`/case-audits/${id}/learning`, 'keep']] }
}
