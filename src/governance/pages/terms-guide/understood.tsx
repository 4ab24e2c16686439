import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { termsPreviewPath, termsSectionPath } from '../../paths.ts'
import type { TermsVersion } from '../../queries/terms.ts'
import { describeRule } from '../../rules/describe.ts'
import type { DeadlineExample } from '../../rules/terms/example-day.ts'
import type { Finding } from '../../rules/terms/finding.ts'
import { sectionAddress, sectionAfter, sectionTitles } from '../../rules/terms/guide.ts'
import type { RuleName } from '../../rules/terms/terms.ts'
import { dayWords } from '../../words/rules.ts'
import { TextLink } from '../board-page.tsx'
import { Findings } from '../terms-page.tsx'

/** Rules whose effect on past meetings can be shown. */
const replayed: readonly RuleName[] = ['quorum', 'remote', 'deputies', 'agendaOut', 'attendance']

/** How a rule of a draft is understood, worked out for one meeting where it is a deadline, and what the checker says of it. */
export function Understood(props: {
  readonly slug: string
  readonly draft: TermsVersion
  readonly name: RuleName
  readonly findings: readonly Finding[]
  readonly example: DeadlineExample | undefined
  readonly saved: boolean
}): JSX.Element {
  const { slug, draft, name, findings, example, saved } = props
  const { demands, standing, source, readings } = describeRule(draft.terms, name)
  const next = sectionAfter(name)
  return (
    <>
      {saved && (
        <div class="govuk-inset-text" role="status">
          Saved. This is the rule as it stands in the draft now.{' '}
          {next && <TextLink href={termsSectionPath(slug, draft.number, sectionAddress(next))} text={`Go on to: ${sectionTitles[next]}`} />}
        </div>
      )}
      <Card id="understood" title="How we understand it">
        {demands.length === 0 && <p class="gt-missing">The draft states no rule.</p>}
        {demands.length === 1 && <p>{demands[0]}</p>}
        {demands.length > 1 && (
          <ul class="govuk-list govuk-list--bullet">
            {demands.map((demand) => (
              <li>{demand}</li>
            ))}
          </ul>
        )}
        {example && <Example example={example} />}
        {standing && demands.length > 0 && <p>{standing}</p>}
        {readings.map(({ source: where, text }, index) => (
          <p>
            <b>Reading {index + 1}:</b> {text} ({where})
          </p>
        ))}
        {source && <p class="govuk-hint">From: {source}</p>}
        {replayed.includes(name) && (
          <p>
            <TextLink href={termsPreviewPath(slug, draft.number)} text="See what this would have meant for past meetings" />
          </p>
        )}
      </Card>
      {findings.length > 0 && <Findings findings={findings} answer="" />}
    </>
  )
}

function Example({ example: { meeting, answer } }: { readonly example: DeadlineExample }): JSX.Element {
  if (answer.state === 'not-known')
    return (
      <p>
        For a meeting on {dayWords(meeting)} this cannot be worked out: the bank holidays are known up to the end of{' '}
        {answer.lastAnnouncedYear}.
      </p>
    )
  const holidays = answer.skipped.filter(({ holiday }) => holiday).map(({ day, reason }) => `${dayWords(day)} (${reason})`)
  return (
    <p>
      For a meeting on {dayWords(meeting)} that is <b>{dayWords(answer.lastDay)}</b>.
      {holidays.length > 0 && ` Not counted besides weekends: ${holidays.join('; ')}.`}
    </p>
  )
}
