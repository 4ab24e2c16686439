import type { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { found } from '../commands/plan-look.ts'
import { askOther, askRight, decideRight, type OfRecord, putMistakeRight, recordDissent } from '../commands/putting-right.ts'
import * as parse from '../forms/putting-right.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { PuttingRightPage } from '../pages/putting-right-page.tsx'
import { rightPaths } from '../paths.ts'
import { findDissents, findRecord, findRectifications } from '../queries/putting-right.ts'
import { findOpenClasses } from '../queries/record.ts'
import { idOf } from '../queries/ties.ts'
import { type RightSource, rightSources } from '../words/putting-right.ts'
import * as shapes from './putting-right-shapes.tsx'
import { contentFormAt, type LookedAt, lookingGate, sectionAt } from './sections.tsx'

const root = '/families/:episode/put-right'

/** Putting right what is recorded wrongly, and what somebody says against the record (E12, E2). */
export function puttingRightRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const gate = lookingGate('rectify')
  const home =
    ({ family }: LookedAt) =>
    () =>
      rightPaths.section(family.id)
  sectionAt(app, needs, { path: 'put-right', verb: 'rectify' }, async ({ visit, family, ties, tx }) => (
    <PuttingRightPage
      {...{ visit, family, relations: ties.relations }}
      rectifications={await findRectifications(tx, family.id)}
      dissents={await findDissents(tx, family.id)}
      isOpen={(await findOpenClasses(tx, family.id)).length > 0}
    />
  ))
  contentFormAt(app, needs, `${root}/new`, gate, async (asked) =>
    form(shapes.askOtherShape(asked, await findOpenClasses(asked.tx, asked.family.id)), parse.parseAskOther, async (doer, input) =>
      leadTo(await askOther(needs, doer, asked.family.id, input), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/statement`, gate, async (asked) =>
    form(await shapes.dissentShape(asked, await findOpenClasses(asked.tx, asked.family.id)), parse.parseDissent, async (doer, input) =>
      leadTo(await recordDissent(needs, doer, asked.family.id, input), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/requests/:request`, gate, async (asked) => {
    const one = await requestOf(asked)
    const record =
      one.source === 'other' || one.record === null ? undefined : await findRecord(asked.tx, recordOf(asked, one.source, one.record))
    return form(
      await shapes.decideRightShape(asked, one, record),
      (body) => parse.parseDecideRight(one.source, body),
      async (doer, input) =>
        leadTo(await decideRight(needs, doer, { episode: asked.family.id, rectification: one.id }, input), home(asked)),
    )
  })
  contentFormAt(app, needs, `${root}/requests/:request/statement`, gate, async (asked) => {
    const one = await requestOf(asked)
    const shape = await shapes.dissentShape(asked, await findOpenClasses(asked.tx, asked.family.id), one)
    return form(shape, parse.parseDissent, async (doer, input) =>
      leadTo(await recordDissent(needs, doer, asked.family.id, { ...input, rectification: one.id }), home(asked)),
    )
  })
  ofRecords(app, needs)
}

function ofRecords(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const gate = lookingGate('rectify')
  const of = (asked: LookedAt): OfRecord => recordOf(asked, sourceOf(asked.part('source')), asked.part('record'))
  const home = (asked: LookedAt) => () => rightPaths.section(asked.family.id)
  contentFormAt(app, needs, `${root}/:source/:record`, gate, async (asked) =>
    form(shapes.askRightShape(asked, found(await findRecord(asked.tx, of(asked)))), parse.parseAskRight, async (doer, input) =>
      leadTo(await askRight(needs, doer, of(asked), input), home(asked)),
    ),
  )
  contentFormAt(app, needs, `${root}/:source/:record/mistake`, gate, async (asked) =>
    form(
      await shapes.mistakeShape(asked, found(await findRecord(asked.tx, of(asked)))),
      (body) => parse.parseMistake(of(asked).source, body),
      async (doer, input) => leadTo(await putMistakeRight(needs, doer, of(asked), input), home(asked)),
    ),
  )
}

const recordOf = ({ family }: LookedAt, source: RightSource, record: string): OfRecord => ({
  ...{ episode: family.id, source, record: idOf(record) },
})

function sourceOf(part: string): RightSource {
  const source = rightSources.find((one) => one === part)
  if (!source) throw new NotFound('No such record.')
  return source
}

async function requestOf({ tx, family, part }: LookedAt) {
  return found((await findRectifications(tx, family.id)).find(({ id }) => id === idOf(part('request'))))
}
