import { Hono } from 'hono'
import type { AskedBoard } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords } from '#platform/time/words.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addEnding, addExitMeasure, changeEnding, decideEnding, reallocate, settleExitMeasure } from '../commands/decommission.ts'
import { parseChangedEnding, parseDecideEnding, parseEnding, parseFound, parseMeasure, parseMoney } from '../forms/decommission.ts'
import { ledPaths } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { DecommissionPage, gapInWords } from '../pages/decommission-page.tsx'
import { LedListPage } from '../pages/led-page.tsx'
import { findServices } from '../queries/commissioned-services.ts'
import { type Ending, findEndings, findExitMeasures, findReallocations } from '../queries/decommissionings.ts'
import { listLed } from '../queries/led-records.ts'
import { gapBetween } from '../rules/decommission.ts'
import { shownDecisions } from './agreement-change.tsx'
import * as shapes from './decommission-shapes.ts'
import { formAt } from './endpoint.ts'
import { boardGate, commissioningOf } from './gates.ts'
import { type AskedLed, ledGate, ledVerbs, showLedAt } from './led-gates.ts'

const kind = 'decommissioning'
const at = ledPaths.record(kind, `:${kind}`)
const to = (id: string) => ledPaths.record(kind, id)

/** Services that end: recorded, decided on, watched (C13). */
export function decommissionRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, ledPaths.ofBoard(kind, ':slug'), boardGate(), listPage)
  formAt(app, needs, ledPaths.create(kind, ':slug'), boardGate('add'), async (asked) =>
    form(await shapes.endingShape(asked, undefined), parseEnding, async (doer, input) =>
      leadTo(await addEnding(needs, doer, asked.body.id, input), to),
    ),
  )
  pageAt(app, needs, at, ledGate(kind, 'read'), endingPage)
  showLedAt(app, needs, kind)
  steps(app, needs)
  return app
}

function steps(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'change')
  formAt(app, needs, `${at}/edit`, gate, async (asked) =>
    form(
      await shapes.endingShape(asked, { record: asked.record, ending: await endingOf(asked) }),
      parseChangedEnding,
      async (doer, input) => leadTo(await changeEnding(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/decide`, gate, async (asked) =>
    form(await shapes.decideShape(asked), parseDecideEnding, async (doer, input) =>
      leadTo(await decideEnding(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/measures`, gate, async (asked) =>
    form(shapes.measureShape(asked), parseMeasure, async (doer, input) =>
      leadTo(await addExitMeasure(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/measures/:measure`, gate, async (asked) => {
    const found = (await findExitMeasures(asked.reader, asked.record.id)).find(({ id }) => id === asked.part('measure'))
    if (!found) throw new NotFound('No such measure.')
    return form(shapes.foundShape(asked, found), parseFound, async (doer, input) =>
      leadTo(await settleExitMeasure(needs, doer, asked.record.id, found.id, input), to),
    )
  })
  formAt(app, needs, `${at}/money`, gate, async (asked) =>
    form(await shapes.moneyShape(asked), parseMoney, async (doer, input) =>
      leadTo(await reallocate(needs, doer, asked.record.id, input), to),
    ),
  )
}

async function endingOf({ reader, record }: AskedLed): Promise<Ending> {
  const found = (await findEndings(reader, [record.id])).get(record.id)
  if (!found) throw new NotFound('No such ending.')
  return found
}

async function listPage({ reader, visit, body, may }: AskedBoard) {
  const records = await listLed(reader, kind, body.id, visit.today)
  const endings = await findEndings(
    reader,
    records.map(({ id }) => id),
  )
  return (
    <LedListPage
      visit={visit}
      board={body}
      kind={kind}
      headings={['First day without it', 'Between it and what follows', 'Decision']}
      rows={records.map((record) => {
        const ending = endings.get(record.id)
        return {
          record,
          cells: ending
            ? [
                dayInWords(ending.endsOn),
                gapInWords(gapBetween(ending.endsOn, ending.replacedOn)),
                ending.decision ? 'Decided' : 'Not decided yet',
              ]
            : [],
        }
      })}
      mayAdd={may(commissioningOf(body.id), 'add')}
    />
  )
}

async function endingPage(asked: AskedLed) {
  const { reader, visit, body, record } = asked
  const [ending, measures, money] = await Promise.all([
    endingOf(asked),
    findExitMeasures(reader, record.id),
    findReallocations(reader, record.id),
  ])
  const ids = [ending.service, ...[ending.replacement, ...money.map(({ service }) => service)].flatMap((id) => id ?? [])]
  const [services, decisions] = await Promise.all([
    findServices(reader, [...new Set(ids)], visit.today),
    shownDecisions(reader, ending.decision === undefined ? [] : [ending.decision]),
  ])
  return (
    <DecommissionPage
      visit={visit}
      board={body}
      record={record}
      ending={ending}
      services={new Map(services.map(({ id, title }) => [id, title]))}
      measures={measures}
      money={money}
      decision={decisions.get(ending.decision ?? '')}
      may={ledVerbs(asked)}
    />
  )
}
