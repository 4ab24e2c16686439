import type { Hono } from 'hono'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { endStand, recordStand, settleStand } from '../commands/disagreement.ts'
import { found } from '../commands/plan-look.ts'
import { parseSettle, parseStand, parseStandEnd } from '../forms/disagreement.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { familyPaths } from '../paths.ts'
import { findStands } from '../queries/disagreements.ts'
import { findAgreements } from '../queries/record.ts'
import { idOf } from '../queries/ties.ts'
import { settleShape, standEndShape, standShape } from './disagreement-shapes.tsx'
import { contentFormAt, type LookedAt, lookingGate } from './sections.tsx'

const one = '/families/:episode'

/** Two with parental responsibility who disagree: what the other says, how it is settled, and that they agree now. */
export function disagreementRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const home = ({ family }: LookedAt) => familyPaths.family(family.id)
  contentFormAt(app, needs, `${one}/disagreement`, lookingGate('disagree'), async (asked) =>
    form(await standShape(asked, await latest(asked)), parseStand, async (doer, input) =>
      leadTo(await recordStand(needs, doer, asked.family.id, input), () => home(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/disagreements/:stand`, lookingGate('settle-disagreement'), async (asked) => {
    const stand = await standOf(asked)
    return form(settleShape(asked, stand, await latest(asked)), parseSettle, async (doer, input) =>
      leadTo(await settleStand(needs, doer, { episode: asked.family.id, stand: stand.id }, input), () => home(asked)),
    )
  })
  contentFormAt(app, needs, `${one}/disagreements/:stand/end`, lookingGate('disagree'), async (asked) => {
    const stand = await standOf(asked)
    return form(standEndShape(asked, stand), parseStandEnd, async (doer, input) =>
      leadTo(await endStand(needs, doer, { episode: asked.family.id, stand: stand.id }, input), () => home(asked)),
    )
  })
}

const standOf = async ({ tx, family, part }: LookedAt) =>
  found((await findStands(tx, family.id)).find(({ id }) => id === idOf(part('stand'))))
const latest = async ({ tx, family, visit }: LookedAt) =>
  (await findAgreements(tx, family.id, visit.today)).find(({ isGiven, withdrawnAt }) => isGiven && !withdrawnAt)
