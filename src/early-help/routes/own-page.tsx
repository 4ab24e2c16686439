import type { Hono } from 'hono'
import { writeAtOneMoment } from '#platform/database/session.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { type AskedPaper, findToRead, hasRead, recordRead, wordsOf } from '../commands/paper-sure.ts'
import { found } from '../commands/plan-look.ts'
import { parseSure } from '../forms/assessment.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { type PlanForReader, PlanPrintPage } from '../pages/plan-print-page.tsx'
import { paperPaths } from '../paper-paths.ts'
import { familyPaths } from '../paths.ts'
import { planDocument } from '../plan-document.ts'
import { findDissents } from '../queries/putting-right.ts'
import { paperSureShape } from './paper-sure-shape.ts'
import { type AskedPlan, planForm, planGate } from './plan-gate.ts'
import { contentFormAt } from './sections.tsx'

const path = '/families/:episode/plan/our-page'

/** The page of the family itself, which all of them read: where its words name what is withheld from any of them, it is asked about first (E1, E4). */
export function ownPageRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const gate = planGate('plan-paper')
  app.get(path, async (c) => {
    const page = await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
      const asked = await gate(tx, c)
      const { shown, paper } = await ownPageOf(asked)
      const toRead = await findToRead(asked, paper)
      if (toRead && !(await hasRead(asked, paper))) return undefined
      return <PlanPrintPage visit={asked.visit} family={asked.family} {...shown} told={toRead?.told} leads={false} />
    })
    return page ? c.html(page) : c.redirect(paperPaths.beforeOwnPage(c.req.param('episode')), 303)
  })
  contentFormAt(
    app,
    needs,
    `${path}/before-print`,
    async (tx, c) => {
      const asked = await gate(tx, c)
      const { paper } = await ownPageOf(asked)
      return { ...asked, paper, toRead: await findToRead(asked, paper), read: c.req.query('read') }
    },
    async (asked) => {
      const { family, paper, toRead, read } = asked
      const action = paperPaths.beforeOwnPage(family.id, toRead?.digest)
      return form(paperSureShape(planForm(asked), { toRead, reader: undefined, action }), parseSure, async (doer, { sure }) =>
        leadTo(await recordRead(needs, doer, { episode: family.id, verb: 'plan-paper' }, { paper, shown: read ?? '', sure }), () =>
          familyPaths.ownWords(family.id),
        ),
      )
    },
  )
}

async function ownPageOf({ tx, visit, family, plan }: AskedPlan): Promise<{ readonly shown: PlanForReader; readonly paper: AskedPaper }> {
  const shown: PlanForReader = {
    ...{ plan, needs: plan.needs, number: found(plan.latest).number, reader: undefined, edition: 'plain', homes: [] },
    dissents: await findDissents(tx, family.id),
  }
  const { sections } = planDocument(shown, visit.partnership, visit.today)
  return { shown, paper: { of: { class: 'plan' }, recipient: undefined, words: wordsOf(sections) } }
}
