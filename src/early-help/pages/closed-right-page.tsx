import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { closedRightPaths } from '../paths.ts'
import type { ClosedLine, RightLine } from '../queries/closed-right.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { type FactKind, factWords } from '../words/people.ts'
import { type RightSource, rightSourceWords } from '../words/putting-right.ts'
import { FamilyFrame } from './family-frame.tsx'
import { RightLines } from './right-register-page.tsx'

/** For the co-ordinator of the locality: what of a closed record can be put right, by kind and day, and what was proposed (E12). */
export function ClosedRightPage(props: {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly lines: readonly ClosedLine[]
  readonly proposed: readonly RightLine[]
}): JSX.Element {
  const { visit, family, relations, lines, proposed } = props
  const kinds = (['person_fact', 'scale_reading', 'own_words'] as const).filter((kind) => lines.some(({ source }) => source === kind))
  return (
    <FamilyFrame
      {...{ visit, family, relations }}
      current="closed-right"
      title="Correct a closed record"
      lead="Nobody works with this family any more. Propose what is to be put right; whoever owns information governance approves it, and what it said before is kept."
    >
      <Card title="What was proposed" id="proposed" flush={proposed.length > 0}>
        {proposed.length > 0 ? <RightLines lines={proposed} relations={relations} /> : <p class="govuk-body">Nothing yet.</p>}
      </Card>
      <Card title="Which words are wrong?" id="lines">
        <p class="govuk-body">
          You see of which kind and which day each record is. What you open is shown to you alone of all that is recorded, and each opening
          stands in the family’s list of who looked.
        </p>
        {kinds.map((kind) => (
          <Fold title={`${rightSourceWords[kind]} (${lines.filter(({ source }) => source === kind).length})`}>
            <ul class="govuk-list govuk-list--spaced">
              {lines
                .filter(({ source }) => source === kind)
                .map((line) => (
                  <li>
                    <a class="govuk-link" href={closedRightPaths.line(family.id, line.source, line.record)}>
                      {aboutOf(kind, line)}
                    </a>
                  </li>
                ))}
            </ul>
          </Fold>
        ))}
        <p class="govuk-body">
          <a class="govuk-link" href={closedRightPaths.other(family.id)}>
            Something else in the record
          </a>
        </p>
      </Card>
    </FamilyFrame>
  )
}

const whose: Readonly<Record<string, string>> = { child: 'a child’s', parent: 'a parent’s', lead: 'the lead’s', other: 'somebody else’s' }
const aboutOf = (kind: RightSource, { about, on_day }: ClosedLine): string =>
  kind === 'person_fact'
    ? `${factWords[about as FactKind]}, known on ${dayInWords(on_day)}`
    : kind === 'scale_reading'
      ? `${whose[about] ?? 'somebody’s'} number, ${dayInWords(on_day)}`
      : `Words of ${dayInWords(on_day)}`
