import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { cycleWords, monthLabels, windowWords } from '#governance/public.ts'
import type { Asked, AskedBoard, BodySummary } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords } from '#platform/time/words.ts'
import { form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addDuty, endDuty, findEvidence, settleYearlyDuty } from '../commands/duties.ts'
import { parseDuty, parseEndDuty, parseSettleDuty } from '../forms/duty.ts'
import type { PlansNeeds } from '../needs.ts'
import { DutiesPage } from '../pages/duties-page.tsx'
import { dutyPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { boardOf } from '../queries/plans.ts'
import { type DutyLine, dutyLines, findYearlyDuty, guardedDuties, listYearlyDuties, type YearlyDuty } from '../queries/yearly-duties.ts'
import { dutyKindWords, dutyOutcomeWords, dutyProblemWords } from '../words/duty.ts'
import { begin, ofBoard } from './gates.ts'

type AskedDuty = Asked & { readonly duty: YearlyDuty; readonly board: BodySummary }

const formAt = formsWith(dutyProblemWords)
const boardGate =
  (verb: 'read' | 'keep'): Gate<AskedBoard> =>
  (reader, c) =>
    ofBoard(reader, c, guardedDuties, verb)

/** A duty, for whoever keeps those of its board. */
const dutyGate: Gate<AskedDuty> = async (reader, c) => {
  const asked = await begin(reader, c)
  const duty = await findYearlyDuty(reader, asked.part('duty'))
  demandOf(asked.standing, asked.visit, guardedDuties(duty.body), 'keep')
  return { ...asked, duty, board: await boardOf(reader, duty.body, asked.visit.today) }
}

/** Duties that come back every year: read by everybody, kept by the clerk of the board (P11). */
export function dutyRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/boards/:slug/duties/new', boardGate('keep'), async (asked) =>
    form(addShape(asked), parseDuty, async (doer, input) =>
      leadTo(await addDuty(needs, doer, asked.body.id, input), () => dutyPaths.ofBoard(asked.body.slug)),
    ),
  )
  pageAt(app, needs, '/boards/:slug/duties', boardGate('read'), dutiesPage)
  formAt(app, needs, '/plan-duties/:duty/end', dutyGate, async (asked) =>
    form(endShape(asked), parseEndDuty, async (doer, input) =>
      leadTo(await endDuty(needs, doer, asked.duty.id, input), () => dutyPaths.ofBoard(asked.board.slug)),
    ),
  )
  formAt(app, needs, '/plan-duties/:duty/:year', dutyGate, async (asked) => {
    const line = dutyLines([asked.duty], asked.visit.today).find(({ window }) => String(window.year) === asked.part('year'))
    if (!line || line.state === 'coming') throw new NotFound('Nothing is owed in that year.')
    return form(await settleShape(asked, line), parseSettleDuty, async (doer, input) =>
      leadTo(await settleYearlyDuty(needs, doer, asked.duty.id, line.window.year, input), () => dutyPaths.ofBoard(asked.board.slug)),
    )
  })
}

async function dutiesPage({ reader, visit, body, may }: AskedBoard): Promise<JSX.Element> {
  const [duties, evidence] = await Promise.all([listYearlyDuties(reader, [body.id]), findEvidence(reader, body.id, visit.today)])
  return (
    <DutiesPage
      visit={visit}
      board={body}
      duties={duties}
      lines={dutyLines(duties, visit.today)}
      titles={new Map(evidence.map(({ id, title }) => [id, title]))}
      mayKeep={may(guardedDuties(body.id), 'keep')}
    />
  )
}

const crumbs = ({ slug, name }: { readonly slug: string; readonly name: string }) => [
  { text: name, href: `/boards/${slug}` },
  { text: 'Yearly duties', href: dutyPaths.ofBoard(slug) },
]

function addShape({ body, visit }: AskedBoard): FormShape {
  const months = monthLabels.map((text, index) => ({ value: String(index + 1), text }))
  return {
    title: 'Add a yearly duty',
    caption: body.name,
    lead: 'Only whole times are owed: one that began before the first day below is nobody’s.',
    breadcrumbs: crumbs(body),
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'What is owed every year?', options: optionsOf(dutyKindWords) },
          {
            kind: 'lines',
            name: 'source',
            label: 'What asks for it?',
            rows: 2,
            hint: 'The law, the terms or a decision, with its section',
          },
          { kind: 'select', name: 'opensMonth', label: 'First month in which it can be done', options: months },
          {
            ...{ kind: 'select', name: 'closesMonth', label: 'Last month in which it is in time', options: months },
            hint: 'A month before the first is one of the next year',
          },
          { kind: 'day', name: 'startsOn', label: 'From when is it owed?' },
        ],
      },
    ],
    submit: 'Add',
    first: dayValues('startsOn', visit.today.with({ month: 1, day: 1 })),
    cancel: dutyPaths.ofBoard(body.slug),
  }
}

function endShape({ board, duty, visit }: AskedDuty): FormShape {
  return {
    title: 'End this duty',
    caption: `${dutyKindWords[duty.kind]}, ${windowWords(duty.window)}`,
    lead: 'What was recorded of it stays. To change its months or its source, end it and add it anew.',
    breadcrumbs: crumbs(board),
    groups: [{ fields: [{ kind: 'day', name: 'endsOn', label: 'First day on which it is no longer owed' }] }],
    submit: 'End it',
    first: dayValues('endsOn', visit.today),
    version: duty.version,
    cancel: dutyPaths.ofBoard(board.slug),
  }
}

async function settleShape({ reader, visit, board, duty }: AskedDuty, { window, settled }: DutyLine): Promise<FormShape> {
  const evidence = await findEvidence(reader, duty.body, visit.today)
  return {
    title: `Record: ${dutyKindWords[duty.kind].toLowerCase()}`,
    caption: `${board.name}, ${cycleWords(window)}`,
    breadcrumbs: crumbs(board),
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'outcome', label: 'What became of it?', options: optionsOf(dutyOutcomeWords) },
          { kind: 'day', name: 'onDay', label: 'On which day was it done, or was that settled?' },
          {
            ...{ kind: 'select', name: 'evidence', label: 'What shows it?', none: 'Neither a report nor a meeting' },
            options: evidence.map(({ id, title, onDay }) => ({ value: id, text: `${title}, ${dayInWords(onDay)}` })),
          },
          { kind: 'lines', name: 'note', label: 'What else shows it, or why is it not done?', rows: 3, hint: 'Everybody can read this' },
        ],
      },
    ],
    submit: 'Record',
    first: {
      ...{ outcome: settled?.outcome ?? '', evidence: settled?.report ?? settled?.meeting ?? '', note: settled?.note ?? '' },
      ...dayValues('onDay', settled?.onDay ?? visit.today),
    },
    version: settled?.version ?? 0,
    cancel: dutyPaths.ofBoard(board.slug),
  }
}
