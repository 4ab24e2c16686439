import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { measurePaths } from '../paths.ts'
import type { MeasureView } from '../queries/measure-page.ts'
import { measuredWords } from '../words/measured-row.ts'
import type { MeasureActs } from './measure-acts.tsx'

/** The outcomes, priorities and plans that a measure measures; where there is none, that is said. */
export function MeasuresCard({ view, acts }: { readonly view: MeasureView; readonly acts: MeasureActs }): JSX.Element {
  const { measure, measures } = view
  return (
    <Card id="measures" title="What it measures">
      {measures.length === 0 && <p>It is not said yet which outcome of a plan it shows.</p>}
      {measures.length > 0 && (
        <ul class="gt-list">
          {measures.map(({ link, kind, title, plan, href, endsOn }) => (
            <li>
              <a class="govuk-link" href={href}>
                {title}
              </a>
              <p>
                {plan === '' ? measuredWords[kind] : `${measuredWords[kind]} of ${plan}`}
                {endsOn && `, until the day before ${dayInWords(endsOn)}`}
              </p>
              {acts.keep && endsOn === null && (
                <a class="govuk-link" href={measurePaths.endLink(measure.id, link)}>
                  End<span class="govuk-visually-hidden"> that it measures {title}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
