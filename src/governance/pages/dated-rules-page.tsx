import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { bankHolidaysPath } from '../paths.ts'
import type { RuleCorrection } from '../queries/dated-rules.ts'
import { datedRuleStepPath, newDatedRulePath } from '../rule-paths.ts'
import { type DatedRule, type DatedRuleKind, datedRuleKinds } from '../rules/dated-rule.ts'
import { aboutInWords, ruleInWords, ruleKindWords } from '../words/dated-rules.ts'
import { TextLink } from './board-page.tsx'

/** What the page of dated rules shows. */
export interface DatedRulesView {
  readonly rules: Readonly<Record<DatedRuleKind, readonly DatedRule[]>>
  readonly corrections: readonly RuleCorrection[]
  readonly keeps: boolean
}

/** Rules that are dated data and no board's own: each in plain words, with its source, from when to when (G10, G16). */
export function DatedRulesPage({ visit, view }: { readonly visit: Visit; readonly view: DatedRulesView }): JSX.Element {
  return (
    <Page
      visit={visit}
      title="Rates and rules of the law"
      width="workspace"
      description="What a mile is paid and what the law asks of notice, from when to when, with their sources."
    >
      <PageHead
        title="Rates and rules of the law"
        lead="What holds for every board, from when to when, and where it is written. A meeting is judged by the rule of its day; certificates that were made stay as they are."
      />
      {datedRuleKinds.map((kind) => (
        <Kind kind={kind} today={visit.today} {...view} />
      ))}
      <p class="govuk-body">
        <TextLink href={bankHolidaysPath} text="The bank holidays by which working days are counted" />
      </p>
    </Page>
  )
}

function Kind(props: DatedRulesView & { readonly kind: DatedRuleKind; readonly today: Temporal.PlainDate }): JSX.Element {
  const { kind, rules, corrections, keeps, today } = props
  const { title, lead, about } = ruleKindWords[kind]
  const columns = [
    ...[about, 'Rule', 'Written in', 'From', 'Until'].map((heading) => ({ heading })),
    ...(keeps ? [{ heading: 'Keep', hiddenHeading: true }] : []),
  ]
  const rows = rules[kind].map((rule) => {
    const { id, source, startsOn, endsOn } = rule
    const what = `: ${aboutInWords(rule)}, from ${dayInWords(startsOn)}`
    return {
      cells: [
        aboutInWords(rule),
        <>
          {ruleInWords(rule)} <State rule={rule} today={today} />
          {corrections
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
        ...(keeps
          ? [
              <div class="gt-row-acts">
                {endsOn === undefined && <TextLink href={datedRuleStepPath(kind, id, 'end')} text="End" about={what} />}
                <TextLink href={datedRuleStepPath(kind, id, 'correct')} text="Put right" about={what} />
              </div>,
            ]
          : []),
      ],
    }
  })
  return (
    <Card
      id={kind}
      title={title}
      lead={lead}
      flush={rows.length > 0}
      link={keeps ? { text: 'Add', href: newDatedRulePath(kind) } : undefined}
    >
      {rows.length === 0 ? (
        <p class="gt-missing">No rule is recorded</p>
      ) : (
        <DataTable caption={title} hideCaption narrow="stack" columns={columns} rows={rows} />
      )}
    </Card>
  )
}

function State({ rule: { startsOn, endsOn }, today }: { readonly rule: DatedRule; readonly today: Temporal.PlainDate }): JSX.Element {
  if (Temporal.PlainDate.compare(today, startsOn) < 0) return <StatusPill meaning="draft">To come</StatusPill>
  if (endsOn && Temporal.PlainDate.compare(endsOn, today) <= 0) return <StatusPill meaning="neutral">Over</StatusPill>
  return <StatusPill meaning="good">In force</StatusPill>
}
