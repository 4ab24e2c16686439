import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { endCompositionRulePath, newCompositionRulePath } from '../composition-paths.ts'
import { termsVersionPath } from '../paths.ts'
import type { CompositionRule } from '../queries/composition.ts'
import type { SeatOnDay } from '../queries/membership.ts'
import type { CompositionVerdict } from '../rules/composition.ts'
import type { SeatTerm } from '../rules/seat-term.ts'
import { compositionSentence, compositionStateWords } from '../words/composition.ts'
import { TextLink } from './board-page.tsx'

/** A rule on who must be on a board, judged today. */
export interface JudgedComposition {
  readonly rule: CompositionRule
  /** Undefined where it begins on a later day. */
  readonly verdict: CompositionVerdict | undefined
}

/** Who must be on a board by the law or its terms, and whether they are (G5). Nothing where no rule is recorded and nobody here can add one. */
export function CompositionCard({
  slug,
  judged,
  keeps,
}: {
  readonly slug: string
  readonly judged: readonly JudgedComposition[]
  readonly keeps: boolean
}): JSX.Element | null {
  if (judged.length === 0 && !keeps) return null
  const columns = [
    { heading: 'Who' },
    { heading: 'Today' },
    { heading: 'Asked for by' },
    ...(keeps ? [{ heading: 'End', hiddenHeading: true }] : []),
  ]
  return (
    <Card
      id="composition"
      title="Who must be on this board"
      link={keeps ? { text: 'Add a rule', href: newCompositionRulePath(slug) } : undefined}
      flush={judged.length > 0}
    >
      {judged.length === 0 ? (
        <p>
          No rule is recorded. Where the law or the terms name members that the board must have, record them here: they are watched from
          then on.
        </p>
      ) : (
        <DataTable
          caption="Who must be on this board, and whether they are"
          hideCaption
          narrow="stack"
          columns={columns}
          rows={judged.map((one) => rowOf(slug, one, keeps))}
        />
      )}
    </Card>
  )
}

function rowOf(slug: string, { rule, verdict }: JudgedComposition, keeps: boolean) {
  const { value, atLeast, atMeetings, source, startsOn, endsOn, id, matches, terms } = rule
  return {
    cells: [
      <>
        {value}
        {atLeast > 1 && `, at least ${atLeast}`}
        {atMeetings && (
          <>
            <br />
            <span class="gt-quiet">At every meeting, too</span>
          </>
        )}
      </>,
      verdict === undefined ? (
        <StatusPill meaning="neutral">{`From ${dayInWords(startsOn)}`}</StatusPill>
      ) : (
        <>
          <StatusPill meaning={compositionStateWords[verdict.state].meaning}>{compositionStateWords[verdict.state].word}</StatusPill>{' '}
          {compositionSentence(verdict, matches)}
        </>
      ),
      <>
        {terms === undefined ? source : <TextLink href={`${termsVersionPath(slug, terms)}#composition`} text={source} />}
        {endsOn && <span class="gt-quiet"> Until {dayInWords(endsOn.subtract({ days: 1 }))}</span>}
      </>,
      ...(keeps
        ? [
            endsOn || terms !== undefined ? (
              ''
            ) : (
              <TextLink href={endCompositionRulePath(slug, id)} text="End" about={`the rule on ${value}`} />
            ),
          ]
        : []),
    ],
  }
}

/** What is asked of whoever holds a seat, in quiet lines below its name. */
export function SeatDemands({
  seat,
  functionNames,
}: {
  readonly seat: SeatOnDay
  /** Names of the functions of the terms by key. */
  readonly functionNames: ReadonlyMap<string, string>
}): JSX.Element | null {
  const lines = [
    seat.statutoryRole === '' ? '' : `By law: ${seat.statutoryRole}`,
    seat.alternatives.length === 0 ? '' : `Held by one of: ${seat.alternatives.join(', ')}`,
    seat.capacityRequired === '' ? '' : `Asked of the holder: ${seat.capacityRequired}`,
    seat.votesOn.length === 0 ? '' : `Votes only on: ${seat.votesOn.map((key) => functionNames.get(key) ?? key).join('; ')}`,
    seat.mayAttendPrivate ? 'May attend private items' : '',
  ].filter((line) => line !== '')
  if (lines.length === 0) return null
  return (
    <>
      {lines.map((line) => (
        <>
          <br />
          <span class="gt-quiet">{line}</span>
        </>
      ))}
    </>
  )
}

/** Until when somebody fills a place by the terms of reference; nothing where they limit no term. */
export function TermLine({ term }: { readonly term: SeatTerm | undefined }): JSX.Element | null {
  if (term === undefined) return null
  const lastDay = dayInWords(term.endsOn.subtract({ days: 1 }))
  return (
    <>
      <br />
      {term.state === 'running' ? (
        <span class="gt-quiet">Term until {lastDay}</span>
      ) : (
        <>
          <StatusPill meaning="warning">{term.state === 'over' ? 'Term is over' : 'Term ends soon'}</StatusPill>{' '}
          <span class="gt-quiet">{lastDay}</span>
        </>
      )}
    </>
  )
}
