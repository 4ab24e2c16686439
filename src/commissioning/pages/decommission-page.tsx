import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { ledPaths } from '../framework-paths.ts'
import { servicePaths } from '../paths.ts'
import type { Ending, ExitMeasure, Reallocation } from '../queries/decommissionings.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { type EndingLack, endingLacks, type Gap, gapBetween, releasedSums } from '../rules/decommission.ts'
import { pounds } from '../words/pence.ts'
import type { ShownDecision } from './agreement-history-page.tsx'
import type { BoardName } from './crumbs.ts'
import { LedPage } from './led-page.tsx'

/** An ending with all that belongs to it. */
export interface DecommissionPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly record: LedRecord
  readonly ending: Ending
  /** Titles of services by id, as far as one may see them. */
  readonly services: ReadonlyMap<string, string>
  readonly measures: readonly ExitMeasure[]
  readonly money: readonly Reallocation[]
  readonly decision: ShownDecision | undefined
  readonly may: ReadonlySet<'change' | 'show'>
}

/** A service that ends: who loses what, what came before the decision, and what becomes of each pound (C13). */
export function DecommissionPage(props: DecommissionPageProps): JSX.Element {
  const { visit, board, record, ending, measures, may } = props
  const acts = [
    ['edit', 'Change what is recorded'],
    ['measures', 'Add by what one sees that it ended well'],
    ...(ending.released === undefined ? [] : [['money', 'Say what becomes of the money'] as const]),
    ...(ending.decision === undefined ? [['decide', 'Record the decision'] as const] : []),
  ] as const
  const lacks = endingLacks({ ...ending, measures: measures.length })
  return (
    <LedPage visit={visit} board={board} record={record} lead={ending.why} may={may} acts={acts}>
      {lacks.length > 0 && <div class="govuk-inset-text">Not done yet: {lacks.map((lack) => lackWords[lack]).join('; ')}.</div>}
      <WhoLoses {...props} />
      <Measures {...props} />
      <Money {...props} />
    </LedPage>
  )
}

const lackWords: Readonly<Record<EndingLack, string>> = {
  equality: 'equality is not assessed',
  consultation: 'nobody was asked, or it is not recorded',
  notice: 'no notice was given',
  staff: 'it is not said what happens to staff',
  measures: 'it is not said by what one sees that it ended well',
  money: 'it is not known how much money is set free',
}

/** The gap in words: days without either, days with both, or that nothing follows. */
export function gapInWords(gap: Gap): string {
  if (gap.state === 'nothing-follows') return 'Nothing takes its place, or it is not known when'
  const days = `${gap.days} ${gap.days === 1 ? 'day' : 'days'}`
  if (gap.state === 'none') return 'No gap: one begins on the day on which the other ends'
  return gap.state === 'gap' ? `${days} without either` : `No gap: both run for ${days}`
}

function WhoLoses({ ending, services, decision }: DecommissionPageProps): JSX.Element {
  const gap = gapBetween(ending.endsOn, ending.replacedOn)
  const serviceLink = (id: string) => (
    <a class="govuk-link" href={servicePaths.service(id)}>
      {services.get(id) ?? 'A service that is not shown to you'}
    </a>
  )
  return (
    <Card title="Who loses what, and what takes its place" id="losing">
      <KeyFacts
        facts={[
          { label: 'Service', value: serviceLink(ending.service) },
          { label: 'Who loses what', value: ending.losing },
          {
            label: 'Equality assessed',
            value: ending.equalityOn ? `${dayInWords(ending.equalityOn)}. ${ending.equality}` : 'Not yet: it comes before the decision',
          },
          {
            label: 'Consultation',
            value: ending.consultedFrom
              ? `From ${dayInWords(ending.consultedFrom)}${ending.consultedOn ? ` to ${dayInWords(ending.consultedOn)}` : ''}. ${ending.consultation}`
              : 'None recorded',
          },
          { label: 'Notice', value: ending.noticeOn ? `${dayInWords(ending.noticeOn)}: ${ending.notice}` : 'None given yet' },
          { label: 'Staff', value: ending.staff === '' ? 'Not said yet' : ending.staff },
          { label: 'First day without it', value: dayInWords(ending.endsOn) },
          {
            label: 'In its place',
            value: (
              <>
                {ending.replacement && serviceLink(ending.replacement)} {ending.replacedBy}{' '}
                {ending.replacedOn && `from ${dayInWords(ending.replacedOn)}`}
                {!ending.replacement && ending.replacedBy === '' && 'Nothing is named'}
              </>
            ),
          },
          {
            label: 'Between them',
            value:
              gap.state === 'gap' || gap.state === 'nothing-follows' ? (
                <StatusPill meaning={gap.state === 'gap' ? 'bad' : 'warning'}>{gapInWords(gap)}</StatusPill>
              ) : (
                gapInWords(gap)
              ),
          },
          {
            label: 'Decision',
            value: decision ? (
              <a class="govuk-link" href={decision.href}>
                {decision.text}
              </a>
            ) : ending.decision ? (
              'Decided at a meeting'
            ) : (
              'Not decided yet'
            ),
          },
        ]}
      />
    </Card>
  )
}

function Measures({ visit, record, measures, may }: DecommissionPageProps): JSX.Element {
  return (
    <Card title="By what one sees that it ended well" id="measures" flush={measures.length > 0}>
      {measures.length === 0 ? (
        <p class="govuk-body">Nothing is agreed yet.</p>
      ) : (
        <DataTable
          caption="By what one sees that it ended well"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'What' }, { heading: 'Wanted' }, { heading: 'By' }, { heading: 'Found' }]}
          rows={measures.map(({ id, title, wanted, dueOn, isMet, found }) => ({
            cells: [
              title,
              wanted,
              dayInWords(dueOn),
              isMet === undefined ? (
                <>
                  <StatusPill meaning={Temporal.PlainDate.compare(dueOn, visit.today) < 0 ? 'bad' : 'unknown'}>
                    {Temporal.PlainDate.compare(dueOn, visit.today) < 0 ? 'Overdue' : 'Not due yet'}
                  </StatusPill>{' '}
                  {may.has('change') && (
                    <a class="govuk-link" href={ledPaths.step('decommissioning', record.id, `measures/${id}`)}>
                      Say what was found: {title}
                    </a>
                  )}
                </>
              ) : (
                <>
                  <StatusPill meaning={isMet ? 'good' : 'bad'}>{isMet ? 'Met' : 'Not met'}</StatusPill> {found}
                </>
              ),
            ],
          }))}
        />
      )}
    </Card>
  )
}

function Money({ ending, money, services }: DecommissionPageProps): JSX.Element {
  const sums = releasedSums(ending.released, money)
  if (!sums)
    return (
      <Card title="What becomes of the money" id="money">
        <p class="govuk-body">It is not known yet how much money a year is set free.</p>
      </Card>
    )
  return (
    <Card title="What becomes of the money" id="money">
      <p class="govuk-body">
        {pounds(sums.released)} a year is set free: {pounds(sums.reallocated)} goes to something else, {pounds(sums.returned)} is returned,
        and {pounds(sums.undecided)} is not decided yet.
      </p>
      <DataTable
        caption="Each pound"
        narrow="stack"
        columns={[{ heading: 'What becomes of it' }, { heading: 'To what or to whom' }, { heading: 'A year', numeric: true }]}
        rows={[
          ...money.map(({ kind, what, service, pence }) => ({
            cells: [
              kind === 'reallocated' ? 'Goes to something else' : 'Returned',
              service ? (
                <>
                  {what}{' '}
                  <a class="govuk-link" href={servicePaths.service(service)}>
                    {services.get(service) ?? 'A service'}
                  </a>
                </>
              ) : (
                what
              ),
              pounds(pence),
            ],
          })),
          { cells: ['Not decided yet', 'Nothing', pounds(sums.undecided)] },
          { cells: ['Together', 'All that is set free', pounds(sums.released)] },
        ]}
      />
    </Card>
  )
}
