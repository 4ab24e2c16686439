import { Hono } from 'hono'
import { type AskedBoard, findPeopleNames, listPeopleWhoSignIn, withBody } from '#governance/public-data.ts'
import { instantInWords } from '#platform/time/words.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/bid.ts'
import { parseBid, parseCall } from '../forms/bid.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { BidCallPage } from '../pages/bid-call-page.tsx'
import { crumbsOf } from '../pages/crumbs.ts'
import { guard } from '../permission.ts'
import { bidPaths, pipelinePaths } from '../pipeline-paths.ts'
import { type BidCall, findBids, findCall, findOpenings, guardedCall } from '../queries/bids.ts'
import { findOwnProviders, ownPart } from '../queries/own-part.ts'
import { findProviders } from '../queries/providers.ts'
import { actAt, formAt } from './endpoint.ts'
import { begin } from './gates.ts'
import { type AskedPipeline, pipelineGate } from './pipeline-gates.ts'

type AskedCall = AskedBoard & { readonly call: BidCall; readonly own: readonly string[] }

/** A call for bids, which everybody may read, with the providers for which whoever asks signs in. */
function callGate(verb: 'read' | 'bid' | 'open'): Gate<AskedCall> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const call = await findCall(reader, asked.part('call'))
    const { person } = asked.standing
    const own = person === undefined ? [] : await findOwnProviders(reader, person.id, asked.visit.today)
    if (verb === 'open') guard.demandOf(asked.standing, asked.visit, guardedCall(call), 'open')
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
  const [bids, openings, names] = await Promise.all([
    findBids(reader, [call.id]),
    findOpenings(reader, call.id),
    findPeopleNames(reader, call.openers),
  ])
  const seesAll = mayOpen || standing.clerkOf.has(body.id) || standing.chairOf.has(body.id)
  return <BidCallPage {...{ visit, board: body, call, bids, own, names, openings, mayOpen, seesAll }} />
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
