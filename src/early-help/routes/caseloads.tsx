import type { Hono } from 'hono'
import { form, formsWith, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { setLimit, setShare } from '../commands/caseload.ts'
import { parseLimit, parseShare } from '../forms/caseload.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { CaseloadsPage } from '../pages/caseloads-page.tsx'
import { caseloadPaths } from '../paths.ts'
import { findLimits, listCaseloads } from '../queries/caseloads.ts'
import { listChoices } from '../queries/names.ts'
import { findPosts } from '../queries/posts.ts'
import { listThresholds } from '../queries/thresholds.ts'
import { listTierDocuments } from '../queries/tiers.ts'
import { levelNames } from '../rules/thresholds.ts'
import { tierNames } from '../rules/tiers.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedCasework, caseworkGate } from './gates.ts'
import { families, named } from './shapes.ts'

const formAt = formsWith(problemWords)
const back = () => ({ breadcrumbs: [families, { text: 'Caseloads', href: caseloadPaths.home() }], cancel: caseloadPaths.home() })

/** Caseloads, the limits of agencies, and who works part-time (E8). Stands before the pages of families, whose addresses begin alike. */
export function caseloadRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  pageAt(app, needs, caseloadPaths.home(), caseworkGate('supervision', 'read'), async ({ reader, visit, ties }) => {
    // Whoever administers without a post sees no caseload, and needs no names for what it is made of.
    const isPosted = ties.relations.has('practitioner')
    const tiers = isPosted ? tierNames(await listTierDocuments(reader), visit.today) : new Map()
    const levels = isPosted ? levelNames(await listThresholds(reader), visit.today) : new Map()
    return (
      <CaseloadsPage
        {...{ visit, ties }}
        lines={await listCaseloads(reader, visit.today)}
        limits={await findLimits(reader, visit.today)}
        tiers={tiers}
        levels={levels}
      />
    )
  })
  const keeps = caseworkGate('supervision', 'keep')
  formAt(app, needs, caseloadPaths.newLimit(), keeps, async (asked) =>
    form(await limitShape(asked), parseLimit, async (doer, input) => leadTo(await setLimit(needs, doer, input), caseloadPaths.home)),
  )
  formAt(app, needs, caseloadPaths.newShare(), keeps, async (asked) =>
    form(await shareShape(asked), parseShare, async (doer, input) => leadTo(await setShare(needs, doer, input), caseloadPaths.home)),
  )
}

async function limitShape({ reader, visit, ties }: AskedCasework): Promise<FormShape> {
  const agencies = (await listChoices(reader, 'agency')).filter(
    ({ id }) => ties.relations.has('administrator') || ties.ledAgencies.includes(id),
  )
  return {
    ...back(),
    title: 'Set a limit of caseloads',
    lead: 'It holds for one agency from the day you choose, signed with your name. Who works part-time leads so much less, rounded down. What held before stays as it was.',
    groups: [
      {
        fields: [
          { kind: 'select', name: 'organisation', label: 'For which agency?', options: named(agencies) },
          {
            kind: 'number',
            name: 'families',
            label: 'How many families does somebody in whole-time post lead at most?',
            hint: 'From 1 to 200',
          },
          { kind: 'day', name: 'startsOn', label: 'From which day on?', hint: 'Today or later' },
          { kind: 'line', name: 'source', label: 'Who decided it, and where does it stand?' },
        ],
      },
      {
        heading: 'What it is like elsewhere',
        fields: [
          {
            kind: 'number',
            name: 'elsewhere',
            label: 'Families for each whole-time practitioner',
            hint: 'Such as 11.5. Leave empty if nobody knows',
          },
          { kind: 'line', name: 'elsewhereSource', label: 'Where, and who says so?' },
        ],
      },
    ],
    submit: 'Set and sign',
    first: { ...dayValues('startsOn', visit.today), ...(agencies.length === 1 && agencies[0] ? { organisation: agencies[0].id } : {}) },
  }
}

async function shareShape({ reader, visit, ties }: AskedCasework): Promise<FormShape> {
  const posts = (await findPosts(reader, visit.today)).filter(
    ({ role, organisation }) => role === 'practitioner' && (ties.relations.has('administrator') || ties.ledAgencies.includes(organisation)),
  )
  return {
    ...back(),
    title: 'Who works part-time',
    lead: 'The limit of their caseload follows it, from the day you choose.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'post', label: 'Who?' },
            options: posts.map(({ id, name, organisationName }) => ({ value: id, text: `${name}, ${organisationName}` })),
          },
          { kind: 'number', name: 'percent', label: 'How many per cent of whole time?', hint: 'From 5 to 100. Half of it is 50' },
          { kind: 'day', name: 'startsOn', label: 'From which day on?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('startsOn', visit.today),
  }
}
