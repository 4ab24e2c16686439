import { Hono } from 'hono'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addFund, addLimit, addRingFence, addYear, agreeYear, changeFund, changeYear, showFund } from '../commands/fund.ts'
import { addContribution, addLine, changeContribution, changeLine, moveMoney, payPart } from '../commands/fund-money.ts'
import {
  parseAgree,
  parseChangedFund,
  parseChangedYear,
  parseFence,
  parseFund,
  parseLimit,
  parseShowFund,
  parseYear,
} from '../forms/fund.ts'
import { parseChangedContribution, parseChangedLine, parseContribution, parseLine, parseMove, parsePaid } from '../forms/fund-money.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { formAt } from './endpoint.ts'
import { type AskedYear, contributionGate, fundGate, fundsGate, lineGate, virementGate, yearGate } from './fund-gates.ts'
import { contributionShape, lineShape, type MoveAsked, moveShape, paidShape } from './fund-money-shapes.ts'
import { fundPage, fundsPage, linePage, virementPage } from './fund-reading.tsx'
import { agreeShape, fenceShape, fundShape, limitShape, showFundShape, yearShape } from './fund-shapes.ts'

/** Funds and their money: read by sight, kept by the clerk of the board, the finance officers of the host and the pool manager. */
export function fundRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/funds', fundsGate(), fundsPage)
  formAt(app, needs, '/boards/:slug/funds/new', fundsGate('add'), async (asked) =>
    form(await fundShape(asked, undefined), parseFund, async (doer, input) =>
      leadTo(await addFund(needs, doer, asked.body.id, input), ({ id }) => fundPaths.fund(id)),
    ),
  )
  fundForms(app, needs)
  yearForms(app, needs)
  moneyForms(app, needs)
  pageAt(app, needs, '/funds/:fund', fundGate('read'), fundPage)
  pageAt(app, needs, '/virements/:virement', virementGate, virementPage)
  pageAt(app, needs, '/budget-lines/:line', lineGate('read'), linePage)
  return app
}

function fundForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const keep = fundGate('keep')
  formAt(app, needs, '/funds/:fund/edit', keep, async (asked) =>
    form(await fundShape(asked, asked.fund), parseChangedFund, async (doer, input) =>
      leadTo(await changeFund(needs, doer, asked.fund.id, input), () => fundPaths.fund(asked.fund.id)),
    ),
  )
  formAt(app, needs, '/funds/:fund/show', keep, async (asked) =>
    form(showFundShape(asked), parseShowFund, async (doer, input) =>
      leadTo(await showFund(needs, doer, asked.fund.id, input), () => fundPaths.fund(asked.fund.id)),
    ),
  )
  formAt(app, needs, '/funds/:fund/years', keep, async (asked) =>
    form(yearShape(asked, undefined), parseYear, async (doer, input) =>
      leadTo(await addYear(needs, doer, asked.fund.id, input), ({ year }) => fundPaths.fund(asked.fund.id, year)),
    ),
  )
  formAt(app, needs, '/funds/:fund/ring-fences', keep, async (asked) =>
    form(fenceShape(asked), parseFence, async (doer, input) =>
      leadTo(await addRingFence(needs, doer, asked.fund.id, input), () => fundPaths.fund(asked.fund.id)),
    ),
  )
  formAt(app, needs, '/funds/:fund/limits', fundGate('scheme'), async (asked) =>
    form(limitShape(asked), parseLimit, async (doer, input) =>
      leadTo(await addLimit(needs, doer, asked.fund.id, input), () => fundPaths.fund(asked.fund.id)),
    ),
  )
}

/** The form that moves money, and what the link that leads to it brings along. */
const moveGate: Gate<AskedYear & { readonly move: MoveAsked }> = async (reader, c) => ({
  ...(await yearGate('keep')(reader, c)),
  move: { line: c.req.query('line'), pence: c.req.query('pence') },
})

function yearForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const keep = yearGate('keep')
  const at = '/funds/:fund/years/:year'
  formAt(app, needs, `${at}/edit`, keep, async (asked) =>
    form(yearShape(asked, asked.year), parseChangedYear, async (doer, input) =>
      leadTo(await changeYear(needs, doer, asked.fund.id, asked.year.year, input), () => fundPaths.fund(asked.fund.id, asked.year.year)),
    ),
  )
  formAt(app, needs, `${at}/agree`, keep, async (asked) =>
    form(await agreeShape(asked), parseAgree, async (doer, { version }) =>
      leadTo(await agreeYear(needs, doer, asked.fund.id, asked.year.year, version), () => fundPaths.fund(asked.fund.id, asked.year.year)),
    ),
  )
  formAt(app, needs, `${at}/contributions`, keep, async (asked) =>
    form(await contributionShape(asked, undefined), parseContribution, async (doer, input) =>
      leadTo(await addContribution(needs, doer, asked.fund.id, asked.year.year, input), () =>
        fundPaths.fund(asked.fund.id, asked.year.year),
      ),
    ),
  )
  formAt(app, needs, `${at}/lines`, keep, async (asked) =>
    form(await lineShape(asked, undefined), parseLine, async (doer, input) =>
      leadTo(await addLine(needs, doer, asked.fund.id, asked.year.year, input), ({ id }) => moneyPaths.line(id)),
    ),
  )
  formAt(app, needs, `${at}/virements`, moveGate, async (asked) =>
    form(await moveShape(asked), parseMove, async (doer, input) =>
      leadTo(await moveMoney(needs, doer, asked.fund.id, input), () => fundPaths.fund(asked.fund.id, asked.year.year)),
    ),
  )
}

function moneyForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, '/contributions/:contribution/edit', contributionGate('keep'), async (asked) =>
    form(await contributionShape(asked, asked.given), parseChangedContribution, async (doer, input) =>
      leadTo(await changeContribution(needs, doer, asked.given, input), () => fundPaths.fund(asked.fund.id, asked.year.year)),
    ),
  )
  formAt(app, needs, '/contributions/:contribution/paid', contributionGate('keep'), async (asked) =>
    form(paidShape(asked), parsePaid, async (doer, input) =>
      leadTo(await payPart(needs, doer, asked.given, input), () => fundPaths.fund(asked.fund.id, asked.year.year)),
    ),
  )
  formAt(app, needs, '/budget-lines/:line/edit', lineGate('keep'), async (asked) =>
    form(await lineShape(asked, asked.line), parseChangedLine, async (doer, input) =>
      leadTo(await changeLine(needs, doer, asked.line, input), () => moneyPaths.line(asked.line.id)),
    ),
  )
}
