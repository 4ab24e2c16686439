import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DayForm } from '#platform/web/components/day-form.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { agreementChangePaths, agreementPaths } from '../paths.ts'
import type { AgreedContribution, Variation } from '../queries/agreement-change.ts'
import type { Agreement, Party } from '../queries/agreements.ts'
import { partWords } from '../words/agreement.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** A decision where one may see it. */
export interface ShownDecision {
  readonly text: string
  readonly href: string
}

/** How an agreement changed, and how it was on a day. */
export interface AgreementHistoryProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly agreement: Agreement
  readonly variations: readonly Variation[]
  /** By the id of the decision, where one may see it. */
  readonly decisions: ReadonlyMap<string, ShownDecision>
  readonly onDay: Temporal.PlainDate
  readonly form: FormState
  /** As it was on that day. */
  readonly term: Temporal.PlainDate | undefined
  readonly parties: readonly Party[]
  readonly given: readonly AgreedContribution[]
  readonly scope: readonly { readonly title: string; readonly isIn: boolean }[]
  readonly mayChange: boolean
}

/** The log of variations of an agreement, and the agreement as it was on a day (C4). */
export function AgreementHistoryPage(props: AgreementHistoryProps): JSX.Element {
  const { visit, board, agreement, mayChange } = props
  return (
    <Page
      visit={visit}
      title={`How it changed: ${agreement.title}`}
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Agreements', href: agreementPaths.ofBoard(board.slug) },
        { text: agreement.title, href: agreementPaths.agreement(agreement.id) },
      )}
      problems={props.form.problems}
    >
      <PageHead title="How it changed" caption={agreement.title} />
      {boardNavigation(board.slug, 'commissioning')}
      {mayChange && (
        <p class="govuk-body gt-actions">
          <a class="govuk-link" href={agreementChangePaths.step(agreement.id, 'variations')}>
            Record a variation
          </a>{' '}
          <a class="govuk-link" href={agreementChangePaths.step(agreement.id, 'contributions')}>
            Say what a party gives
          </a>
        </p>
      )}
      <Card title="Variations" id="variations" flush={props.variations.length > 0}>
        <VariationTable {...props} />
      </Card>
      <OnDay {...props} />
    </Page>
  )
}

function VariationTable({ agreement, variations, decisions, mayChange }: AgreementHistoryProps): JSX.Element {
  if (variations.length === 0) return <p class="govuk-body">It was not varied.</p>
  return (
    <DataTable
      caption="Variations"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Variation', namesNumber: true },
        { heading: 'What changes' },
        { heading: 'From' },
        { heading: 'By' },
        { heading: 'Signed' },
      ]}
      rows={variations.map((variation) => ({
        cells: [
          String(variation.number),
          <>
            {variation.what}
            {variation.changesTerm &&
              ` Its term: ${lastDayInWords(variation.endsBefore)} before, ${lastDayInWords(variation.endsAfter)} now.`}
          </>,
          dayInWords(variation.startsOn),
          <DecidedBy variation={variation} decision={decisions.get(variation.decision ?? '')} />,
          variation.signedOn !== undefined ? (
            `${dayInWords(variation.signedOn)}, ${variation.signedBy}`
          ) : mayChange ? (
            <a class="govuk-link" href={agreementChangePaths.sign(agreement.id, variation.id)}>
              Not signed: say who signed variation {String(variation.number)}
            </a>
          ) : (
            <StatusPill meaning="warning">Not signed</StatusPill>
          ),
        ],
      }))}
    />
  )
}

function DecidedBy({ variation, decision }: { readonly variation: Variation; readonly decision: ShownDecision | undefined }): JSX.Element {
  return (
    <>
      {decision && (
        <a class="govuk-link" href={decision.href}>
          {decision.text}
        </a>
      )}
      {!decision && variation.decision !== undefined && 'A decision of the board.'} {variation.decidedBy}
    </>
  )
}

const lastDayInWords = (endsOn: Temporal.PlainDate | undefined): string =>
  endsOn === undefined ? 'until it is ended' : `to ${dayInWords(endsOn.subtract({ days: 1 }))}`

function OnDay({ agreement, onDay, form, term, parties, given, scope }: AgreementHistoryProps): JSX.Element {
  const total = given.reduce((sum, { pence }) => sum + pence, 0n)
  return (
    <Card title={`As it was on ${dayInWords(onDay)}`} id="as-it-was">
      <DayForm action={agreementChangePaths.step(agreement.id, 'history')} form={form} />
      <KeyFacts
        facts={[
          {
            label: 'Term',
            value:
              Temporal.PlainDate.compare(onDay, agreement.startsOn) < 0
                ? `It had not begun. It begins on ${dayInWords(agreement.startsOn)}, ${lastDayInWords(term)}`
                : `From ${dayInWords(agreement.startsOn)}, ${lastDayInWords(term)}`,
          },
          {
            label: 'Parties',
            value:
              parties.length === 0
                ? 'None recorded'
                : parties.map(({ name, part }) => `${name} (${partWords[part].toLowerCase()})`).join('; '),
          },
          {
            label: 'Given a year',
            value:
              given.length === 0
                ? 'Not recorded'
                : `${given.map(({ name, pence }) => `${name} ${pounds(pence)}`).join('; ')}. Together ${pounds(total)}`,
          },
          {
            label: 'Services in scope',
            value:
              scope
                .filter(({ isIn }) => isIn)
                .map(({ title }) => title)
                .join('; ') || 'None recorded',
          },
        ]}
      />
    </Card>
  )
}
