import { findPeopleNames } from '#governance/public-data.ts'
import type { ActorId, Database } from '#platform/database/session.ts'
import type { PlansNeeds } from '../needs.ts'
import { childrensPlan } from './childrens-plan.ts'
import { writeCommunications } from './communications.ts'
import { implementation2014 } from './implementation-2014.ts'
import { safeguardingNeedUses } from './needs.ts'
import { playPlans } from './present.ts'
import { writeLibrary } from './procedures.ts'
import { writeProgramme } from './programme.ts'
import { safeguardingPlan } from './safeguarding-plan.ts'
import { writeComingSubmission, writeSubmissions } from './submissions.ts'
import { writeBeside } from './write-beside.ts'
import { writeUses } from './write-needs.ts'
import { type SamplePeople, writePlan } from './write-plan.ts'

/** What the sample of plans builds on: ids by slug and by key, and the accounts of those who act in it. */
export interface PlansSampleGround {
  readonly bodies: ReadonlyMap<string, string>
  readonly people: ReadonlyMap<string, string>
  readonly accounts: { readonly clerk: ActorId; readonly otherClerk: ActorId; readonly member: ActorId }
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** Writes the plans of the sample: one of early 2014, and those of today. */
export async function loadPlansSample(needs: PlansNeeds, owner: Database, ground: PlansSampleGround): Promise<void> {
  const made = await owner.transaction().execute(async (tx) => {
    const people: SamplePeople = { ...ground, names: await findPeopleNames(tx, [...ground.people.values()]), actor: ground.accounts.clerk }
    await writePlan(tx, people, implementation2014)
    const { plan } = await writePlan(tx, people, childrensPlan(ground.today))
    const keys = await writeBeside(tx, people, plan)
    const business = safeguardingPlan(ground.today)
    const safeguarding = (await writePlan(tx, people, business)).plan
    const board = ground.bodies.get(business.body) ?? ''
    await writeUses(tx, people, { plan: safeguarding, body: board, keys }, safeguardingNeedUses)
    await writeProgramme(tx, people)
    return { children: plan, safeguarding }
  })
  const body = (slug: string): string => ground.bodies.get(slug) ?? ''
  const asked = [body('women-and-childrens-delivery-board'), body('health-and-wellbeing-board')]
  const clerk = { actor: ground.accounts.clerk, now: ground.now, today: ground.today }
  await playPlans(needs, clerk, { ...made, asked, board: body('northbrook-childrens-partnership') })
  const member = { ...clerk, actor: ground.accounts.member }
  const writer = ground.people.get('haddad') ?? ''
  await writeLibrary(needs, { clerk, member, body: body('northbrook-childrens-partnership'), owner: writer })
  await writeCommunications(needs, { clerk, body: body('northbrook-childrens-partnership'), plan: made.children, owner: writer })
  await writeComingSubmission(needs, clerk, made.safeguarding)
  await writeSubmissions(needs, clerk, { plan: made.children, owner: writer })
}
