import type { Database } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { lookAt } from '../commands/look.ts'
import { beginPlan, recordChildrenAsked, writeNeed } from '../commands/plan.ts'
import { answerAction, progressAction, takeAction } from '../commands/plan-actions.ts'
import { joinTeam } from '../commands/team.ts'
import { addMember } from '../commands/team-members.ts'
import { findActions, findPlan, type PlanView } from '../queries/plan.ts'
import { contentClasses } from '../rules/access.ts'

/** What the sample of plans builds on. */
export interface PlanGround {
  readonly casework: Database
  readonly doer: (key: string, ago: number) => Doer
  /** Ids of posts by the key of the person. */
  readonly posts: ReadonlyMap<string, string>
  readonly today: Temporal.PlainDate
  readonly amber: string
  readonly hazel: string
}

/** Fails where the sample is refused. */
export async function made<Value>(result: Promise<Result<Value, FieldProblem>>): Promise<Value> {
  const done = await result
  if (!done.ok) throw new Error(`The sample of plans is refused: ${done.problems[0].field} ${done.problems[0].code}.`)
  return done.value
}
/** The plan as it stands for somebody. */
export const planOf = (ground: PlanGround, who: Doer, episode: string): Promise<PlanView> =>
  lookAt(ground.casework, who, episode, 'plan', async ({ tx, family }) => findPlan(tx, family, who.today))

/** The team and plan of two invented families: one with actions in every state, and one that begins. */
export async function loadPlanSample(ground: PlanGround): Promise<void> {
  await amberPlan(ground)
  await hazelPlan(ground)
}

const contact = { name: undefined, agency: undefined, shieldedFrom: [] }
const member = (ground: PlanGround, key: string, role: string, ago: number) => ({
  ...contact,
  ...{
    post: ground.posts.get(key),
    role,
    contact: '0191 496 0000',
    startsOn: ground.today.subtract({ days: ago }),
    classes: [...contentClasses],
  },
})
const friend = (name: string, agency: string, role: string, startsOn: Temporal.PlainDate) => ({
  ...{ post: undefined, name, agency, role, contact: '', shieldedFrom: [], startsOn, classes: [] },
})

async function amberPlan(ground: PlanGround): Promise<void> {
  const { casework, doer, amber, today } = ground
  const needs = { db: casework }
  const quist = (ago: number) => doer('quist', ago)
  const on = (ago: number) => today.subtract({ days: ago })
  await made(addMember(needs, quist(33), amber, member(ground, 'quist', 'School nurse, who leads', 33)))
  await made(addMember(needs, quist(33), amber, member(ground, 'tennant', 'Family support worker', 33)))
  await made(
    addMember(needs, quist(33), amber, friend('Grandmother’s neighbour, Mo', 'A friend of the family', 'Walks along to school', on(33))),
  )
  const words = 'We love our home. We want mornings without shouting, and for Wren to be with her friends at school.'
  await made(beginPlan(needs, quist(30), amber, { agreedOn: on(30), familyWords: words }))
  const need = (hard: string, outcome: string) =>
    made(writeNeed(needs, quist(30), { episode: amber }, { need: hard, outcome, relative: undefined, version: undefined }))
  await need('Mornings are hard, and school is missed twice a week.', 'Everybody is up and out by half past eight, and nobody shouts.')
  await need('Mum is tired and has nobody to talk to.', 'Mum has an evening of her own each week.')
  const plan = await planOf(ground, quist(30), amber)
  const who = (name: string) => {
    const found = plan.who.team.find((one) => one.name.includes(name))
    return { member: found?.id ?? null, relative: found ? null : (plan.who.people[0]?.id ?? null) }
  }
  const take = (key: string, at: number, what: string, name: string, due: number, inRoom?: 'yes') =>
    made(
      takeAction(
        needs,
        doer(key, 29),
        { episode: amber, need: plan.needs[at]?.id ?? '' },
        { what, who: who(name), dueOn: today.add({ days: due }), inRoom, version: undefined },
      ),
    )
  await take('quist', 0, 'Walk to school together on Mondays', 'Mo', 12, 'yes')
  await take('tennant', 0, 'Draw a morning plan with Wren', 'Tennant', -10)
  await take('tennant', 1, 'Find a parents’ evening nearby', 'Tennant', -3)
  await take('quist', 1, 'Ask the library about the knitting group', 'Tennant', 9)
  await take('quist', 1, 'Lend the family a sleep diary', 'Tennant', 5)
  const actions = await lookAt(casework, doer('tennant', 20), amber, 'plan', ({ tx }) => findActions(tx, amber, today))
  const of = (words: string) => {
    const found = actions.find(({ what }) => what.includes(words))
    return { of: { episode: amber, action: found?.id ?? '' }, version: found?.version ?? 1 }
  }
  const drawn = of('Draw')
  await made(
    progressAction(needs, doer('tennant', 12), drawn.of, {
      progress: 'Wren chose the pictures.',
      isDone: 'yes',
      evidence: 'It hangs on the door, and Wren ticks it.',
      version: drawn.version,
    }),
  )
  const lent = of('sleep diary')
  await made(
    answerAction(needs, doer('tennant', 20), lent.of, {
      verdict: 'no',
      because: 'The family would rather keep their own notes.',
      version: lent.version,
    }),
  )
  const children = plan.who.children.map(({ id }) => ({ relative: id, answer: 'wrote-or-drew' as const, because: '' }))
  await made(
    recordChildrenAsked(needs, quist(29), { episode: amber, asked: { kind: 'plan', record: plan.latest?.id ?? '' } }, { children }),
  )
}

async function hazelPlan(ground: PlanGround): Promise<void> {
  const { casework, doer, hazel, today } = ground
  const needs = { db: casework }
  const tennant = doer('tennant', 0)
  // Whoever asked keeps the family while nobody leads, and reads it because the family agreed to it for that agency.
  await made(joinTeam(needs, tennant, hazel, { post: ground.posts.get('tennant') ?? '', classes: [...contentClasses] }))
  await made(addMember(needs, tennant, hazel, { ...member(ground, 'tennant', 'Family support worker', 0), classes: [] }))
  await made(addMember(needs, tennant, hazel, friend('Sam, of the nursery', 'Harbour nursery', 'Knows Ivy every day', today)))
  await made(beginPlan(needs, tennant, hazel, { agreedOn: today, familyWords: undefined }))
  await made(
    writeNeed(
      needs,
      tennant,
      { episode: hazel },
      { need: 'The landlord wants the house back.', outcome: 'We know where we live in summer.', relative: undefined, version: undefined },
    ),
  )
  const plan = await planOf(ground, tennant, hazel)
  const nursery = plan.who.team.find(({ person }) => person === undefined)?.id ?? null
  const own = plan.who.team.find(({ person }) => person !== undefined)?.id ?? null
  for (const [what, who] of [
    ['Write to the landlord together', own],
    ['Keep a place at the nursery', nursery],
  ] as const)
    await made(
      takeAction(
        needs,
        tennant,
        { episode: hazel, need: plan.needs[0]?.id ?? '' },
        { what, who: { member: who, relative: null }, dueOn: today.add({ days: 14 }), inRoom: undefined, version: undefined },
      ),
    )
}
