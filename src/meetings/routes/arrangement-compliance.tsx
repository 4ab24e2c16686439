import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { ruleNames } from '#governance/public.ts'
import { csvOf } from '#platform/csv.ts'
import { type Acting, readAs } from '#platform/database/session.ts'
import { type SharedReading, sharedReading } from '#platform/database/shared-reading.ts'
import { optionalChoice, parseForm } from '#platform/web/fields.ts'
import { emptyForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ArrangementCompliancePage, type BoardCompliance } from '../pages/arrangement-compliance-page.tsx'
import { arrangementPaths } from '../paths.ts'
import { findArrangementFacts } from '../queries/arrangement-compliance.ts'
import { type ComplianceFilter, complianceOrder, countStates, worstFirst } from '../rules/arrangement-compliance.ts'
import { furtherRules } from '../rules/compliance.ts'
import { complianceStates, findingWords } from '../words/compliance.ts'
import { describedFindings } from './described-findings.ts'

/** How all boards of the arrangement keep their rules, as a page and as a file (G17). */
export function arrangementComplianceRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const ask: Asked = { needs, together: sharedReading() }
  app.get(arrangementPaths.compliance, (c) => page(ask, c)) // read compliance
  app.get(arrangementPaths.complianceCsv, (c) => csv(ask, c)) // read compliance
  return app
}

const filterForm = z.object({
  state: optionalChoice(['broken', 'at-risk', 'met', 'not-testable']),
  rule: optionalChoice([...furtherRules, ...ruleNames]),
})

interface Asked {
  readonly needs: MeetingsNeeds
  readonly together: SharedReading<readonly BoardCompliance[]>
}

/** Every visitor sees the same on a day, so that those who ask at once share one reading; everybody else has their own. */
function boardsOf({ needs, together }: Asked, c: Context<AppEnv, string>): Promise<readonly BoardCompliance[]> {
  const visit = c.get('visit')
  const read = () => readBoards(needs, visit)
  return visit.actor === undefined ? together(visit.today.toString(), read) : read()
}

async function readBoards(needs: MeetingsNeeds, visit: Acting): Promise<readonly BoardCompliance[]> {
  const { found, owed } = await readAs(needs.db, visit, async (reader) => {
    const boards = await findArrangementFacts(reader, visit)
    const bodies = boards.map(({ id }) => id)
    return { found: boards, owed: await needs.yearlyOwed?.(reader, bodies, visit.today) }
  })
  return worstFirst(
    found.map(({ id, slug, name, facts }) => {
      const findings = facts && describedFindings({ ...facts, yearly: owed?.get(id) })
      return { slug, name, findings, counts: countStates((findings ?? []).map(({ finding }) => finding)) }
    }),
  )
}

async function page(asked: Asked, c: Context<AppEnv, string>) {
  const parsed = parseForm(filterForm, c.req.query())
  const filter: ComplianceFilter = parsed.ok ? parsed.value : { state: undefined, rule: undefined }
  const boards = await boardsOf(asked, c)
  const form = emptyForm({ state: filter.state ?? '', rule: filter.rule ?? '' })
  return c.html(<ArrangementCompliancePage visit={c.get('visit')} boards={boards} filter={filter} form={form} />)
}

async function csv(asked: Asked, c: Context<AppEnv, string>) {
  const head = [
    'Board',
    'Rule',
    'State',
    'What the rule demands',
    'Where it is written',
    'Evidence',
    'What to do next',
    'Evidence at',
    'Meetings',
  ]
  const rows = (await boardsOf(asked, c)).flatMap(({ slug, name, findings }) =>
    findings === undefined
      ? [[name, '', 'No terms of reference are in force', '', '', '', '', '', '']]
      : findings
          .toSorted((a, b) => complianceOrder.indexOf(a.finding.state) - complianceOrder.indexOf(b.finding.state))
          .map(({ finding, title, demands, source, meetings }) => {
            const { evidence, next, word } = findingWords(finding)
            const at = asked.needs.config.publicUrl + arrangementPaths.board(slug)
            const days = meetings.map(({ heldOn }) => heldOn.toString()).join(' ')
            return [name, title, word ?? complianceStates[finding.state].word, demands, source ?? '', evidence, next ?? '', at, days]
          }),
  )
  return c.body(csvOf([head, ...rows]), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="compliance.csv"',
  })
}
