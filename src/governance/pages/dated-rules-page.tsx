import type { JSX } from 'hono/jsx/jsx-runtime'
import type { DatedPart } from '#platform/dated/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { bankHolidaysPath } from '../paths.ts'
import { type DatedRule, type OptionsOf, type RuleCorrection, saidRule } from '../queries/dated-rules.ts'
import { datedRuleStepPath, newDatedRulePath } from '../rule-paths.ts'
import { standingOf } from '../rules/dated-rule.ts'
import { TextLink } from './board-page.tsx'

/** A kind of rule with everything that was ever recorded of it. */
export interface KindView {
  readonly part: DatedPart
  readonly rules: readonly DatedRule[]
  readonly options: OptionsOf
}

/** What the page of dated rules shows. */
export interface DatedRulesView {
  readonly kinds: readonly KindView[]
  readonly corrections: readonly RuleCorrection[]
  readonly keeps: boolean
  /** Dated rules that have pages of their own elsewhere. */
  readonly elsewhere: readonly PageLink[]
}

/** Rules that are dated data and no board's own: each in plain words, with its source, from when to when (G10, G16). */
export function DatedRulesPage({ visit, view }: { readonly visit: Visit; readonly view: DatedRulesView }): JSX.Element {
  const groups = [...Map.groupBy(view.kinds, ({ part }) => part.heading)]
  return (
    <Page
      visit={visit}
      title="Rates and rules of the law"
      width="workspace"
      description="What the law and the partnership ask, from when to when, with their sources."
    >
      <PageHead
        title="Rates and rules of the law"
        lead="What holds for every board, from when to when, and where it is written. What happened is judged by the rule of its day; certificates that were made stay as they are."
      />
      <nav class="gt-contents" aria-label="On this page">
        <Fold title="On this page">
          {groups.map(([heading, kinds]) => (
            <p class="govuk-body">
              <strong>{heading}:</strong>{' '}
              {kinds.map(({ part }, index) => (
                <>
                  {index > 0 && '; '}
                  <a class="govuk-link" href={`#${part.key}`}>
                    {part.title}
                  </a>
                </>
              ))}
            </p>
          ))}
        </Fold>
      </nav>
      {groups.map(([, kinds]) => kinds.map((kind) => <Kind {...kind} view={view} today={visit.today} />))}
      <h2 class="gt-section-title">Kept on pages of their own</h2>
      <ul class="govuk-list govuk-list--bullet">
        {[{ text: 'The bank holidays by which working days are counted', href: bankHolidaysPath }, ...view.elsewhere].map((link) => (
          <li>
            <TextLink href={link.href} text={link.text} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

interface KindProps extends KindView {
  readonly view: DatedRulesView
  readonly today: Temporal.PlainDate
}

function Kind(props: KindProps): JSX.Element {
  const { part, rules, view, today } = props
  const acts = view.keeps && !part.succeeds
  const columns = [
    ...[part.about, 'Rule', 'Written in', 'From', 'Until'].map((heading) => ({ heading })),
    ...(acts ? [{ heading: 'Keep', hiddenHeading: true }] : []),
  ]
  // What holds and what will hold stand open; what is over is one press away.
  const [past, current] = [true, false].map((isOver) => rules.filter((rule) => (standingOf(rule, today) === 'over') === isOver))
  const table = (list: readonly DatedRule[] = [], caption: string): JSX.Element => (
    <DataTable caption={caption} hideCaption narrow="stack" columns={columns} rows={list.map((rule) => rowOf(props, rule, acts))} />
  )
  return (
    <Card
      id={part.key}
      title={part.title}
      flush={rules.length > 0}
      link={view.keeps ? { text: 'Add', href: part.form ?? newDatedRulePath(part.key) } : undefined}
    >
      {!current?.length && (
        <>
          <p class="govuk-body">{part.lead}</p>
          <p class="gt-missing">No rule holds</p>
        </>
      )}
      {current?.length ? (
        <Fold title={current.length === 1 ? 'The one that holds' : `All ${current.length} that hold or are to come`}>
          <p class="govuk-body">{part.lead}</p>
          {table(current, part.title)}
        </Fold>
      ) : null}
      {past?.length ? <Fold title={`What held before (${past.length})`}>{table(past, `${part.title}: what held before`)}</Fold> : null}
    </Card>
  )
}

function rowOf({ part, options, view, today }: KindProps, rule: DatedRule, acts: boolean) {
  const { id, source, startsOn, endsOn } = rule
  const said = saidRule(part, rule, options)
  const about = part.aboutInWords(said)
  const what = `: ${about}, from ${dayInWords(startsOn)}`
  return {
    cells: [
      about,
      <>
        {part.inWords(said)} <State rule={rule} today={today} />
        {view.corrections
          .filter((one) => one.rule === id)
          .map(({ onDay, was, reason }) => (
            <span class="gt-quiet">
              <br />
              Put right on {dayInWords(onDay)}: {reason} Before, it said: {was}
            </span>
          ))}
      </>,
      source,
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
      ...(acts
        ? [
            <div class="gt-row-acts">
              {endsOn === undefined && <TextLink href={datedRuleStepPath(part.key, id, 'end')} text="End" about={what} />}
              <TextLink href={datedRuleStepPath(part.key, id, 'correct')} text="Put right" about={what} />
            </div>,
          ]
        : []),
    ],
  }
}

function State({ rule, today }: { readonly rule: DatedRule; readonly today: Temporal.PlainDate }): JSX.Element {
  const standing = standingOf(rule, today)
  if (standing === 'to-come') return <StatusPill meaning="draft">To come</StatusPill>
  if (standing === 'over') return <StatusPill meaning="neutral">Over</StatusPill>
  return <StatusPill meaning="good">In force</StatusPill>
}
