import { Hono } from 'hono'
import { type AskedBoard, findPeopleNames, listPeopleWhoSignIn, withBody } from '#governance/public-data.ts'
import type { Writer } from '#platform/database/session.ts'
import { writeAs } from '#platform/database/session.ts'
import { instantInWords } from '#platform/time/words.ts'
import { doerOf, form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/bid.ts'
import * as settling from '../commands/bid-call.ts'
import { parseBid, parseCall, parseDecide, parseWithdraw } from '../forms/bid.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { BidCallPage } from '../pages/bid-call-page.tsx'
import { BidLookPage } from '../pages/bid-look-page.tsx'
import { crumbsOf } from '../pages/crumbs.ts'
import { guard } from '../permission.ts'
import { bidPaths, pipelinePaths } from '../pipeline-paths.ts'
import { findAwardContracts } from '../queries/awards.ts'
import { findBidFiles } from '../queries/bid-files.ts'
import { type BidCall, findBids, findCall, findLooks, findOpeningMinutes, findOpenings, guardedCall } from '../queries/bids.ts'
import { findBidCriteria, findEvaluators, findRecommended, guardedEvaluation } from '../queries/evaluations.ts'
import { findOwnProviders, ownPart } from '../queries/own-part.ts'
import { findProviders } from '../queries/providers.ts'
import { countingBids, mayLookAt } from '../rules/bid.ts'
import { linkable } from './award-shapes.ts'
import { decisionOptions } from './contract-shapes.ts'
import { actAt, formAt } from './endpoint.ts'
import { begin } from './gates.ts'
import { type AskedPipeline, pipelineGate } from './pipeline-gates.ts'

/** A request about a call for bids. */
export type AskedCall = AskedBoard & { readonly call: BidCall; readonly own: readonly string[] }

/** A call for bids, which everybody may read, with the providers for which whoever asks signs in. */
export function callGate(verb: 'read' | 'bid' | 'open' | 'change'): Gate<AskedCall> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const call = await findCall(reader, asked.part('call'))
    const { person } = asked.standing
    const own = person === undefined ? [] : await findOwnProviders(reader, person.id, asked.visit.today)
    if (verb === 'open' || verb === 'change') guard.demandOf(asked.standing, asked.visit, guardedCall(call), verb)
    if (verb === 'bid') guard.demandOf(asked.standing, asked.visit, await ownPart(reader, own, asked.visit.today), 'bid')
    return { ...(await withBody(asked, call.body)), call, own }
  }
}

/** Sealed bids: the clerk asks for them, providers hand in their own, two named people open them at one moment (C8). */
export function bidRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/bid-calls/:call', callGate('read'), callPage)
  formAt(app, needs, '/pipelines/:pipeline/bid-calls', pipelineGate('change'), async (asked) =>
    form(await callShape(asked), parseCall, async (doer, input) =>
      leadTo(await commands.addCall(needs, doer, asked.pipeline.id, input), bidPaths.call),
    ),
  )
  formAt(app, needs, '/bid-calls/:call/bid', callGate('bid'), async (asked) =>
    form(await bidShape(asked), parseBid, async (doer, input) =>
      leadTo(await commands.submitBid(needs, doer, asked.call.id, input), bidPaths.call),
    ),
  )
  app.get(bidPaths.look(':call'), async (c) =>
    c.html(await writeAs(needs.db, c.get('visit'), async (tx) => lookPage(tx, await lookGate(tx, c)))),
  )
  formAt(app, needs, '/bid-calls/:call/withdraw', callGate('change'), async (asked) =>
    form(withdrawShape(asked), parseWithdraw, async (doer, input) =>
      leadTo(await settling.withdrawCall(needs, doer, asked.call.id, input), bidPaths.call),
    ),
  )
  formAt(app, needs, '/bid-calls/:call/decided', callGate('change'), async (asked) =>
    form(await decidedShape(asked), parseDecide, async (doer, input) =>
      leadTo(await settling.decideCall(needs, doer, asked.call.id, input), bidPaths.call),
    ),
  )
  actAt(
    app,
    needs,
    '/bid-calls/:call/open',
    callGate('open'),
    async ({ call }, doer) => leadTo(await commands.openCall(needs, doer, call.id), bidPaths.call),
    ({ call }) => bidPaths.call(call.id),
  )
  return app
}

async function callPage({ reader, visit, body, call, own, standing, may }: AskedCall) {
  const mayOpen = may(guardedCall(call), 'open')
  const { person } = standing
  const [bids, openings, looks, minutes, criteria, evaluators] = await Promise.all([
    findBids(reader, [call.id]),
    findOpenings(reader, call.id),
    findLooks(reader, call.id),
    findOpeningMinutes(reader, visit.today),
    findBidCriteria(reader, call.id),
    findEvaluators(reader, { call: call.id }),
  ])
  const names = await findPeopleNames(reader, [...new Set([...call.openers, ...looks.map((look) => look.person)])])
  const evaluates = may(guardedEvaluation(call, evaluators), 'read')
  const mayLook =
    person !== undefined && (evaluates ? call.openedAt !== undefined : may(guardedCall(call), 'look') && mayLookAt(call, person.id))
  const mayScore =
    mayLook && (evaluates || (call.decidedOn !== undefined && (standing.clerkOf.has(body.id) || standing.chairOf.has(body.id))))
  const mayChange = may(guardedCall(call), 'change')
  const seesAll = mayOpen || evaluates || standing.clerkOf.has(body.id) || standing.chairOf.has(body.id)
  const { recommended, awarded } = await findRecommended(reader, call.id)
  const linked = await findAwardContracts(reader, call.id)
  const closed = awarded?.closedOn ? { on: awarded.closedOn, because: awarded.closedBecause } : undefined
  const files = own.length === 0 ? [] : await findBidFiles(reader, call.id)
  const winner = mayChange && awarded?.bid ? bids.find(({ id }) => id === awarded.bid) : undefined
  const mayLink = winner !== undefined && (await linkable({ reader, visit, call, winner })).length > 0
  return (
    <BidCallPage
      {...{ visit, board: body, call, bids, own, files, names, openings, looks, minutes, mayOpen, mayChange, mayLook, seesAll }}
      {...{
        award: { linked, mayName: winner !== undefined, mayLink, closed },
        criteria,
        evaluators,
        mayScore,
        recommended,
        awarded,
        self: evaluators.find((one) => one.person === person?.id),
      }}
    />
  )
}

/** A call for whoever may look at what its opened bids say; who that is, the look itself asks of those who sign in. */
export const lookGate: Gate<AskedCall> = async (reader, c) => {
  const asked = await callGate('read')(reader, c)
  if (asked.standing.person === undefined) guard.demandOf(asked.standing, asked.visit, guardedCall(asked.call), 'look')
  return asked
}

async function lookPage(tx: Writer, { visit, body, call }: AskedCall) {
  await settling.lookAtBids(tx, doerOf(visit), call)
  const [bids, files] = await Promise.all([findBids(tx, [call.id]), findBidFiles(tx, call.id)])
  return <BidLookPage {...{ visit, call, bids, files }} board={body} />
}

const ofCall = ({ body, call }: AskedCall) => ({
  caption: call.title,
  breadcrumbs: crumbsOf(body, { text: call.title, href: bidPaths.call(call.id) }),
  cancel: bidPaths.call(call.id),
})

function withdrawShape(asked: AskedCall): FormShape {
  return {
    ...ofCall(asked),
    title: 'Withdraw this call',
    warning: 'It cannot be taken back. What was handed in stays sealed for good, and nothing more is handed in.',
    closed: asked.call.openedAt !== undefined || asked.call.withdrawnOn !== undefined,
    groups: [
      { fields: [{ kind: 'line', name: 'because', label: 'Why?', hint: 'Providers read it on the page of the call and in their work' }] },
    ],
    submit: 'Withdraw it',
    look: 'warning',
    first: {},
  }
}

async function decidedShape(asked: AskedCall): Promise<FormShape> {
  const { reader, call } = asked
  const [{ recommended }, bids] = await Promise.all([findRecommended(reader, call.id), findBids(reader, [call.id])])
  const options = [
    ...countingBids(bids).map(({ id, providerName }) => ({ value: id, text: providerName })),
    { value: 'none', text: 'None of them' },
  ]
  const said = options.find(({ value }) => value === (recommended?.bid ?? 'none'))?.text
  return {
    ...ofCall(asked),
    title: 'Record the decision',
    lead: 'From then on the clerk and the chair of the board read what the bids say, too. Each time is written down.',
    closed: asked.call.openedAt === undefined || asked.call.decidedOn !== undefined,
    groups: [
      {
        fields: [
          { kind: 'day', name: 'decidedOn', label: 'When was it decided?' },
          {
            kind: 'select',
            name: 'decision',
            label: 'By which decision of the board?',
            none: 'By none of these',
            options: await decisionOptions(asked),
          },
          { kind: 'line', name: 'note', label: 'Who decided, under which authority?', hint: 'Where it was not the board' },
          { kind: 'select', name: 'awarded', label: 'Whose bid was it awarded to?', none: 'Not said', options },
          ...(recommended
            ? [
                {
                  kind: 'line' as const,
                  name: 'because',
                  label: 'Why not as recommended?',
                  hint: `Recommended: ${said}. Leave empty where it was followed`,
                },
              ]
            : []),
        ],
      },
    ],
    submit: 'Record',
    first: { ...dayValues('decidedOn', asked.visit.today), ...(recommended ? { awarded: recommended.bid ?? 'none' } : {}) },
  }
}

async function callShape({ reader, body, pipeline }: AskedPipeline): Promise<FormShape> {
  const people = (await listPeopleWhoSignIn(reader)).map(({ id, name }) => ({ value: id, text: name }))
  return {
    title: 'Ask for sealed bids',
    caption: pipeline.title,
    lead: 'The call stands as you make it. Nobody reads what a bid says before it is opened, not even you.',
    breadcrumbs: crumbsOf(body, { text: pipeline.title, href: pipelinePaths.pipeline(pipeline.id) }),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          { kind: 'lines', name: 'asks', label: 'What is asked, and on which terms?', rows: 6 },
          {
            ...{ kind: 'select', name: 'whereTo', label: 'In which round, or for which case?' },
            options: [
              ...pipeline.rounds.map(({ id, number }) => ({ value: `round:${id}`, text: `Round ${number}` })),
              ...pipeline.cases.map(({ id, title }) => ({ value: `case:${id}`, text: title })),
            ],
          },
        ],
      },
      {
        heading: 'Until when, and who opens them',
        fields: [
          { kind: 'day', name: 'closesOn', label: 'What is the last day for bids?' },
          { kind: 'short', name: 'closesAt', label: 'At what time on that day?', hint: 'For example, 12:00' },
          { kind: 'day', name: 'opensOn', label: 'On which day are they opened, at the earliest?' },
          { kind: 'short', name: 'opensAt', label: 'At what time?', hint: 'Not before the last moment for bids' },
          { kind: 'select', name: 'first', label: 'Who opens them?', options: people },
          { kind: 'select', name: 'second', label: 'And who besides?', hint: 'Both open them together', options: people },
        ],
      },
    ],
    submit: 'Ask for bids',
    first: { closesAt: '12:00', opensAt: '14:00' },
    cancel: pipelinePaths.pipeline(pipeline.id),
  }
}

async function bidShape({ reader, visit, body, call, own }: AskedCall): Promise<FormShape> {
  const providers = await findProviders(reader, own)
  const isLate = Temporal.Instant.compare(visit.now, call.closesAt) > 0
  return {
    title: 'Hand in a bid',
    caption: call.title,
    lead: isLate
      ? `The last moment was ${instantInWords(call.closesAt)}. What you hand in now is kept, and refused as too late.`
      : `It stays sealed until the bids are opened. You may put another in its place until ${instantInWords(call.closesAt)}.`,
    breadcrumbs: crumbsOf(body, { text: call.title, href: bidPaths.call(call.id) }),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'provider', label: 'For which provider?' },
            options: providers.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'short', name: 'amount', label: 'For how much, without VAT?', hint: 'In pounds, for example 125,000.00' },
          { kind: 'lines', name: 'text', label: 'What do you offer for it?', rows: 10 },
        ],
      },
    ],
    submit: 'Hand it in',
    first: { provider: own[0] ?? '' },
    cancel: bidPaths.call(call.id),
  }
}
