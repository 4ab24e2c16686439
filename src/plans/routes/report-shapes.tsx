import type { AskedBoard } from '#governance/public-data.ts'
import { Article } from '#platform/paper/html.tsx'
import { printMarkdown } from '#platform/paper/print-markdown.ts'
import { Prose } from '#platform/web/components/prose.tsx'
import { EditorScript, MarkdownAdvice } from '#platform/web/components/rich-textarea.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { Details } from '#platform/web/govuk/components.tsx'
import { reportPaths } from '../paths.ts'
import { findPlanHead } from '../queries/plans.ts'
import { findPlansOf } from '../queries/references.ts'
import type { ReportSection } from '../queries/reports.ts'
import { offeredSpan } from '../rules/report.ts'
import { audienceWords, reportKindWords, sectionWords } from '../words/report.ts'
import type { AskedReport } from './reports.tsx'

/** The form of a new report; `?plan=` offers one plan and its last year. */
export async function beginShape(asked: AskedBoard): Promise<FormShape> {
  const { reader, visit, body } = asked
  const plans = (await findPlansOf(reader, body.id)).filter(({ state }) => state === 'published' || state === 'closed')
  const plan = plans.find(({ id }) => id === asked.query('plan'))
  const { startsOn } = plan ? await findPlanHead(reader, plan.id) : { startsOn: null }
  const { from, until } = offeredSpan('annual', startsOn, visit.today)
  const lastDay = until.subtract({ days: 1 })
  return {
    title: 'Begin a report',
    caption: body.name,
    lead: 'Every section is drafted from what stands in the record about the period. You then edit it section by section.',
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: 'Reports', href: reportPaths.ofBoard(body.slug) },
    ],
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'What kind of report is it?', options: optionsOf(reportKindWords) },
          {
            ...{ kind: 'select', name: 'plan', label: 'Of which plan?', none: 'Every plan of the board' },
            options: plans.map(({ id, title }) => ({ value: id, text: title })),
          },
          { kind: 'line', name: 'title', label: 'What is it called?' },
          { kind: 'day', name: 'startsOn', label: 'First day of the period' },
          { kind: 'day', name: 'lastDay', label: 'Last day of the period' },
          { kind: 'radios', name: 'audience', label: 'Who is it for?', options: optionsOf(audienceWords) },
        ],
      },
    ],
    submit: 'Draft it',
    first: {
      ...{ kind: '', plan: plan?.id ?? '', audience: 'public', title: plan ? `${plan.title}: report ${from.year} to ${lastDay.year}` : '' },
      ...dayValues('startsOn', from),
      ...dayValues('lastDay', lastDay),
    },
    cancel: reportPaths.ofBoard(body.slug),
  }
}

const crumbs = ({ board, report }: AskedReport) => [
  { text: board.name, href: `/boards/${board.slug}` },
  { text: 'Reports', href: reportPaths.ofBoard(board.slug) },
  { text: report.title, href: reportPaths.report(report.id) },
]

/** The form of a section, with what the record says above it. */
export function sectionShape(asked: AskedReport, { code, drafted, text, edited, revision }: ReportSection): FormShape {
  const { report } = asked
  return {
    title: sectionWords[code],
    caption: report.title,
    lead: 'Drafting the report again from the record never touches what you write here.',
    breadcrumbs: crumbs(asked),
    above: edited && drafted.blocks.length > 0 && (
      <Details
        summaryText="What the record says"
        html={
          <Prose>
            <Article paper={drafted} offset={1} prefix="drafted-" />
          </Prose>
        }
      />
    ),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'rich', name: 'text', label: 'What the report says', rows: 18 },
            hint: 'Leave it empty to publish the report without this section',
          },
        ],
      },
    ],
    submit: 'Save',
    first: { text: printMarkdown(text) },
    version: revision,
    cancel: `${reportPaths.report(report.id)}#${code}`,
    below: (
      <>
        <MarkdownAdvice />
        <EditorScript />
      </>
    ),
  }
}

/** The form that publishes a report. */
export function publishReportShape(asked: AskedReport, sections: readonly ReportSection[]): FormShape {
  const { report } = asked
  const left = sections.filter(({ text }) => text.blocks.length === 0).map(({ code }) => sectionWords[code])
  const untouched = sections.filter(({ edited, text }) => !edited && text.blocks.length > 0).length
  return {
    title: 'Publish this report',
    caption: report.title,
    lead: `${untouched === 1 ? 'One section stands' : `${untouched} sections stand`} as drafted from the record.${left.length === 0 ? '' : ` Left out, since nothing stands in it: ${left.join(', ')}.`}`,
    breadcrumbs: crumbs(asked),
    groups: [],
    submit: report.audience === 'public' ? 'Publish for everybody' : 'Publish for members',
    look: 'warning',
    warning: 'A published report never changes. To put something right, write a new version.',
    first: {},
    version: report.version,
    cancel: reportPaths.report(report.id),
  }
}

/** The form of a new version. */
export function reviseReportShape(asked: AskedReport): FormShape {
  return {
    title: 'Write a new version',
    caption: asked.report.title,
    lead: 'It begins with the texts of this one. What the record says today stands beside them. This version stays as it is.',
    breadcrumbs: crumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'reason', label: 'Why is there a new version?', rows: 3, hint: 'Stands in the report' }] }],
    submit: 'Begin the new version',
    first: {},
    cancel: reportPaths.report(asked.report.id),
  }
}
