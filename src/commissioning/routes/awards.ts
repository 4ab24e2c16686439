import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/award.ts'
import { contractPaths } from '../contract-paths.ts'
import * as forms from '../forms/award.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { bidPaths } from '../pipeline-paths.ts'
import { findAwardContracts } from '../queries/awards.ts'
import { findBids } from '../queries/bids.ts'
import { findRecommended } from '../queries/evaluations.ts'
import * as shapes from './award-shapes.ts'
import { callGate } from './bids.tsx'
import { formAt } from './endpoint.ts'

const awardGate: Gate<shapes.AskedAward> = async (reader, c) => {
  const asked = await callGate('change')(reader, c)
  const [{ awarded }, bids, linked] = await Promise.all([
    findRecommended(reader, asked.call.id),
    findBids(reader, [asked.call.id]),
    findAwardContracts(reader, asked.call.id),
  ])
  return {
    ...asked,
    isClosed: (awarded?.closedOn ?? null) !== null,
    winner: awarded?.bid ? bids.find(({ id }) => id === awarded.bid) : undefined,
    linked,
  }
}

/** What came of an award: its contract, made or linked, and a link that is taken back (C8). */
export function awardRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/bid-calls/:call/contract', awardGate, async (asked) =>
    form(await shapes.awardContractShape(asked), forms.parseAwardContract, async (doer, input) =>
      leadTo(await commands.awardContract(needs, doer, asked.call.id, input), contractPaths.contract),
    ),
  )
  formAt(app, needs, '/bid-calls/:call/contract/link', awardGate, async (asked) =>
    form(await shapes.awardLinkShape(asked), forms.parseAwardLink, async (doer, input) =>
      leadTo(await commands.linkAward(needs, doer, asked.call.id, input), bidPaths.call),
    ),
  )
  formAt(app, needs, '/bid-calls/:call/contract/none', awardGate, async (asked) =>
    form(shapes.awardNoneShape(asked), forms.parseAwardUndo, async (doer, input) =>
      leadTo(await commands.closeAward(needs, doer, asked.call.id, input), bidPaths.call),
    ),
  )
  formAt(app, needs, '/bid-calls/:call/contract/:link/undo', awardGate, async (asked) => {
    const link = asked.linked.find(({ id }) => id === asked.part('link'))
    if (!link) throw new NotFound('No such contract.')
    return form(shapes.awardUndoShape(asked, link), forms.parseAwardUndo, async (doer, input) =>
      leadTo(await commands.undoAwardLink(needs, doer, asked.call.id, link.id, input), bidPaths.call),
    )
  })
  return app
}
