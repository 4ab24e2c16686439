import type { JSX } from 'hono/jsx/jsx-runtime'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Input, Radios } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { publicPaths } from '../paths.ts'
import { paces } from '../rules/following.ts'
import { paceWords } from '../words/following.ts'

/** What somebody is about to follow. */
export interface FollowView {
  readonly name: string
  /** What it sends: for example what comes out of a board. */
  readonly sends: string
  /** The page it was asked from. */
  readonly back: { readonly text: string; readonly href: string }
  /** Hidden fields that name it. */
  readonly fields: Readonly<Record<string, string>>
  readonly form: FormState
}

/** Asks for an address; no account, no cookie, no script. */
export function FollowPage({ visit, view }: { readonly visit: Visit; readonly view: FollowView }): JSX.Element {
  const { name, sends, back, fields, form } = view
  return (
    <Page visit={visit} title="Get mails" width="form" breadcrumbs={[back]} problems={form.problems}>
      <PageHead caption={name} title="Get mails about this" lead={sends} />
      <form method="post" action={publicPaths.follow()} novalidate>
        {Object.entries(fields).map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        <Input
          id="email"
          name="email"
          type="email"
          autocomplete="email"
          spellcheck={false}
          label={{ text: 'Your email address', classes: 'govuk-label--m' }}
          hint={{ text: 'We first send you a link to confirm it.' }}
          value={form.value('email')}
          errorMessage={form.error('email')}
        />
        <Radios
          idPrefix="pace"
          name="pace"
          fieldset={{ legend: { text: 'How often', classes: 'govuk-fieldset__legend--m' } }}
          items={paces.map((pace) => ({
            value: pace,
            text: paceWords[pace].text,
            hint: { text: paceWords[pace].hint },
            checked: form.value('pace') === pace,
          }))}
          errorMessage={form.error('pace')}
        />
        <button class="govuk-button" type="submit">
          Send me the link
        </button>
      </form>
      <p class="govuk-body">
        We keep your address for these mails and nothing else. Each mail has a link that stops them; your address is then deleted at once.
      </p>
    </Page>
  )
}

/** A name and where to follow it. */
interface Choice {
  readonly slug: string
  readonly name: string
}

/** What can be followed, for whoever has not chosen yet. */
export function FollowChoicePage(props: {
  readonly visit: Visit
  readonly boards: readonly Choice[]
  readonly topics: readonly Choice[]
}): JSX.Element {
  const { visit, boards, topics } = props
  const lead = 'Choose a board or a topic. You need no account, and every mail has a link that stops them.'
  return (
    <Page visit={visit} title="Get mails" description={lead}>
      <PageHead title="Get a mail when something comes out" lead={lead} />
      <Choices title="Boards" choices={boards} hrefOf={(board) => publicPaths.follow({ board })} none="No board is recorded yet." />
      <Choices title="Topics" choices={topics} hrefOf={(topic) => publicPaths.follow({ topic })} none="No topic is kept yet." />
      <h2 class="govuk-heading-m">A search</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={publicPaths.search}>
          Search for words
        </a>
        , then ask for mails below the results.
      </p>
    </Page>
  )
}

function Choices(props: {
  readonly title: string
  readonly choices: readonly Choice[]
  readonly hrefOf: (slug: string) => string
  readonly none: string
}): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{props.title}</h2>
      {props.choices.length === 0 ? (
        <p class="govuk-body">{props.none}</p>
      ) : (
        <ul class="govuk-list">
          {props.choices.map(({ slug, name }) => (
            <li>
              <a class="govuk-link" href={props.hrefOf(slug)}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Told({ visit, title, children }: { readonly visit: Visit; readonly title: string; readonly children?: Children }): JSX.Element {
  return (
    <Page visit={visit} title={title} width="form">
      <PageHead title={title} />
      {children}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          To the front page
        </a>
      </p>
    </Page>
  )
}

/** A link is on its way. The same for everybody, whoever follows already. */
export function FollowAskedPage({ visit }: { readonly visit: Visit }): JSX.Element {
  return (
    <Told visit={visit} title="Look into your email">
      <p class="govuk-body">
        If the address is right, a link comes within a few minutes. It holds for three days; mails begin once you follow it.
      </p>
      <p class="govuk-body">No mail? Look among unwanted mail. A link that waits already is not sent a second time.</p>
    </Told>
  )
}

/** One button, so that a mail program that opens links does nothing. */
export function FollowKeyPage(props: {
  readonly visit: Visit
  readonly title: string
  readonly words: string
  readonly action: string
  readonly button: string
  readonly keyOfMail: string
}): JSX.Element {
  const { visit, title, words, action, button, keyOfMail } = props
  return (
    <Page visit={visit} title={title} width="form">
      <PageHead title={title} />
      <p class="govuk-body">{words}</p>
      <form method="post" action={action}>
        <input type="hidden" name="key" value={keyOfMail} />
        <button class="govuk-button" type="submit">
          {button}
        </button>
      </form>
    </Page>
  )
}

/** What happened, or that a link holds no more. */
export function FollowToldPage({
  visit,
  title,
  words,
}: {
  readonly visit: Visit
  readonly title: string
  readonly words: string
}): JSX.Element {
  return (
    <Told visit={visit} title={title}>
      <p class="govuk-body">{words}</p>
    </Told>
  )
}

/** A line of the counts. */
export interface FollowerLine {
  readonly name: string
  readonly href: string | undefined
  readonly atOnce: number
  readonly weekly: number
}

/** How many follow what; no address is shown to anybody. */
export function FollowersPage({ visit, lines }: { readonly visit: Visit; readonly lines: readonly FollowerLine[] }): JSX.Element {
  return (
    <Page visit={visit} title="Who follows" width="workspace" breadcrumbs={[{ text: 'Administration', href: '/admin' }]}>
      <PageHead title="Who follows" lead="How many people get mails without an account. Nobody sees their addresses." />
      {lines.length === 0 ? (
        <EmptyState
          title="Nobody follows anything yet"
          text="People ask for mails on the page of a board, of a topic, or of what they searched for."
        />
      ) : (
        <DataTable
          caption="What is followed, and by how many"
          hideCaption
          columns={[{ heading: 'What' }, { heading: 'At once', numeric: true }, { heading: 'Weekly', numeric: true }]}
          rows={lines.map(({ name, href, atOnce, weekly }) => ({
            cells: [
              href === undefined ? (
                name
              ) : (
                <a class="govuk-link" href={href}>
                  {name}
                </a>
              ),
              String(atOnce),
              String(weekly),
            ],
          }))}
        />
      )}
    </Page>
  )
}
