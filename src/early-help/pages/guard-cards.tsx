import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { guardPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { FamilyShield, findHeldReadings, Restriction } from '../queries/guard.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { classWords } from '../words/casework.ts'
import { groundWords, purposeOfReadingWords, shieldReasonWords } from '../words/guard.ts'

/** What is withheld of a family, and held of its record. */
export interface GuardProps {
  readonly family: FamilyLine
  readonly ties: CaseworkTies
  readonly shield: FamilyShield | undefined
  readonly restrictions: readonly Restriction[]
  readonly heldReadings: Awaited<ReturnType<typeof findHeldReadings>>
}

/** That it is withheld that the family is known, which parts of the record are held, and what one may do about either. */
export function GuardCards(props: GuardProps): JSX.Element {
  const { family, ties, shield, restrictions } = props
  const may = (verb: string): boolean => mayIn(ties.relations, 'family', verb)
  return (
    <>
      {shield && (
        <Card title="It is withheld that this family is known here" id="shield">
          <KeyFacts
            facts={[
              { label: 'Because', value: `${shieldReasonWords[shield.reason]}. ${shield.words}` },
              { label: 'By', value: `${shield.placedByName}, ${instantInWords(shield.placedAt)}` },
              { label: 'Looked at again on', value: dayInWords(shield.lookAgainOn) },
              {
                label: 'Whom one asks instead',
                value: shield.asksName ? (
                  `${shield.asksName}, who co-ordinates the locality`
                ) : (
                  <span class="gt-missing">Nobody is named</span>
                ),
              },
            ]}
          />
          {shield.changes.length > 0 && (
            <Fold title="Whom one asked before" note={String(shield.changes.length)}>
              <ul class="govuk-list govuk-list--bullet">
                {shield.changes.map(({ formerName, asksName, because, byName, at }) => (
                  <li>{`${formerName ?? 'Nobody'}, until ${instantInWords(at)}, when ${byName} named ${asksName}. ${because}`}</li>
                ))}
              </ul>
            </Fold>
          )}
          {may('end-shield') && (
            <ul class="govuk-list govuk-list--spaced">
              <li>
                <a class="govuk-link" href={guardPaths.askAnother(family.id)}>
                  Name somebody else to be asked
                </a>
              </li>
              <li>
                <a class="govuk-link" href={guardPaths.endShield(family.id)}>
                  Let this family be found again
                </a>
              </li>
            </ul>
          )}
        </Card>
      )}
      {restrictions.length > 0 && <Held {...props} />}
      {(may('restrict') || (may('shield') && !family.isShielded)) && (
        <Fold title="Withhold this family, or hold a part of its record">
          <ul class="govuk-list govuk-list--spaced">
            {may('shield') && !family.isShielded && (
              <li>
                <a class="govuk-link" href={guardPaths.shield(family.id)}>
                  Withhold that this family is known here
                </a>
              </li>
            )}
            {may('restrict') && (
              <li>
                <a class="govuk-link" href={guardPaths.hold(family.id)}>
                  Hold a part of the record
                </a>
              </li>
            )}
          </ul>
        </Fold>
      )}
    </>
  )
}

function Held({ family, ties, restrictions, heldReadings }: GuardProps): JSX.Element {
  return (
    <Card title="Held" id="held">
      {restrictions.map((one) => (
        <>
          <p class="govuk-body">
            <StatusPill meaning="warning">Held</StatusPill> {classWords[one.class]}
          </p>
          <p class="govuk-body-s">
            {`${groundWords[one.ground]}. ${one.words} By ${one.placedByName}, ${instantInWords(one.placedAt)}. `}
            {mayIn(ties.relations, 'family', 'restrict') && one.placedBy !== ties.person && (
              <a class="govuk-link" href={guardPaths.lift(family.id, one.id)}>
                Lift it<span class="govuk-visually-hidden">{`: ${classWords[one.class]}`}</span>
              </a>
            )}
          </p>
        </>
      ))}
      {mayIn(ties.relations, 'family', 'read-held') && (
        <a class="govuk-button govuk-button--secondary" href={guardPaths.readHeld(family.id)}>
          Read what is held, for a purpose
        </a>
      )}
      {heldReadings.length > 0 && (
        <Fold title="Who read it, and for what" note={String(heldReadings.length)}>
          <ul class="govuk-list govuk-list--bullet">
            {heldReadings.map((one) => (
              <li>{`${one.name}, ${instantInWords(one.startsAt)}: ${purposeOfReadingWords[one.purpose]}. ${one.words}`}</li>
            ))}
          </ul>
        </Fold>
      )}
    </Card>
  )
}
