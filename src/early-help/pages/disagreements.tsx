import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { familyPaths } from '../paths.ts'
import type { StandRecord } from '../queries/disagreements.ts'
import type { FamilyLine } from '../queries/families.ts'
import { classWords, evidenceWords, stanceWords, standWords } from '../words/casework.ts'

/** What somebody says who also may decide, each beside the agreement, never averaged; and how it was settled. */
export function Disagreements(props: {
  readonly family: FamilyLine
  readonly stands: readonly StandRecord[]
  /** Whether one may record that they agree now; which of them one may settle. */
  readonly mayEnd: boolean
  readonly maySettle: (stand: StandRecord) => boolean
}): JSX.Element | null {
  const { family, stands, mayEnd, maySettle } = props
  if (stands.length === 0) return null
  return (
    <Card title="Who does not agree" id="disagreements" flush>
      {stands.map((stand, at) => (
        <Fold
          title={`${stand.saidBy}, ${dayInWords(stand.saidOn)}`}
          note={<StatusPill meaning={standWords[stand.standing][0]}>{standWords[stand.standing][1]}</StatusPill>}
          open={at === 0}
        >
          <StandFacts stand={stand} />
          <div class="govuk-button-group">
            {stand.standing === 'waits' && maySettle(stand) && (
              <a class="govuk-button" href={familyPaths.decideStand(family.id, stand.id)}>
                Settle it
              </a>
            )}
            {['waits', 'narrower'].includes(stand.standing) && mayEnd && !family.closedOn && (
              <a class="govuk-button govuk-button--secondary" href={familyPaths.endStand(family.id, stand.id)}>
                They agree now
              </a>
            )}
          </div>
        </Fold>
      ))}
    </Card>
  )
}

/** What they say, and what was decided. */
export function StandFacts({ stand }: { readonly stand: StandRecord }): JSX.Element {
  const agreed = stand.organisationNames.map((name) => `${name}: ${stand.classes.map((one) => classWords[one].toLowerCase()).join('; ')}`)
  return (
    <>
      <TypedWords words={stand.words} />
      <KeyFacts
        facts={[
          { label: 'What they say', value: [stanceWords[stand.stance], ...agreed].join('. ') },
          { label: 'How they may decide', value: stand.entitledHow },
          { label: 'Evidenced', value: evidenceWords[stand.evidence as keyof typeof evidenceWords] },
          ...(stand.standing === 'waits'
            ? [
                {
                  label: 'Until it is settled',
                  value: 'Only what both agree to is open. Decisions to share for a child’s protection stand.',
                },
              ]
            : []),
          ...(stand.verdict
            ? [
                { label: 'Settled by', value: stand.settledByName },
                { label: 'Because', value: stand.because },
                { label: 'How both were told', value: stand.toldHow },
              ]
            : []),
          ...(stand.endedAt ? [{ label: 'They agree now', value: stand.endedHow }] : []),
        ]}
      />
    </>
  )
}
