import { Hono } from 'hono'
import { z } from 'zod'
import type { Terms } from '#governance/public.ts'
import { findPeopleOfAccounts, findWorkProgramme } from '#governance/public-data.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { parseForm, version } from '#platform/web/fields.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { FormBody } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { placeStandingNow } from '../commands/plan/place-standing.ts'
import {
  acceptPlanItem,
  changePlanItem,
  hidePlanItem,
  movePlanItem,
  nominateItem,
  refusePlanItem,
  withdrawPlanItem,
} from '../commands/plan/plan-item.ts'
import { showPlanItems } from '../commands/plan/show-plan.ts'
import { parsePlanChange, parsePlanItem, parsePlanMove, parsePlanReason, parsePlanShowing } from '../forms/plan.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { PlanItemPage } from '../pages/plan-item-page.tsx'
import { type PlanMeeting, PlanPage } from '../pages/plan-page.tsx'
import { meetingPaths, topicPaths } from '../paths.ts'
import { findConsultations, findConsultationsFeeding } from '../queries/consultations.ts'
import { findMeetingRules } from '../queries/meeting-rules.ts'
import { findJointMeetings, findOpenMeetings } from '../queries/meetings.ts'
import { findMoves, findPlan, findReferringDecision, guardedPlan, guardedPlanItem } from '../queries/plan.ts'
import { findShowable } from '../queries/plan-showing.ts'
import { findPlannedTime } from '../queries/planned-time.ts'
import { findSentWithPlanItem } from '../queries/sent-papers.ts'
import { findStandingFacts } from '../queries/standing-places.ts'
import { findTopicsOfPlanItem } from '../queries/topics.ts'
import { deadlineOf, lastDayOf } from '../rules/deadlines.ts'
import { freeTime } from '../rules/free-time.ts'
import { placeStanding, standingGaps } from '../rules/standing-places.ts'
import { planPurposeWords } from '../words/plan.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type Asked, type AskedPlanItem, planGate, planItemGate } from './gates.ts'

/** The forward plan of a board (M1). */
export function planRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const toItem = ({ body, planItem }: AskedPlanItem): string => meetingPaths.planItem(body.slug, planItem.id)
  pageAt(app, needs, '/boards/:slug/plan', planGate('read'), planPage)
  formAt(app, needs, '/boards/:slug/plan/new', planGate('nominate'), async (asked) =>
    form(await itemShape(asked, undefined), parsePlanItem, async (doer, input) =>
      leadTo(await nominateItem(needs, doer, asked.body.id, input), ({ id }) => meetingPaths.planItem(asked.body.slug, id)),
    ),
  )
  actAt(
    app,
    needs,
    '/boards/:slug/plan/standing',
    planGate('add'),
    async ({ body }, doer) => leadTo(await placeStandingNow(needs, doer, body.id), () => meetingPaths.plan(body.slug)),
    ({ body }) => meetingPaths.plan(body.slug),
  )
  showingRoutes(app, needs, toItem)
  pageAt(app, needs, '/boards/:slug/plan/:item', planItemGate('read'), itemPage)
  formAt(app, needs, '/boards/:slug/plan/:item/edit', planItemGate('change'), async (asked) =>
    form(await itemShape(asked, asked), parsePlanChange, async (doer, input) =>
      leadTo(await changePlanItem(needs, doer, asked.body.id, asked.planItem.id, input), () => toItem(asked)),
    ),
  )
  formAt(app, needs, '/boards/:slug/plan/:item/refuse', planItemGate('refuse'), async (asked) =>
    form(reasonShape(asked, 'Refuse this item', 'Whoever put it forward reads the reason'), parsePlanReason, async (doer, input) =>
      leadTo(await refusePlanItem(needs, doer, asked.body.id, asked.planItem.id, input), () => toItem(asked)),
    ),
  )
  formAt(app, needs, '/boards/:slug/plan/:item/withdraw', planItemGate('change'), async (asked) =>
    form(leaveShape(asked), parsePlanReason, async (doer, input) =>
      leadTo(await withdrawPlanItem(needs, doer, asked.body.id, asked.planItem.id, input), () => toItem(asked)),
    ),
  )
  formAt(app, needs, '/boards/:slug/plan/:item/move', planItemGate('place'), async (asked) =>
    form(await moveShape(asked), parsePlanMove, async (doer, input) =>
      leadTo(await movePlanItem(needs, doer, asked.body.id, asked.planItem.id, input), () => toItem(asked)),
    ),
  )
  actAt(
    app,
    needs,
    '/boards/:slug/plan/:item/accept',
    planItemGate('accept'),
    async (asked, doer, body: FormBody) => {
      const parsed = parseForm(z.object({ version: version() }), body)
      return parsed.ok
        ? leadTo(await acceptPlanItem(needs, doer, asked.body.id, asked.planItem.id, parsed.value.version), () => toItem(asked))
        : parsed
    },
    toItem,
  )
  return app
}

/** What everybody sees of the plan; asked for before an item of that name. */
function showingRoutes(app: Hono<AppEnv>, needs: MeetingsNeeds, toItem: (asked: AskedPlanItem) => string): void {
  formAt(app, needs, '/boards/:slug/plan/show', planGate('add'), async (asked) =>
    form(await showShape(asked), parsePlanShowing, async (doer, { items }) =>
      leadTo(await showPlanItems(needs, doer, asked.body.id, items), () => meetingPaths.plan(asked.body.slug)),
    ),
  )
  formAt(app, needs, '/boards/:slug/plan/:item/hide', planItemGate('change'), async (asked) =>
    form(
      reasonShape(asked, 'Take this item back from the public plan', 'Kept with who did it; members go on seeing the item'),
      parsePlanReason,
      async (doer, input) => leadTo(await hidePlanItem(needs, doer, asked.body.id, asked.planItem.id, input), () => toItem(asked)),
    ),
  )
}

async function planPage(asked: Asked) {
  const { reader, visit, body, may } = asked
  const meetings: PlanMeeting[] = []
  const open = await findMeetingsAhead(asked)
  const times = await findPlannedTime(
    reader,
    open.map(({ id }) => id),
  )
  for (const meeting of open) {
    const rules = await findMeetingRules(reader, body.id, meeting.heldOn)
    const time = freeTime(rules.terms?.longestMinutes.value ?? undefined, times.get(meeting.id) ?? [])
    meetings.push({ meeting, nominateBy: lastDayOf(deadlineOf('nominateItems', rules, meeting.heldOn)), time })
  }
  const mayAdd = may(guardedPlan(body.id), 'add')
  const facts = await findStandingFacts(reader, body.id, visit.today)
  const { terms } = await findMeetingRules(reader, body.id, visit.today)
  return (
    <PlanPage
      visit={visit}
      board={body}
      meetings={meetings}
      items={await findPlan(reader, body.id, visit.now.subtract({ hours: 24 * 90 }))}
      unplacedStanding={mayAdd ? placeStanding(facts).length : 0}
      gaps={mayAdd ? standingGaps(facts, terms?.standingItems.value ?? [], visit.today) : []}
      intake={intakeSentences(terms)}
      windows={await findConsultations(reader, [body.id], { from: visit.today.subtract({ days: 60 }) })}
      duties={await findWorkProgramme(reader, body.id, visit.today)}
      mayNominate={may(guardedPlan(body.id), 'nominate')}
      mayAdd={mayAdd}
      hidden={mayAdd ? (await findShowable(reader, body.id)).length : 0}
    />
  )
}

/** Its own meetings that are still to be held, and those of other boards at which it has agreed to meet. */
async function findMeetingsAhead({ reader, visit, body }: Asked) {
  const [own, joint] = [await findOpenMeetings(reader, body.id, visit.today), await findJointMeetings(reader, body.id, visit.today)]
  const isOpen = ({ state, joint: agreed }: (typeof joint)[number]): boolean =>
    (state === 'planned' || state === 'called') && agreed.includes(body.id)
  return [...own, ...joint.filter(isOpen)].toSorted((a, b) => Temporal.PlainDate.compare(a.heldOn, b.heldOn))
}

/** What the terms ask of a nominated item. */
function intakeSentences(terms: Terms | undefined): readonly string[] {
  const intake = terms?.intake.value
  if (!intake) return []
  return [
    intake.onlyDecisions ? 'The terms take only items that need a decision.' : '',
    intake.mustFitWorkPlan ? 'Items must fit the work plan.' : '',
    intake.onTemplate ? 'Papers are written on the set template.' : '',
    intake.agreedBy.length > 0 ? `Items are agreed by: ${intake.agreedBy.join(', ')}.` : '',
    intake.urgentItemsBy ? `Urgent items are agreed by: ${intake.urgentItemsBy}.` : '',
  ].filter((sentence) => sentence !== '')
}

async function itemPage(asked: AskedPlanItem) {
  const { reader, visit, body, planItem, may } = asked
  return (
    <PlanItemPage
      visit={visit}
      board={body}
      item={planItem}
      people={await peopleOf(asked)}
      moves={await findMoves(reader, planItem.id)}
      heldOn={planItem.heldOn ?? undefined}
      referredBy={await findReferringDecision(reader, planItem.id)}
      mayKeep={may(guardedPlanItem(planItem), 'change')}
      sent={await findSentWithPlanItem(reader, planItem.id, visit.today)}
      consultations={await findConsultationsFeeding(reader, planItem.id)}
      topics={{
        topics: await findTopicsOfPlanItem(reader, planItem.id),
        choose: may(guardedPlanItem(planItem), 'tag') ? topicPaths.ofPlanItem(body.slug, planItem.id) : undefined,
      }}
    />
  )
}

/** Who put it forward and who accepted it, by account: for the board itself, and for nobody else. */
async function peopleOf({ reader, body, planItem, standing }: AskedPlanItem): Promise<ReadonlyMap<string, { readonly name: string }>> {
  const isOurs = [...standing.clerkOf, ...standing.chairOf, ...standing.memberOf].includes(body.id)
  const accounts = [planItem.nominatedBy, planItem.acceptedBy].filter((account) => account !== null)
  return isOurs ? findPeopleOfAccounts(reader, accounts) : new Map()
}

const crumbs = ({ body }: Asked) => [
  { text: body.name, href: `/boards/${body.slug}` },
  { text: 'Forward plan', href: meetingPaths.plan(body.slug) },
]

async function meetingField({ reader, visit, body }: Asked, none: string): Promise<FieldSpec> {
  const meetings = await findOpenMeetings(reader, body.id, visit.today)
  return {
    kind: 'select',
    name: 'meeting',
    label: 'For which meeting?',
    none,
    options: meetings.map(({ id, heldOn }) => ({ value: id, text: weekdayInWords(heldOn) })),
  }
}

async function itemShape(asked: Asked, existing: AskedPlanItem | undefined): Promise<FormShape> {
  const adds = asked.may(guardedPlan(asked.body.id), 'add')
  const item = existing?.planItem
  return {
    title: item ? 'Change an item of the plan' : adds ? 'Add an item to the plan' : 'Nominate an item',
    caption: asked.body.name,
    lead: item || adds ? undefined : 'The clerk accepts it, or refuses it with a reason that you can read here.',
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'Title' },
          { kind: 'lines', name: 'summary', label: 'Summary', hint: 'What it is about and what the board should do with it' },
          { kind: 'line', name: 'lead', label: 'Who leads?' },
          { kind: 'radios', name: 'purpose', label: 'Purpose', options: optionsOf(planPurposeWords) },
          { kind: 'short', name: 'minutes', label: 'How many minutes will it take?', hint: 'Leave it empty if nobody has said' },
          ...(item ? [] : [await meetingField(asked, 'No meeting yet')]),
        ],
      },
    ],
    submit: item ? 'Save' : adds ? 'Add item' : 'Nominate item',
    first: item
      ? { title: item.title, summary: item.summary, lead: item.lead, purpose: item.purpose, minutes: String(item.minutes ?? '') }
      : {},
    version: item?.version,
    cancel: item ? meetingPaths.planItem(asked.body.slug, item.id) : meetingPaths.plan(asked.body.slug),
  }
}

async function showShape(asked: Asked): Promise<FormShape> {
  const items = await findShowable(asked.reader, asked.body.id)
  const options = items.map(({ id, title }) => ({ value: id, text: title }))
  return {
    title: 'Show the plan to everybody',
    caption: asked.body.name,
    lead:
      items.length === 0
        ? 'Everything on the plan that may be public is shown already.'
        : 'Everybody reads the title, summary and lead of what you choose, its meeting, and where it has been with the reasons. What an agenda calls exempt leaves the public plan by itself.',
    breadcrumbs: crumbs(asked),
    groups: items.length === 0 ? [] : [{ fields: [{ kind: 'boxes', name: 'items', label: 'Which items?', options }] }],
    closed: items.length === 0,
    submit: 'Show to everybody',
    first: { items: items.map(({ id }) => id) },
    cancel: meetingPaths.plan(asked.body.slug),
  }
}

function reasonShape(asked: AskedPlanItem, title: string, hint: string): FormShape {
  return {
    title,
    caption: asked.planItem.title,
    breadcrumbs: crumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'reason', label: 'Why?', hint, rows: 3 }] }],
    submit: title,
    first: {},
    version: asked.planItem.version,
    cancel: meetingPaths.planItem(asked.body.slug, asked.planItem.id),
  }
}

const leaveShape = (asked: AskedPlanItem): FormShape =>
  asked.planItem.standingKey === ''
    ? reasonShape(asked, 'Withdraw this item', 'It leaves the plan; the reason stays with it')
    : reasonShape(
        asked,
        'Leave this item out this time',
        'The terms ask for it. It comes back the next time it is due; the reason stays with it',
      )

async function moveShape(asked: AskedPlanItem): Promise<FormShape> {
  return {
    title: asked.planItem.meeting ? 'Move to another meeting' : 'Place in a meeting',
    caption: asked.planItem.title,
    breadcrumbs: crumbs(asked),
    groups: [
      { fields: [await meetingField(asked, 'No meeting'), { kind: 'line', name: 'reason', label: 'Why?', hint: 'Kept with its history' }] },
    ],
    submit: 'Move item',
    first: { meeting: asked.planItem.meeting ?? '' },
    version: asked.planItem.version,
    cancel: meetingPaths.planItem(asked.body.slug, asked.planItem.id),
  }
}
