import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import { type findLooks, MOST_LOOKS } from '../queries/record.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { lookWords } from '../words/casework.ts'
import { FamilyFrame } from './family-frame.tsx'

/** The plain list that the family can be given: who looked, for which agency, when (E6, X2). */
export function LooksPage(props: {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly looks: Awaited<ReturnType<typeof findLooks>>
}): JSX.Element {
  const { visit, family, relations, looks } = props
  const title = 'Who looked at this record'
  return (
    <FamilyFrame
      {...{ visit, family, relations, title }}
      current="looks"
      lead={`${looks.length < MOST_LOOKS ? 'Every look' : `The latest ${MOST_LOOKS} looks`}, written by Goldenthread as it happened. As of ${dayInWords(visit.today)}.`}
    >
      <p class="govuk-body">
        For the family:{' '}
        <a class="govuk-link" href={familyPaths.looksFile(family.id, 'looks')} download="">
          this list as a PDF
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={familyPaths.looksFile(family.id, 'looks-large')} download="">
          in large print
        </a>
      </p>
      <Looks caption="The latest looks" looks={looks.slice(0, OPEN)} />
      {looks.length > OPEN && (
        <Fold title="Earlier looks" note={String(looks.length - OPEN)}>
          <Looks caption="Earlier looks" looks={looks.slice(OPEN)} />
        </Fold>
      )}
    </FamilyFrame>
  )
}

/** So many stand open; on paper all do. */
const OPEN = 20

function Looks({ caption, looks }: { readonly caption: string; readonly looks: Awaited<ReturnType<typeof findLooks>> }): JSX.Element {
  return (
    <DataTable
      caption={caption}
      hideCaption
      narrow="stack"
      columns={[{ heading: 'When' }, { heading: 'Who' }, { heading: 'For' }, { heading: 'What' }]}
      rows={looks.map(({ at, name, organisationName, what }) => ({
        cells: [<InstantText instant={at} />, name, organisationName, lookWords[what as keyof typeof lookWords]],
      }))}
    />
  )
}
