import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, guardPaths } from '../paths.ts'
import type { ShieldLine } from '../queries/guard.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { hubNavigation } from './hub-frame.tsx'

/** Families that are withheld, for whoever owns information governance: how many, since when and whom one asks instead; no name and no reason. */
export function WithheldPage(props: {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly shields: readonly ShieldLine[]
}): JSX.Element {
  const { visit, relations, shields } = props
  return (
    <Page visit={visit} title="Withheld" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title="Withheld"
        lead="Families of which it is withheld that they are known here. You see no name, no reason and no word of them; you may end it with a reason where nobody else does."
      />
      {hubNavigation(visit, relations)}
      {shields.length === 0 ? (
        <EmptyState title="No family is withheld" text="Each stands here from the moment on which somebody withholds it." />
      ) : (
        <DataTable
          caption="Families that are withheld"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Reference' },
            { heading: 'Since' },
            { heading: 'Looked at again on' },
            { heading: 'Whom one asks instead' },
            { heading: 'What you can do' },
          ]}
          rows={shields.map(({ id, reference, placedAt, lookAgainOn, asksName }) => ({
            cells: [
              reference,
              instantInWords(placedAt),
              dayInWords(lookAgainOn),
              asksName ?? <span class="gt-missing">Nobody is named</span>,
              <ul class="govuk-list govuk-!-margin-bottom-0">
                <li>
                  <a class="govuk-link" href={guardPaths.askAnotherUnseen(id)}>
                    Name somebody else<span class="govuk-visually-hidden">{`: ${reference}`}</span>
                  </a>
                </li>
                <li>
                  <a class="govuk-link" href={guardPaths.endUnseen(id)}>
                    End it<span class="govuk-visually-hidden">{`: ${reference}`}</span>
                  </a>
                </li>
              </ul>,
            ],
          }))}
        />
      )}
    </Page>
  )
}
