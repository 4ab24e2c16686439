import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { Missing } from '#platform/web/components/prose.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { newPersonPath, organisationsPath, peoplePath, personPath } from '../paths.ts'
import type { DirectoryLine } from '../queries/people.ts'
import { ButtonLink, TextLink } from './board-page.tsx'

/** The directory of people, for those who keep it. */
export function PeoplePage(props: {
  readonly visit: Visit
  readonly people: readonly DirectoryLine[]
  readonly asked: string
}): JSX.Element {
  const { visit, people, asked } = props
  return (
    <Page visit={visit} title="People" breadcrumbs={[{ text: 'Organisations', href: organisationsPath }]} width="workspace">
      <PageHead
        title="People"
        lead="Everybody in the directory, with the posts they hold today. The first 200 are listed; look for a name to find others."
        actions={<ButtonLink href={newPersonPath} text="Add a person" />}
      />
      <search>
        <form class="gt-search" action={peoplePath} method="get">
          <label class="govuk-label" for="name">
            A name, or a part of it
          </label>
          <div class="gt-search__row">
            <input class="govuk-input" id="name" name="name" type="search" maxlength={200} value={asked} />
            <button class="govuk-button govuk-button--secondary" type="submit">
              Look for it
            </button>
          </div>
        </form>
      </search>
      {people.length === 0 ? (
        <EmptyState
          title="Nobody has such a name"
          text="Try fewer letters, or add the person."
          action={{ text: 'Add a person', href: newPersonPath }}
        />
      ) : (
        <Directory people={people} isOpen={asked !== '' || people.length <= FEW} />
      )}
    </Page>
  )
}

/** As many people stand open at once; more are folded by the first letter of their last names. */
const FEW = 20

// Titles stand before many a name, so that the first letter would put half the house under C and D.
const lastNameOf = ({ name }: DirectoryLine): string => name.trim().split(/\s+/).at(-1) ?? ''

function Directory({ people, isOpen }: { readonly people: readonly DirectoryLine[]; readonly isOpen: boolean }): JSX.Element {
  if (isOpen) return <People people={people} caption={people.length === 1 ? '1 person' : `${people.length} people`} />
  const sorted = people.toSorted((a, b) => lastNameOf(a).localeCompare(lastNameOf(b), 'en'))
  const byLetter = Map.groupBy(sorted, (one) => lastNameOf(one).charAt(0).toLocaleUpperCase('en'))
  return (
    <Card id="directory" title={`${people.length} people, by last name`} flush>
      {[...byLetter].map(([letter, those]) => (
        <Fold title={letter} note={<span class="gt-quiet">{those.length === 1 ? '1 person' : `${those.length} people`}</span>}>
          <People people={those} caption={`People whose last names begin with ${letter}`} isHidden />
        </Fold>
      ))}
    </Card>
  )
}

function People({
  people,
  caption,
  isHidden = false,
}: {
  readonly people: readonly DirectoryLine[]
  readonly caption: string
  readonly isHidden?: boolean
}): JSX.Element {
  return (
    <DataTable
      caption={caption}
      hideCaption={isHidden}
      narrow="stack"
      columns={[{ heading: 'Name' }, { heading: 'Post today' }, { heading: 'Signs in' }]}
      rows={people.map(({ id, name, posts, signsIn }) => ({
        cells: [
          <TextLink href={personPath(id)} text={name} />,
          posts === '' ? <Missing>None recorded</Missing> : posts,
          signsIn ? 'Yes' : 'No',
        ],
      }))}
    />
  )
}
