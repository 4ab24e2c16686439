import type { Hono } from 'hono'
import { form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { setDriftRule } from '../commands/drift-rule.ts'
import { parseDriftRule } from '../forms/drift.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { DriftPage } from '../pages/drift-page.tsx'
import { DriftRulesPage } from '../pages/drift-rules-page.tsx'
import { familyPaths } from '../paths.ts'
import { findDriftRule, listDrift, listDriftRules } from '../queries/drift.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'
import { families } from './shapes.ts'

/** The drift list, and from when on something is drift. Stands before the pages of families, whose addresses begin alike. */
export function driftRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, familyPaths.drift(), driftGate, async ({ reader, visit, ties, page }) => {
    const rule = await findDriftRule(reader, visit.today)
    const part = await listDrift(reader, visit.today, rule, page)
    return <DriftPage visit={visit} relations={ties.relations} rule={rule} part={part} />
  })
  pageAt(app, needs, familyPaths.driftRules(), caseworkGate('families', 'drift-rules'), async ({ reader, visit, ties }) => (
    <DriftRulesPage visit={visit} relations={ties.relations} rules={await listDriftRules(reader)} />
  ))
  formsWith(problemWords)(app, needs, familyPaths.setDrift(), caseworkGate('families', 'set-drift'), async (asked) =>
    form(await driftRuleShape(asked), parseDriftRule, async (doer, input) =>
      leadTo(await setDriftRule(needs, doer, input), familyPaths.driftRules),
    ),
  )
}

/** Who may list what drifts, and which page was asked for: what is no page is the first. */
const driftGate: Gate<AskedCasework & { readonly page: number }> = async (reader, c) => {
  const asked = /^[1-9]\d{0,3}$/.exec(c.req.query('page') ?? '')
  return { ...(await caseworkGate('families', 'drift')(reader, c)), page: Number(asked?.[0] ?? 1) }
}

async function driftRuleShape({ reader, visit }: AskedCasework): Promise<FormShape> {
  const [latest] = await listDriftRules(reader)
  return {
    title: 'From when on work drifts',
    lead: 'It holds from the day you choose, and stands beside the drift list with your name.',
    breadcrumbs: [families, { text: 'From when on work drifts', href: familyPaths.driftRules() }],
    cancel: familyPaths.driftRules(),
    groups: [
      {
        fields: [
          { kind: 'number', name: 'openMonths', label: 'A family is open for long after how many months?', hint: 'From 1 to 60' },
          { kind: 'number', name: 'reviews', label: 'How many reviews are many?', hint: 'From 1 to 50' },
          {
            ...{ kind: 'number', name: 'closedDays', label: 'For how many days is a closed record shown whose outcome is not said?' },
            hint: 'From 1 to 366',
          },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Today or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and when?' },
        ],
      },
    ],
    submit: 'Set and sign',
    first: {
      ...dayValues('startsOn', visit.today),
      ...(latest && { openMonths: String(latest.openMonths), reviews: String(latest.reviews), closedDays: String(latest.closedDays) }),
    },
  }
}
