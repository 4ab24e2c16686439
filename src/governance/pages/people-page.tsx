import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
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
        <DataTable
          caption={`${people.length} people`}
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
      )}
    </Page>
  )
}
