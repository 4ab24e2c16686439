import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { paperPaths } from '../paper-paths.ts'
import { familyPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { findSignedPages } from '../queries/plan.ts'

/** A print that is on record. */
export interface RecordedPrint {
  readonly id: string
  readonly enteredAt: Temporal.Instant
  readonly signedOn: Temporal.PlainDate | null
  readonly signedWords: string
  /** Photographs of the signed copy, in the order of its pages. */
  readonly pages: Awaited<ReturnType<typeof findSignedPages>>
}

/** The copy that came back signed: who signed it, and its pages as they were photographed. */
export function SignedCopy({
  family,
  print,
  leads,
  signedOn,
}: {
  readonly family: FamilyLine
  readonly leads: boolean
  readonly print: RecordedPrint
  readonly signedOn: Temporal.PlainDate
}): JSX.Element {
  const { standing, takenBack } = print.pages
  return (
    <>
      <h2 class="govuk-heading-m">The signed copy</h2>
      <p class="govuk-body" dir="auto">{`It came back on ${dayInWords(signedOn)}. ${print.signedWords}`}</p>
      {standing.length === 0 && <p class="govuk-body">No page of it was photographed yet.</p>}
      {standing.map(({ id, number, width, height }) => (
        <figure class="gt-said__drawing">
          <img
            src={familyPaths.signedPage(family.id, print.id, id)}
            alt={`Page ${number} of the signed copy, as a photograph`}
            width={width}
            height={height}
            loading="lazy"
          />
          <figcaption class="govuk-body-s">
            <a class="govuk-link" href={familyPaths.signedPage(family.id, print.id, id)}>
              {`Page ${number}, in full size`}
            </a>
          </figcaption>
          {leads && (
            <p class="govuk-body-s">
              <a class="govuk-link" href={paperPaths.wrongPage(family.id, print.id, id)}>
                {`Page ${number} is the wrong photograph`}
              </a>
            </p>
          )}
        </figure>
      ))}
      {takenBack.map(({ at, by, because }) => (
        <p class="govuk-body-s" dir="auto">
          {`A photograph was taken back and destroyed: ${instantInWords(at)}, by ${by}. ${because}`}
        </p>
      ))}
      {leads && (
        <a class="govuk-button govuk-button--secondary" href={familyPaths.printPart(family.id, print.id, 'pages/new')}>
          {standing.length === 0 ? 'Add a photograph of it' : 'Add the next page'}
        </a>
      )}
    </>
  )
}
