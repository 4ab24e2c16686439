import { newId } from '#platform/database/ids.ts'
import { type ActorId, type Database, writeAs } from '#platform/database/session.ts'
import type { FieldProblem, Result } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { recordAgreement } from '../commands/agreement.ts'
import { recordStand } from '../commands/disagreement.ts'
import { askForHelp, closeFamily } from '../commands/family.ts'
import { askAnother, restrict, shieldFamily } from '../commands/guard.ts'
import { askOther, recordDissent } from '../commands/putting-right.ts'
import { askToShare } from '../commands/sharing.ts'
import { answerLead, proposeLead } from '../commands/team.ts'
import type { TellNeeds } from '../commands/tell.ts'
import { contentClasses } from '../rules/access.ts'
import { loadAssessmentSample } from './assessment.ts'
import { loadClaimSample } from './claims.ts'
import { loadVoice } from './family-voice.ts'
import { loadMovementSample } from './movement.ts'
import { loadAmber, loadFinch, loadHazel, type SampleFamily } from './people.ts'
import { loadPlanSample } from './plan.ts'
import { loadQualityReports, loadQualitySample } from './quality.ts'
import { loadClosedRights, loadDestroyedSample, loadRetentionSample } from './retention.ts'
import { loadSupervisionSample } from './supervision.ts'
import { loadTeamMeetingSample } from './team-meeting.ts'
import { loadTrainingSample } from './training.ts'

/** What the sample of early help builds on. */
export interface EarlyHelpGround {
  /** Ids by key. */
  readonly people: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
  /** Accounts by key of the person. */
  readonly account: (key: string) => ActorId
  /** Where mails are left, and where their links lead. */
  readonly mail: TellNeeds
  /** The locality of the families. */
  readonly area: string
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
}

const posts = [
  ['quist', 'community-health', 'practitioner'],
  ['tennant', 'families-first', 'practitioner'],
  ['pryce', 'council', 'co-ordinator'],
  ['rahman', 'icb', 'co-ordinator'],
  ['eze', 'icb', 'governance'],
  ['haddad', 'council', 'governance'],
] as const

/** Writes posts and invented families: one that is helped, one that came back, one that waits for a lead, one that is not asked yet, one that refused, and old ones. Takes the pool of casework. */
export async function loadEarlyHelpSample(casework: Database, owner: Database, ground: EarlyHelpGround): Promise<void> {
  const ids = await addPosts(owner, ground)
  await loadTrainingSample(owner, ground)
  const doer = (key: string, ago: number): Doer => ({
    actor: ground.account(key),
    now: ground.now.subtract({ hours: ago * 24 }),
    today: ground.today.subtract({ days: ago }),
  })
  const needs = { db: casework, ...ground.mail }
  const agency = (key: string): string => ground.organisations.get(key) ?? ''
  const ask = async (label: string, ago: number, child: string, why: string) => {
    const requestedOn = ground.today.subtract({ days: ago })
    const children = [{ name: child, bornOn: requestedOn.subtract({ years: 7, days: 40 }), dueOn: undefined }]
    const common = { area: ground.area, agency: agency('families-first'), requestedOn, isFamilyTold: true, notToldBecause: undefined }
    return (await done(askForHelp(needs, doer('tennant', ago), { label, why, children, ...common }))).id
  }
  const agree = (id: string, ago: number, isGiven: boolean) =>
    done(
      recordAgreement(needs, doer('tennant', ago), id, {
        ...{
          isGiven,
          givenBy: 'Mother',
          entitledBy: 'responsibility' as const,
          givenOn: ground.today.subtract({ days: ago }),
          evidence: 'signed' as const,
        },
        informedHow: 'We read the leaflet together and talked about every agency by name',
        agencies: isGiven ? [agency('families-first'), agency('community-health'), agency('council')] : [],
        classes: isGiven ? [...contentClasses] : [],
      }),
    )
  const refuse = async (label: string, ago: number, child: string, why: string) => {
    const id = await ask(label, ago, child, why)
    await agree(id, ago - 5, false)
    const closedOn = ground.today.subtract({ days: ago - 5 })
    await done(closeFamily(needs, doer('tennant', ago - 5), id, { reason: 'refused', place: 1, closedOn, ...nothingSaid }))
    return id
  }
  const why = 'Mornings are hard, and school is missed. Grandmother helps; everybody wants it to get better.'
  const amber = await ask('Amber', 40, 'Wren Amber', why)
  await agree(amber, 36, true)
  await done(proposeLead(needs, doer('pryce', 35), amber, { post: ids.get('quist') ?? '' }))
  await done(answerLead(needs, doer('quist', 34), amber, { verdict: 'yes', because: undefined }))
  await done(askToShare(needs, doer('quist', 2), amber, policeSharing(agency('police'), ground.today)))
  await ask('Teal', 3, 'Robin Teal', 'A sister who cares for her brother is tired. Nobody has asked the family yet.')
  const hazel = await ask('Hazel', 12, 'Ivy Hazel', 'A new baby, little sleep, and a landlord who wants the house back.')
  await agree(hazel, 10, true)
  await done(proposeLead(needs, doer('pryce', 1), hazel, { post: ids.get('tennant') ?? '' }))
  await loadAssessmentSample({ casework, owner, doer, amber, hazel, posts: ids })
  await loadQualitySample(casework, { pryce: doer('pryce', 0), rahman: doer('rahman', 1), amber, hazel, posts: ids })
  const family = (key: string, episode: string) => ({ casework, keeper: (ago: number) => doer(key, ago), episode, today: ground.today })
  await loadFamilyWords(family('quist', amber), family('tennant', hazel), ids.get('tennant') ?? '')
  await refuse('Birch', 60, 'Linnet Birch', 'The nursery is worried about speech.')
  const rowan = await ask('Rowan', 95, 'Jay Rowan', 'They have moved twice this year, and school starts again every time.')
  await agree(rowan, 90, true)
  const teams = { casework, doer, posts: ids, today: ground.today, amber, hazel }
  for (const load of [loadPlanSample, loadTeamMeetingSample]) await load(teams)
  await loadMovementSample({ needs, doer, agency, today: ground.today, amber, rowan })
  const heron = await ask('Heron', 9, 'Sky Heron', 'Nights are short since the move.')
  await loadRights(needs, doer, { amber, rowan, heron, agency: agency('families-first'), posts: ids })
  await loadPractice(casework, owner, ground, { doer, amber })
  const willow = await ask('Willow', 400, 'Finch Willow', 'Nobody sleeps, and school rings every week.')
  await agree(willow, 396, true)
  await loadWillow(needs, doer, willow)
  await loadOld(casework, doer, refuse, ground.today)
}

/** How practice is kept good: reports on quality of months that are over, and supervision. */
async function loadPractice(
  casework: Database,
  owner: Database,
  ground: EarlyHelpGround,
  about: { readonly doer: (key: string, ago: number) => Doer; readonly amber: string },
): Promise<void> {
  await loadQualityReports(casework, about.doer('rahman', 0))
  const heldOn = ground.today.subtract({ days: 24 })
  await loadSupervisionSample(casework, owner, ground, { supervisor: about.doer('pryce', 24), amber: about.amber, heldOn })
}

/** A family that was helped to a good end: its record is closed, is claimed, and something in it is put right. */
async function loadWillow(
  needs: { readonly db: Database } & TellNeeds,
  doer: (key: string, ago: number) => Doer,
  willow: string,
): Promise<void> {
  const casework = needs.db
  await loadFinch({ casework, keeper: (ago) => doer('tennant', ago), episode: willow, today: doer('tennant', 0).today })
  await done(closeFamily(needs, doer('tennant', 290), willow, { ...nothingSaid, ...endedWell, closedOn: doer('tennant', 290).today }))
  await loadClaimSample(casework, { pryce: doer('pryce', 0), rahman: doer('rahman', 0), willow })
  await loadClosedRights(casework, { haddad: doer('haddad', 1), pryce: doer('pryce', 2), closed: willow })
}

type Refuse = (label: string, ago: number, child: string, why: string) => Promise<string>

/** Requests of long ago that came to nothing, and how long they are kept. */
async function loadOld(
  casework: Database,
  doer: (key: string, ago: number) => Doer,
  refuse: Refuse,
  today: Temporal.PlainDate,
): Promise<void> {
  const old = await refuse('Alder', 440, 'Nat Alder', 'The school asked; the family did not want help at that time.')
  await loadRetentionSample(casework, { haddad: doer('haddad', 1), old, receivedOn: today.subtract({ days: 9 }) })
  const [held, approved, gone] = [
    await refuse('Elm', 450, 'Sam Elm', 'The nursery asked; the family had found help by itself.'),
    await refuse('Larch', 460, 'Kit Larch', 'The school asked; the family moved the same week.'),
    await refuse('Yew', 470, 'Ash Yew', 'The doctor asked; the family said no.'),
  ]
  await loadDestroyedSample(casework, { haddad: doer('haddad', 1), pryce: doer('pryce', 1), held, approved, gone })
}

/** What is asked to be shared with the police, and waits for approval. */
const policeSharing = (police: string, today: Temporal.PlainDate) => ({
  agreement: undefined,
  ...{ isToShare: true, basis: 'public-task' as const, organisation: police, classes: ['family' as const], isFamilyTold: true },
  ...{
    purpose: 'Safety at home at weekends',
    because: 'The names alone are enough for the officer who calls',
    toldWords: 'Mother was told on the telephone',
  },
  holdsUntil: today.add({ months: 2 }),
})

/** What a father says who agrees to less than the mother did; it waits for a co-ordinator. */
const fatherOf = (agency: string, today: Temporal.PlainDate) => ({
  ...{ saidBy: 'Father', entitledHow: 'He is on the birth certificate', stance: 'narrower' as const, evidence: 'spoken' as const },
  words: 'Help with school is good. I do not want the whole town to read about us.',
  ...{ saidOn: today.subtract({ days: 2 }), agencies: [agency], classes: [...contentClasses] },
})

/** A record that never began has no plan of closing. */
const nothingSaid = { plan: undefined, familyView: undefined, noViewBecause: undefined, forReferrer: undefined }

/** How a family says that help came to a good end. */
const endedWell = {
  ...{ reason: 'needs-met' as const, place: 1, plan: 'School rings us if mornings get hard again.' },
  familyView: 'We sleep, and that is the whole difference.',
}

/** Who does not agree, what somebody asks to have put right, and what a child says against the record. */
async function loadRights(
  needs: { readonly db: Database } & TellNeeds,
  doer: (key: string, ago: number) => Doer,
  of: Readonly<Record<'amber' | 'rowan' | 'heron' | 'agency', string>> & { readonly posts: ReadonlyMap<string, string> },
): Promise<void> {
  const { amber, rowan, heron, agency } = of
  const postOf = (key: string): string => of.posts.get(key) ?? ''
  await done(recordStand(needs, doer('tennant', 2), rowan, fatherOf(agency, doer('tennant', 0).today)))
  const held = { class: 'voice', ground: 'accuracy', words: 'Father says that it was not Jay who said it. School is asked.' } as const
  await done(restrict(needs, doer('tennant', 1), rowan, held))
  const { today } = doer('tennant', 0)
  await done(
    shieldFamily(needs, doer('tennant', 1), heron, {
      ...{ reason: 'staff', words: 'Mother works here', lookAgainOn: today.add({ months: 3 }), asks: postOf('pryce') },
    }),
  )
  await done(
    askAnother(needs, doer('tennant', 1), heron, {
      asks: postOf('rahman'),
      because: 'He works in the same building as Mother',
      version: 1,
    }),
  )
  const quist = doer('quist', 3)
  await done(
    askOther(needs, quist, amber, {
      ...{ class: 'assessment', said: 'Mother is often late', wanted: 'It was twice, in March. The bus did not come.' },
      ...{ askedBy: 'Mother', entitledBy: 'responsibility', receivedOn: quist.today },
    }),
  )
  await done(
    recordDissent(needs, quist, amber, {
      ...{ who: 'Wren', class: 'voice', about: 'What school says about mornings', captured: 'by-them', saidOn: quist.today },
      ...{ words: 'I was not grumpy. I was hungry.', withheldFrom: undefined, rectification: undefined },
    }),
  )
}

/** The people of two families, and what one of them says. */
async function loadFamilyWords(amber: SampleFamily, hazel: SampleFamily, member: string): Promise<void> {
  await loadVoice(amber, await loadAmber(amber, member))
  await loadHazel(hazel)
}

async function addPosts(owner: Database, ground: EarlyHelpGround): Promise<ReadonlyMap<string, string>> {
  const ids = new Map(posts.map(([key]) => [key as string, newId()]))
  await writeAs(owner, { actor: ground.account('lowe'), now: ground.now, today: ground.today }, (tx) =>
    tx
      .insertInto('casework.post')
      .values(
        posts.map(([key, organisation, role]) => ({
          ...{
            id: ids.get(key) ?? '',
            person: ground.people.get(key) ?? '',
            organisation: ground.organisations.get(organisation) ?? '',
            role,
          },
          ...{ area: role === 'co-ordinator' ? ground.area : null, starts_on: ground.today.subtract({ years: 2 }) },
        })),
      )
      .execute(),
  )
  return ids
}

async function done<Value>(result: Promise<Result<Value, FieldProblem>>): Promise<Value> {
  const made = await result
  if (!made.ok) throw new Error(`The sample of early help is refused: ${made.problems[0].field} ${made.problems[0].code}.`)
  return made.value
}
