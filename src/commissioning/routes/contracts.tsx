import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addContract, changeContract, clearContract, endContract, recordFacts, showContract } from '../commands/contract.ts'
import * as insides from '../commands/contract-inside.ts'
import * as parts from '../commands/contract-part.ts'
import { contractPaths } from '../contract-paths.ts'
import * as forms from '../forms/contract.ts'
import { parseShow } from '../forms/offered.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findExtensions, findInside, findLots } from '../queries/contract-parts.ts'
import { type AskedContract, contractGate, contractsGate, noticeGate } from './contract-gates.ts'
import * as partShapes from './contract-part-shapes.ts'
import * as shapes from './contract-shapes.ts'
import * as visitShapes from './contract-visit-shapes.ts'
import { formAt } from './endpoint.ts'

/** Keeping contracts: the clerk of the board, and commissioners of the organisation that signs them. */
export function contractRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  wholeForms(app, needs)
  sightForms(app, needs)
  partForms(app, needs)
  lotForms(app, needs)
  insideForms(app, needs)
  visitForms(app, needs)
  return app
}

const at = '/contracts/:contract'
const to = contractPaths.contract

function wholeForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, '/boards/:slug/contracts/new', contractsGate('add'), async (asked) =>
    form(await shapes.contractShape(asked, undefined), forms.parseContract, async (doer, input) =>
      leadTo(await addContract(needs, doer, asked.body.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/edit`, contractGate('change'), async (asked) =>
    form(await shapes.contractShape(asked, asked.contract), forms.parseChangedContract, async (doer, input) =>
      leadTo(await changeContract(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/facts`, contractGate('change'), async (asked) =>
    form(shapes.factsShape(asked), forms.parseFacts, async (doer, input) =>
      leadTo(await recordFacts(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/ties`, contractGate('change'), async (asked) =>
    form(await shapes.tiesShape(asked), forms.parseTies, async (doer, input) =>
      leadTo(await parts.tieContract(needs, doer, asked.contract.id, input), to),
    ),
  )
}

function sightForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, `${at}/end`, contractGate('change'), async (asked) =>
    form(shapes.endContractShape(asked), forms.parseEndContract, async (doer, input) =>
      leadTo(await endContract(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/show`, contractGate('show'), async (asked) =>
    form(shapes.showContractShape(asked), parseShow, async (doer, input) =>
      leadTo(await showContract(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/clear`, contractGate('clear'), async (asked) =>
    form(shapes.clearShape(asked), forms.parseClear, async (doer, input) =>
      leadTo(await clearContract(needs, doer, asked.contract.id, input), to),
    ),
  )
}

function partForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, `${at}/providers`, contractGate('change'), async (asked) =>
    form(await partShapes.contractProviderShape(asked), forms.parseContractProvider, async (doer, input) =>
      leadTo(await parts.addContractProvider(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/kpis`, contractGate('change'), async (asked) =>
    form(await partShapes.kpiShape(asked), forms.parseKpi, async (doer, input) =>
      leadTo(await parts.addKpi(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/notices`, contractGate('change'), async (asked) =>
    form(partShapes.noticeShape(asked), forms.parseNotice, async (doer, input) =>
      leadTo(await parts.addNotice(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/clauses`, contractGate('change'), async (asked) =>
    form(partShapes.clauseShape(asked), forms.parseClause, async (doer, input) =>
      leadTo(await parts.addClause(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/assessments`, contractGate('change'), async (asked) =>
    form(await partShapes.assessmentShape(asked), forms.parseAssessment, async (doer, input) =>
      leadTo(await parts.addAssessment(needs, doer, asked.contract.id, input), to),
    ),
  )
}

function lotForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, `${at}/lots`, contractGate('change'), async (asked) =>
    form(await partShapes.lotShape(asked, undefined), forms.parseLot, async (doer, input) =>
      leadTo(await parts.keepLot(needs, doer, asked.contract.id, undefined, input), to),
    ),
  )
  formAt(app, needs, `${at}/lots/:lot`, contractGate('change'), async (asked) => {
    const lot = (await findLots(asked.reader, asked.contract.id)).find(({ id }) => id === asked.part('lot'))
    if (!lot) throw new NotFound('No such lot.')
    return form(await partShapes.lotShape(asked, lot), forms.parseLot, async (doer, input) =>
      leadTo(await parts.keepLot(needs, doer, asked.contract.id, lot.id, input), to),
    )
  })
  formAt(app, needs, `${at}/options`, contractGate('change'), async (asked) =>
    form(partShapes.optionShape(asked), forms.parseOption, async (doer, input) =>
      leadTo(await parts.addOption(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/options/:option`, contractGate('change'), async (asked) => {
    const options = (await findExtensions(asked.reader, [asked.contract.id])).get(asked.contract.id)
    const option = options?.find(({ id }) => id === asked.part('option'))
    if (!option) throw new NotFound('No such option.')
    return form(await partShapes.takenShape(asked, option), forms.parseTaken, async (doer, input) =>
      leadTo(await parts.settleOption(needs, doer, asked.contract.id, option.id, input), to),
    )
  })
}

function insideForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, `${at}/visits`, contractGate('change'), async (asked) =>
    form(partShapes.visitShape(asked), forms.parseVisit, async (doer, input) =>
      leadTo(await insides.addVisit(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/poor-performance`, contractGate('change'), async (asked) =>
    form(partShapes.poorShape(asked), forms.parsePoor, async (doer, input) =>
      leadTo(await insides.giveNotice(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/failure-plan`, contractGate('change'), async (asked) =>
    form(
      partShapes.failurePlanShape(asked, (await findInside(asked.reader, asked.contract.id)).plan),
      forms.parseFailurePlan,
      async (doer, input) => leadTo(await insides.keepFailurePlan(needs, doer, asked.contract.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/steps`, contractGate('change'), async (asked) =>
    form(await partShapes.stepShape(asked), forms.parseStep, async (doer, input) =>
      leadTo(await insides.doneStep(needs, doer, asked.contract.id, input), to),
    ),
  )
}

function visitForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const change = contractGate('change')
  const visitOf = async (asked: AskedContract) => {
    const visit = (await findInside(asked.reader, asked.contract.id)).visits.find(({ id }) => id === asked.part('visit'))
    if (!visit) throw new NotFound('No such visit.')
    return visit
  }
  formAt(app, needs, `${at}/visits/:visit/held`, change, async (asked) => {
    const visit = await visitOf(asked)
    return form(visitShapes.heldShape(asked, visit), forms.parseHeld, async (doer, input) =>
      leadTo(await insides.holdVisit(needs, doer, asked.contract.id, visit.id, input), to),
    )
  })
  formAt(app, needs, `${at}/visits/:visit/actions`, change, async (asked) => {
    const visit = await visitOf(asked)
    return form(visitShapes.visitActionShape(asked, visit), forms.parseVisitAction, async (doer, input) =>
      leadTo(await insides.addVisitAction(needs, doer, asked.contract.id, visit.id, input), to),
    )
  })
  formAt(app, needs, `${at}/visit-actions/:action`, change, async (asked) => {
    const { visits } = await findInside(asked.reader, asked.contract.id)
    const action = visits.flatMap(({ actions }) => actions).find(({ id }) => id === asked.part('action'))
    if (!action) throw new NotFound('No such action.')
    return form(visitShapes.actionDoneShape(asked, action), forms.parseActionDone, async (doer, input) =>
      leadTo(await insides.doneVisitAction(needs, doer, asked.contract.id, action.id, input), to),
    )
  })
  formAt(app, needs, '/performance-notices/:notice/close', noticeGate, async (asked) =>
    form(visitShapes.closeShape(asked, asked.notice), forms.parseClose, async (doer, input) =>
      leadTo(await insides.closeNotice(needs, doer, asked.notice.id, input), to),
    ),
  )
}
