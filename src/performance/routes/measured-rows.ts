import type { Hono } from 'hono'
import { listOutcomes, listPriorities, type PlanRowReference } from '#plans/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, formsWith, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { linkMeasure, unlinkMeasure } from '../commands/measured-row.ts'
import { namedRow, parseLink, parseLinkEnd } from '../forms/measured-row.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { measurePaths } from '../paths.ts'
import { findMeasuredRows, type MeasuredRowShown } from '../queries/measured-rows.ts'
import { latestDefinition } from '../rules/measure.ts'
import { measuredWords } from '../words/measured-row.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedMeasure, measureGate, part } from './gates.ts'
import { measureCrumbs } from './measure-shapes.ts'

const formAt = formsWith(problemWords)

/** Which priorities and outcomes of plans a measure measures (T1): said by the clerk of its board, and ended with a day. */
export function measuredRowRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  formAt(app, needs, '/measures/:measure/measures', measureGate('link'), async (asked) =>
    form(await linkShape(asked), parseLink, async (doer, input) =>
      leadTo(await linkMeasure(needs, doer, asked.measure.id, input), () => measurePaths.measure(asked.measure.id)),
    ),
  )
  formAt(app, needs, '/measures/:measure/measures/:row/end', linkGate(), async (asked) =>
    form(endShape(asked), parseLinkEnd, async (doer, input) =>
      leadTo(await unlinkMeasure(needs, doer, asked.measure.id, asked.row.link, input), () => measurePaths.measure(asked.measure.id)),
    ),
  )
}

/** Something that a measure measures, for the clerk of its board. */
function linkGate(): Gate<AskedMeasure & { readonly row: MeasuredRowShown }> {
  return async (reader, c) => {
    const asked = await measureGate('link')(reader, c)
    const row = (await findMeasuredRows(reader, asked.measure.id, asked.visit.today)).find(({ link }) => link === part(c, 'row'))
    if (!row) throw new NotFound('It does not measure that.')
    return { ...asked, row }
  }
}

async function linkShape(asked: AskedMeasure): Promise<FormShape> {
  const [priorities, outcomes] = await Promise.all([listPriorities(asked.reader), listOutcomes(asked.reader)])
  // The plans of the measure's own board come first.
  const rows = [...outcomes, ...priorities].sort((one, other) => own(other) - own(one) || one.planTitle.localeCompare(other.planTitle))
  function own({ body }: PlanRowReference): number {
    return body === asked.body.id ? 1 : 0
  }
  return {
    title: 'Say what it measures',
    caption: latestDefinition(asked.measure).title,
    lead: 'Choose the outcome that the measure shows, or the priority where it shows more than one. It then stands under it on scorecards and on its golden thread.',
    breadcrumbs: measureCrumbs(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'row', label: 'What does it measure?', none: 'Choose' },
            options: rows.map((row) => ({
              value: namedRow(row),
              text: `${row.planTitle}: ${measuredWords[row.kind].toLowerCase()} ${[row.reference, row.title].filter((one) => one !== '').join(' ')}`,
            })),
          },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
        ],
      },
    ],
    submit: 'Save',
    first: dayValues('startsOn', asked.visit.today),
    closed: asked.measure.withdrawnOn !== null,
    cancel: measurePaths.measure(asked.measure.id),
  }
}

function endShape(asked: AskedMeasure & { readonly row: MeasuredRowShown }): FormShape {
  const { row, measure } = asked
  return {
    title: 'Say that it no longer measures this',
    caption: row.title,
    lead: 'Scorecards that were shown to a meeting stay as they were.',
    breadcrumbs: measureCrumbs(asked),
    groups: [{ fields: [{ kind: 'day', name: 'endsOn', label: 'From which day?', hint: 'The first day on which it no longer does' }] }],
    submit: 'Save',
    look: 'warning',
    first: dayValues('endsOn', asked.visit.today),
    cancel: measurePaths.measure(measure.id),
  }
}
