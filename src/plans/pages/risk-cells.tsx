import type { JSX } from 'hono/jsx/jsx-runtime'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { gradeOf, productOf, type RiskGrade, type RiskMovement, type RiskPlace, type RiskScale } from '../rules/risk.ts'
import { gradeWords, movementWords } from '../words/risk.ts'

/** A grade as letter, word, shape and colour. */
export function GradePill({ grade }: { readonly grade: RiskGrade }): JSX.Element {
  const { letter, word, meaning } = gradeWords[grade]
  return <StatusPill meaning={meaning}>{`${letter} · ${word}`}</StatusPill>
}

/** How likely and how grave, short: '3 × 4 = 12' with its grade; nothing where it was not scored. */
export function PlaceCell({ scale, place }: { readonly scale: RiskScale | undefined; readonly place: RiskPlace | undefined }): JSX.Element {
  if (!place) return <span class="gt-missing">Not scored</span>
  const grade = scale && gradeOf(scale, place)
  return (
    <>
      {place.likelihood} × {place.impact} = {productOf(place)} {grade && <GradePill grade={grade} />}
    </>
  )
}

/** How a risk moved since last time. */
export function MovementPill({ movement }: { readonly movement: RiskMovement }): JSX.Element {
  const { word, meaning } = movementWords[movement]
  return <StatusPill meaning={meaning}>{word}</StatusPill>
}

/** Who owns a risk. */
export function Owner({ owner, ownerName }: { readonly owner: string | null; readonly ownerName: string }): JSX.Element {
  if (ownerName === '') return <span class="gt-missing">Nobody yet</span>
  return owner === null ? (
    <span>{ownerName}</span>
  ) : (
    <a class="govuk-link" href={`/people/${owner}`}>
      {ownerName}
    </a>
  )
}
